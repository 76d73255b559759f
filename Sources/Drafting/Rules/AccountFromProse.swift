import Chronology
import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Takes from headings and sentences what no metadata gives: the name, the value, the CSM, the dates.
  static let accountFromProse = Rule(
    id: "account-from-prose", summary: "Account facts told in headings and sentences"
  ) { reading, draft in
    let prose = AccountProse(reading: reading)
    var account = draft.postmortem.account
    func fill<Value>(
      _ path: WritableKeyPath<Account, Value?>, _ key: Account.Field,
      _ find: () -> (Value, Excerpt)?
    ) {
      guard account[keyPath: path] == nil, let (value, excerpt) = find() else { return }
      account[keyPath: path] = value
      account.evidence[key.rawValue] = [excerpt]
    }
    fill(\.name, .name, prose.name)
    fill(\.contractValue, .contractValue, prose.contractValue)
    fill(\.segment, .segment, prose.segment)
    fill(\.industry, .industry) { prose.industry(ofAccount: account.name) }
    fill(\.csm, .csm, prose.csm)
    fill(\.churnDate, .churnDate) { prose.date(named: "churn_date") }
    fill(\.noticeDate, .noticeDate) { prose.date(named: "notice_date") }
    fill(\.startDate, .startDate) { prose.date(named: "start_date") }
    fill(\.renewalDate, .renewalDate) { prose.date(named: "renewal_date") }
    if let start = account.startDate, let end = account.churnDate {
      account.tenureMonths = Tenure.months(from: start, to: end)
    }
    draft.postmortem.account = account
  }
}

/// Whole months between two dates, as precise as both allow.
enum Tenure {
  static func months(from start: PartialDate, to end: PartialDate) -> Int? {
    guard let startMonth = start.month, let endMonth = end.month, start <= end else { return nil }
    var months = (end.year - start.year) * 12 + endMonth - startMonth
    // A contract that ends on the day before its anniversary has run its whole months.
    if let startDay = start.day, let endDay = end.day, endDay + 1 < startDay { months -= 1 }
    if let startDay = start.day, let endDay = end.day, startDay == 1,
      endDay == PartialDate.days(inMonth: endMonth, of: end.year)
    {
      months += 1
    }
    return months
  }
}

/// Looks for account facts in a note's text.
private struct AccountProse {
  let reading: Reading
  private var note: Note { reading.note }

  /// How many units from the start may introduce the account.
  private static let introduction = 8

  private var opening: ArraySlice<Unit> { note.units.prefix(Self.introduction) }

  func name() -> (String, Excerpt)? { name("account", least: -2) }

  func csm() -> (String, Excerpt)? {
    guard let (name, excerpt) = name("csm", least: -2) else { return nil }
    return (People(note: note, writer: nil).resolved(name), excerpt)
  }

  // MARK: Value, segment, trade

  /// The first amount that is said to be yearly, else the first amount of the introduction.
  func contractValue() -> (Money, Excerpt)? {
    var fallback: (Money, Excerpt)?
    for (order, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      for mention in MoneyReader.mentions(in: passage.text.utf8[unit.range]) {
        if let yearly = mention.yearly {
          return (
            Money(amount: mention.money.amount * yearly, currency: mention.money.currency),
            passage.excerpt(unit.range)
          )
        }
        if fallback == nil, order < Self.introduction {
          fallback = (mention.money, passage.excerpt(unit.range))
        }
      }
    }
    return fallback
  }

  private static let segments: [(word: String, segment: String)] = [
    ("smb", "SMB"), ("sme", "SME"), ("mid-market", "mid-market"), ("midmarket", "mid-market"),
    ("enterprise", "enterprise"), ("small business", "small business"),
  ]

  func segment() -> (String, Excerpt)? {
    for unit in opening {
      let text = note.text(of: unit).lowercased()
      for (word, segment) in Self.segments where text.contains(word) {
        return (segment, note.excerpt(of: unit))
      }
    }
    return nil
  }

  /// The first part of the brackets behind the account's name that is no size class, amount or number.
  func industry(ofAccount name: String?) -> (String, Excerpt)? {
    guard let name else { return nil }
    let wanted = Array(name.utf8)
    for unit in opening {
      let passage = note.passage(of: unit)
      let utf8 = passage.text.utf8
      guard let start = unit.range.first(where: { utf8[$0...].starts(with: wanted) }) else {
        continue
      }
      let end = start + wanted.count
      guard let open = utf8[end..<min(utf8.count, end + 3)].firstIndex(of: 0x28),
        let close = utf8[open...].firstIndex(of: 0x29)
      else { continue }
      for part in utf8[open + 1..<close].split(separator: 0x2C) {
        let range = Bytes.trimmed(part.startIndex..<part.endIndex, in: utf8)
        let text = Bytes.text(range, in: utf8)
        let isOther =
          text.utf8.contains(where: Bytes.isDigit)
          || Self.segments.contains { text.lowercased().contains($0.word) }
        if !isOther, !text.isEmpty, Bytes.isUpper(utf8[range.lowerBound]) == false {
          return (text, passage.excerpt(range))
        }
      }
    }
    return nil
  }

  // MARK: Dates

  /// The date that reads most like the one that `field` names.
  func date(named field: String) -> (PartialDate, Excerpt)? {
    let mentions = note.chronology.mentions
    let best = mentions.indices.max {
      reading.dates.score(field, $0) < reading.dates.score(field, $1)
    }
    guard let best, reading.dates.score(field, best) > 0, let unit = reading.dateFeatures.unit(best)
    else { return nil }
    return (
      mentions[best].date, EventText.of(note.units[unit], in: note).excerpt(near: mentions[best])
    )
  }

  // MARK: Names

  /// The name that reads most like `target`, with the first place where it stands.
  private func name(_ target: String, least: Double) -> (String, Excerpt)? {
    let names = reading.names.names
    let best = names.indices.max {
      reading.nameVerdicts.score(target, $0) < reading.nameVerdicts.score(target, $1)
    }
    guard let best, reading.nameVerdicts.score(target, best) > least,
      let place = names[best].places.first
    else { return nil }
    let unit = note.units[place.unit]
    return (
      names[best].text,
      note.passage(of: unit).excerpt(note.texts[unit.passage].bytes(of: place.tokens))
    )
  }
}
