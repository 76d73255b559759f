import Answers
import Chronology
import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Takes the account's facts from front matter, `key: value` lines, two-column tables and answers.
  ///
  /// What the answers say wins over the note; where the two differ, the other value is kept as a conflict.
  static let accountFacts = Rule(
    id: "account-facts", summary: "Account facts from metadata and answers"
  ) { reading, draft in
    let fields = reading.note.layout.fields
    for field in fields.filter(\.isAnswer) + fields.filter({ !$0.isAnswer }) {
      guard let name = field.name else { continue }
      AccountFact(reading: reading, field: field).fill(name, &draft)
    }
    for field in fields where field.isAnswer {
      AccountFact(reading: reading, field: field).tellIfUnclear(&draft)
    }
    // In an account's own details the owner is whoever looks after it.
    if draft.postmortem.account.csm == nil,
      let owner = fields.first(where: {
        $0.name == "owner" && !$0.isAnswer && $0.key.lowercased().hasPrefix("owner")
      }),
      reading.note.layout.passages.prefix(16).indices.contains(owner.passage)
    {
      AccountFact(reading: reading, field: owner).fill("csm", &draft)
    }
    if let currency = fields.first(where: { $0.name == "currency" }),
      draft.postmortem.account.contractValue?.currency == nil
    {
      let text = reading.note.text(ofPassage: currency.passage)
      draft.postmortem.account.contractValue?.currency = MoneyReader.currency(in: text)
    }
  }
}

/// One field's value on its way into the account.
private struct AccountFact {
  let reading: Reading
  let field: Field

  private var text: String { reading.note.text(ofPassage: field.passage) }
  private var excerpt: Excerpt { reading.note.layout.passages[field.passage].excerpt }

  func fill(_ name: String, _ draft: inout Draft) {
    switch name {
    case "name": set(\.name, .name, AccountName.stated(by: text), &draft)
    case "segment": set(\.segment, .segment, text, &draft)
    case "industry": set(\.industry, .industry, text, &draft)
    case "region": set(\.region, .region, text, &draft)
    case "csm":
      set(\.csm, .csm, csm, &draft)
    case "start_date": set(\.startDate, .startDate, date, &draft)
    case "notice_date": set(\.noticeDate, .noticeDate, date, &draft)
    case "renewal_date": set(\.renewalDate, .renewalDate, date, &draft)
    case "churn_date": set(\.churnDate, .churnDate, date, &draft)
    case "contract_value": set(\.contractValue, .contractValue, money, &draft)
    default: break
    }
  }

  /// Says so where no answer gave what the field's key asks for.
  func tellIfUnclear(_ draft: inout Draft) {
    let form: String
    switch field.name {
    case "contract_value": form = "an amount, such as EUR 42,000"
    case "start_date", "notice_date", "renewal_date", "churn_date":
      form = "a date, such as 2025-06-30"
    default: return
    }
    let evidence = draft.postmortem.account.evidence[field.name ?? ""] ?? []
    guard !evidence.contains(where: { $0.source == excerpt.source }) else { return }
    draft.findings.append(
      Finding(
        "unclear-answer", .warning,
        "“\(text)” is not understood as an answer to “\(field.key)” and is left out; write \(form)",
        in: excerpt.source, at: SourcePosition(line: excerpt.line, column: field.column)))
  }

  /// Whom the value names; what is said of somebody whom the key names, as in `CSM Ragna Vik: liked, came twice`, names nobody.
  private var csm: String? {
    guard let name = ProperNames.person(text) else { return nil }
    if name.lowercased() == "me" { return reading.note.layout.writer?.name }
    let isName =
      field.isAnswer || name.utf8.contains(where: Bytes.isUpper)
      || TokenizedText(name).tokens.contains { reading.note.knownNames.people.contains($0) }
    if isName { return name }
    let key = TokenizedText(field.key)
    return ProperNames.runs(in: key.tokens.indices, of: key).last.map {
      ProperNames.name(at: $0, in: key)
    }
  }

  /// The amount, with the currency and the period of the key where the value does not tell them.
  private var money: Money? {
    guard var money = MoneyReader.money(in: text) else { return nil }
    money.currency = money.currency ?? MoneyReader.currency(in: field.key)
    if !MoneyReader.namesPeriod(text) { money.amount *= MoneyReader.yearly(inKey: field.key) }
    return money
  }

  private var date: PartialDate? {
    DateReader.date(from: text, dayComesFirst: reading.note.chronology.dayComesFirst)
      ?? reading.note.chronology.mentions(in: field.passage).first?.date
  }

  private func set<Value: Equatable>(
    _ path: WritableKeyPath<Account, Value?>, _ key: Account.Field, _ value: Value?,
    _ draft: inout Draft
  ) {
    guard let value else { return }
    let kept = draft.postmortem.account[keyPath: path]
    guard let kept else {
      draft.postmortem.account[keyPath: path] = value
      draft.postmortem.account.evidence[key.rawValue] = [excerpt]
      return
    }
    guard kept != value, !Self.isSame(kept, value) else { return }
    if key == .name, let one = kept as? String, let other = value as? String,
      let one = AccountKey(one), let other = AccountKey(other), one.names(other)
    {
      return
    }
    let evidence = draft.postmortem.account.evidence[key.rawValue] ?? []
    draft.postmortem.conflicts.append(
      Conflict(
        field: "account.\(key.rawValue)", kept: Self.shown(kept), other: Self.shown(value),
        evidence: evidence + [excerpt]))
  }

  /// A coarser or differently written form of the same fact does not contradict it.
  private static func isSame<Value>(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (let left as PartialDate, let right as PartialDate):
      return left.firstDay <= right.lastDay && right.firstDay <= left.lastDay
    case (let left as Money, let right as Money):
      return abs(left.amount - right.amount) <= 0.005 * max(left.amount, right.amount)
        && (left.currency == right.currency || right.currency == nil)
    case (let left as String, let right as String):
      let left = left.lowercased()
      let right = right.lowercased()
      return left.contains(right) || right.contains(left)
    default: return false
    }
  }

  private static func shown<Value>(_ value: Value) -> String {
    guard let money = value as? Money else { return "\(value)" }
    let amount = money.amount.rounded() == money.amount ? "\(Int(money.amount))" : "\(money.amount)"
    return money.currency.map { "\($0) \(amount)" } ?? amount
  }
}
