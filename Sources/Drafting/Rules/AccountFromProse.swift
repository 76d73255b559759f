import Chronology
import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Takes from headings and sentences what no metadata gives: the name, the value, the CSM, the dates.
  static let accountFromProse = Rule(
    id: "account-from-prose", summary: "Account facts told in headings and sentences"
  ) { reading, draft in
    let prose = AccountProse(note: reading.note, lexicon: reading.knowledge.lexicon)
    var account = draft.postmortem.account
    func fill<Value>(_ path: WritableKeyPath<Account, Value?>, _ key: Account.Field, _ find: () -> (Value, Excerpt)?) {
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
  let note: Note
  let lexicon: Lexicon

  /// How many units from the start may introduce the account.
  private static let introduction = 8

  private var opening: ArraySlice<Unit> { note.units.prefix(Self.introduction) }

  // MARK: Name

  /// The name that the title gives, else the one that the first sentences introduce.
  func name() -> (String, Excerpt)? {
    var best: (name: String, excerpt: Excerpt, score: Double)?
    for (order, unit) in opening.enumerated() {
      let passage = note.passage(of: unit)
      if case .value(let key) = passage.form, key != "subject" { continue }
      let text = note.texts[unit.passage]
      for run in ProperNames.runs(in: unit.tokens, of: text) {
        let bytes = text.bytes(of: run)
        let name = text.text(of: run)
        guard name.utf8.count > 2, !isPerson(name) else { continue }
        var score = 6.0 - Double(order)
        score += run.count > 1 ? 2 : 0
        if case .heading = passage.form { score += 3 }
        score += min(3, Double(mentions(of: run, in: text)) * 0.5)
        score += hasLegalForm(name) ? 3 : 0
        if run.lowerBound == unit.tokens.lowerBound { score += 1 }
        if bytes.upperBound + 1 < text.utf8.count, text.utf8[bytes.upperBound] == 0x20, text.utf8[bytes.upperBound + 1] == 0x28 { score += 1 }
        if score > best?.score ?? 4 { best = (name, passage.excerpt(bytes), score) }
      }
    }
    return best.map { ($0.name, $0.excerpt) }
  }

  private func isPerson(_ name: String) -> Bool {
    let wanted = name.lowercased()
    return note.layout.participants.contains {
      let known = $0.name.lowercased()
      return known == wanted || known.hasPrefix(wanted + " ") || wanted.hasPrefix(known + " ")
    }
  }

  /// How often the first word of the run stands in the note.
  private func mentions(of run: Range<Int>, in text: TokenizedText) -> Int {
    let key = text.tokens[run.lowerBound].key
    return note.texts.reduce(0) { $0 + $1.tokens.count { $0.key == key } }
  }

  private static let legalForms: Set<String> = [
    "ltd", "limited", "inc", "llc", "llp", "plc", "gmbh", "ag", "ab", "aps", "a/s", "as", "oy", "sa", "sas", "sarl", "srl", "spa", "bv", "nv",
    "pty", "pte", "co", "corp", "group", "partners", "holdings", "trust", "council", "hospital", "university", "bank", "kg", "se", "kft", "d.d", "d.o.o", "sp",
  ]

  private func hasLegalForm(_ name: String) -> Bool {
    name.lowercased().split(separator: " ").contains { Self.legalForms.contains(String($0)) }
  }

  // MARK: Value, segment, trade

  /// The first amount that is said to be yearly, else the first amount of the introduction.
  func contractValue() -> (Money, Excerpt)? {
    var fallback: (Money, Excerpt)?
    for (order, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      for mention in MoneyReader.mentions(in: passage.text.utf8[unit.range]) {
        if let yearly = mention.yearly {
          return (Money(amount: mention.money.amount * yearly, currency: mention.money.currency), passage.excerpt(unit.range))
        }
        if fallback == nil, order < Self.introduction { fallback = (mention.money, passage.excerpt(unit.range)) }
      }
    }
    return fallback
  }

  private static let segments: [(word: String, segment: String)] = [
    ("smb", "SMB"), ("sme", "SME"), ("mid-market", "mid-market"), ("midmarket", "mid-market"), ("enterprise", "enterprise"), ("small business", "small business"),
  ]

  func segment() -> (String, Excerpt)? {
    for unit in opening {
      let text = note.text(of: unit).lowercased()
      for (word, segment) in Self.segments where text.contains(word) { return (segment, note.excerpt(of: unit)) }
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
      guard let start = unit.range.first(where: { utf8[$0...].starts(with: wanted) }) else { continue }
      let end = start + wanted.count
      guard let open = utf8[end..<min(utf8.count, end + 3)].firstIndex(of: 0x28),
        let close = utf8[open...].firstIndex(of: 0x29)
      else { continue }
      for part in utf8[open + 1..<close].split(separator: 0x2C) {
        let range = Bytes.trimmed(part.startIndex..<part.endIndex, in: utf8)
        let text = Bytes.text(range, in: utf8)
        let isOther = text.utf8.contains(where: Bytes.isDigit) || Self.segments.contains { text.lowercased().contains($0.word) }
        if !isOther, !text.isEmpty, Bytes.isUpper(utf8[range.lowerBound]) == false { return (text, passage.excerpt(range)) }
      }
    }
    return nil
  }

  // MARK: People

  private static let csmWords = ["csm", "customer success", "customer-success", "account manager", "my account", "my customer"]

  /// The name beside "CSM" or "customer success", or a mail's sender who is ours.
  func csm() -> (String, Excerpt)? {
    for unit in note.units {
      let passage = note.passage(of: unit)
      let utf8 = passage.text.utf8
      let lower = utf8[unit.range].map(Bytes.lowercased)
      guard Self.csmWords.contains(where: { contains(lower, Array($0.utf8)) }) else { continue }
      let text = note.texts[unit.passage]
      let runs = ProperNames.runs(in: unit.tokens, of: text).filter { (1...3).contains($0.count) }
      if let run = runs.first(where: { $0.count >= 2 }) ?? runs.first, note.side(of: passage) != .customer {
        return (text.text(of: run), passage.excerpt(unit.range))
      }
    }
    let ours = note.layout.participants.enumerated().filter { $0.element.side == .us && $0.element.name.count > 3 }
    guard let writer = ours.max(by: { $0.element.turns < $1.element.turns }),
      let passage = note.layout.passages.first(where: { contains($0.text.utf8, Array(writer.element.name.utf8)) })
    else { return nil }
    return (writer.element.name, passage.excerpt)
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= bytes.count else { return false }
    return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
  }

  // MARK: Dates

  private func facts(in passage: Int) -> [(name: String, match: PhraseMatch)] {
    lexicon.namedFacts(in: note.texts[passage])
  }

  /// The date nearest to a phrase that names `field`, in the unit that names it most clearly.
  func date(named field: String) -> (PartialDate, Excerpt)? {
    var best: (date: PartialDate, excerpt: Excerpt, score: Double)?
    for unit in note.units where !unit.dates.isEmpty {
      let text = note.texts[unit.passage]
      for cue in facts(in: unit.passage) where cue.name == field && cue.match.weight >= 1 {
        guard unit.tokens.contains(cue.match.tokens.lowerBound) else { continue }
        let cueBytes = text.bytes(of: cue.match.tokens)
        for mention in note.chronology.mentions[unit.dates] where mention.role != .spanEnd {
          let gap = mention.range.lowerBound >= cueBytes.upperBound
            ? mention.range.lowerBound - cueBytes.upperBound
            : cueBytes.lowerBound - mention.range.upperBound + 8
          let score = cue.match.weight * 2 + Double(mention.date.precision.rawValue) * 0.4 - Double(max(0, gap)) / 40
          if gap < 90, score > best?.score ?? 0 {
            best = (mention.date, note.excerpt(of: unit), score)
          }
        }
      }
    }
    return best.map { ($0.date, $0.excerpt) }
  }
}
