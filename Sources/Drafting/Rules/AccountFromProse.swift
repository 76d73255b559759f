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
    let heading = AccountName.heading(of: reading.note.layout)
    func fill<Value>(
      _ path: WritableKeyPath<Account, Value?>, _ key: Account.Field, _ value: Value?
    ) {
      guard let heading, let value else { return }
      fill(path, key) { (value, heading.excerpt) }
    }
    fill(\.name, .name, heading?.heading.name)
    fill(\.churnDate, .churnDate, heading?.heading.churnDate)
    fill(\.contractValue, .contractValue, heading?.heading.contractValue)
    fill(\.segment, .segment, heading?.heading.segment)
    fill(\.name, .name, prose.names.account)
    fill(\.contractValue, .contractValue, prose.contractValue)
    fill(\.segment, .segment, prose.segment)
    fill(\.industry, .industry) { TradeReader(reading: reading, account: account.name).find() }
    fill(\.csm, .csm) { prose.csm(of: account.name) }
    account.csm = account.csm.map(prose.fullName)
    fill(\.churnDate, .churnDate) { prose.date(named: "churn_date") }
    fill(\.noticeDate, .noticeDate) { prose.date(named: "notice_date") }
    fill(\.startDate, .startDate) {
      prose.date(named: "start_date", before: account.noticeDate ?? account.churnDate)
    }
    fill(\.renewalDate, .renewalDate) { prose.date(named: "renewal_date") }
    if let value = account.contractValue, value.currency == "USD",
      let cited = account.evidence[Account.Field.contractValue.rawValue]?.first?.quote
    {
      account.contractValue?.currency = DollarCountry.code(ofDollarsIn: cited, in: reading.note)
    }
    account.tenureMonths = account.tenureOfDates
    draft.postmortem.account = account
  }
}

/// Looks for account facts in a note's text.
private struct AccountProse {
  let reading: Reading
  private var note: Note { reading.note }
  var names: AccountNameFinder {
    AccountNameFinder(note: note, names: reading.names, verdicts: reading.nameVerdicts)
  }

  /// How many units from the start may introduce the account.
  private static let introduction = 8
  /// How many units from the start may list the account's facts without saying what each is.
  private static let factList = 4

  /// The units that may introduce the account; one as long as a page introduces nothing.
  private var opening: [Unit] {
    note.units.prefix(Self.introduction).filter { $0.range.count < 4096 }
  }

  /// Who looked after the account, which is never what the account is called.
  func csm(of account: String?) -> (String, Excerpt)? {
    let people = People(note: note, csm: nil)
    if let (name, excerpt) = CSMFinder(reading: reading).find(), name != account {
      let csm = people.resolved(name)
      // "me", of whom the note does not say who that is.
      return People.isSelf(csm) ? nil : (csm, excerpt)
    }
    // A writer whom the finder passes over does something else.
    guard
      let (name, excerpt) = names.name("csm", least: -1, among: [.person, .other, .capitals]),
      name != note.layout.writer?.name, name != account
    else { return nil }
    return (people.resolved(name), excerpt)
  }

  /// The name that the note gives in full of somebody whom it calls by initials: `SE` where `S. Erdenay` was present.
  func fullName(of name: String) -> String {
    let letters = name.filter(\.isLetter)
    guard (2...3).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return name }
    for text in note.texts {
      for run in ProperNames.runs(in: text.tokens.indices, of: text) where run.count > 1 {
        let known = ProperNames.name(at: run, in: text)
        if known != name, People.initials(known) == letters.lowercased(),
          known.contains(where: \.isLowercase)
        {
          return known
        }
      }
    }
    return name
  }

  // MARK: Value, segment, trade

  /// The first amount that is said to be yearly, else the first amount of the introduction.
  func contractValue() -> (Money, Excerpt)? {
    var fallback: (Money, Excerpt)?
    for (order, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      for mention in MoneyReader.mentions(in: passage.text.utf8[unit.range]) {
        let value = Money(
          amount: mention.money.amount * (mention.yearly ?? 1),
          currency: mention.money.currency ?? notesCurrency)
        if mention.yearly != nil
          || MoneyReader.isContract(mention, in: passage.text.utf8[unit.range])
        {
          return (value, passage.excerpt(unit.range))
        }
        if fallback == nil, order < Self.introduction {
          fallback = (value, passage.excerpt(unit.range))
        }
      }
      if fallback == nil, let spelled = spelledValue(unit) {
        fallback = (spelled, passage.excerpt(unit.range))
      }
      if fallback == nil, order < Self.factList, passage.speaker == nil,
        let alone = MoneyReader.thousandsAlone(in: passage.text.utf8[unit.range])
      {
        let value = Money(amount: alone.money.amount, currency: notesCurrency)
        fallback = (value, passage.excerpt(unit.range))
      }
    }
    return fallback
  }

  private static let year = WordSet("year yearly annum annually")
  private static let paying = WordSet("paying pay pays")

  /// An amount in words with a currency or a year behind it, or as what is paid: `forty-two thousand a year`; the currency is the note's.
  private func spelledValue(_ unit: Unit) -> Money? {
    let text = note.texts[unit.passage]
    guard unit.tokens.contains(where: { SpelledNumber.isLarge(text.tokens[$0]) }) else {
      return nil
    }
    for token in unit.tokens {
      guard let (value, end) = SpelledNumber.read(at: token, in: text) else { continue }
      let behind = end..<min(text.tokens.count, end + 4)
      let before = max(unit.tokens.lowerBound, token - 2)..<token
      let isYearly =
        behind.contains { Self.year.contains(text.tokens[$0]) }
        || before.contains { Self.paying.contains(text.tokens[$0]) }
      let words = behind.isEmpty ? "" : text.text(of: behind)
      let currency = MoneyReader.currency(in: words)
      guard isYearly || currency != nil else { continue }
      return Money(amount: value, currency: currency ?? notesCurrency)
    }
    return nil
  }

  /// The currency that the note names first.
  private var notesCurrency: String? {
    for text in note.texts {
      for mention in MoneyReader.mentions(in: text.utf8[...]) {
        if let currency = mention.money.currency { return currency }
      }
    }
    for text in note.texts {
      if let currency = MoneyReader.currency(in: String(decoding: text.utf8, as: UTF8.self)) {
        return currency
      }
    }
    return nil
  }

  func segment() -> (String, Excerpt)? {
    for unit in opening {
      if let segment = SegmentName.named(in: note.text(of: unit).lowercased()) {
        return (segment, note.excerpt(of: unit))
      }
    }
    for unit in opening.prefix(Self.factList) where note.passage(of: unit).speaker == nil {
      if let segment = SegmentName.standingApart(in: note.text(of: unit).lowercased()) {
        return (segment, note.excerpt(of: unit))
      }
    }
    return nil
  }

  // MARK: Dates

  /// The date that reads most like the one that `field` names, of those before `end`.
  func date(named field: String, before end: PartialDate? = nil) -> (PartialDate, Excerpt)? {
    let mentions = note.chronology.mentions
    let candidates = mentions.indices.filter { index in
      guard let unit = reading.dateFeatures.unit(index),
        end.map({ mentions[index].date < $0 }) ?? true
      else { return false }
      return !reading.isPlanned(mentions[index], in: unit)
    }
    let best = candidates.max {
      reading.dates.score(field, $0) < reading.dates.score(field, $1)
    }
    guard let best, reading.dates.score(field, best) > DateFeatures.floor(of: field),
      let unit = reading.dateFeatures.unit(best)
    else { return nil }
    return EventText.evidence(for: mentions[best], in: unit, note).first.map {
      (mentions[best].date, $0)
    }
  }
}
