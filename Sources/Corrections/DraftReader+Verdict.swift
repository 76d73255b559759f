import Evidence
import PostmortemModel
import Reporting

extension DraftReader {
  /// The facts of the account.
  mutating func readAccount(_ blocks: [DraftOutline.Block]) {
    var tenure: DraftText?
    for block in blocks {
      switch block {
      case .row(let cells) where cells.count > 1:
        var value = cells[1].cell
        for (_, cell) in cells.dropFirst(2) { value.append(cell) }
        readFact(cells[0].cell.whole, value, &tenure)
      case .item(let item):
        guard let (label, value) = labelled(item.text) else { fallthrough }
        readFact(label, value, &tenure)
      default: leave(block, because: "Account is a table of facts and their values")
      }
    }
    dates.known = [
      model.account.startDate, model.account.noticeDate, model.account.renewalDate,
      model.account.churnDate,
    ].compactMap(\.self)
    deriveTenure(tenure)
  }

  /// Makes the tenure of the dates where these give one; `written` is what the draft says of it.
  private mutating func deriveTenure(_ written: DraftText?) {
    guard let months = model.account.tenureOfDates else { return }
    if let written, model.account.tenureMonths != months {
      tell(
        "made-of-facts",
        "The tenure is made of the dates in Account, and will be “\(Wording.months(months))”",
        at: written.position, .note)
    }
    model.account.tenureMonths = months
  }

  /// An item's label and what follows it, with or without bold type.
  func labelled(_ text: DraftText) -> (label: String, value: DraftText)? {
    var value = text
    value.strong = nil
    if let lead = text.lead {
      value.rest = text.text
      return (lead, value)
    }
    guard let (label, rest) = text.whole.cut(atFirst: ":") else { return nil }
    value.rest = rest.trimmed
    return (label.trimmed, value)
  }

  private mutating func readFact(
    _ label: String, _ value: DraftText, _ tenure: inout DraftText?
  ) {
    let text = value.whole
    if label.folded == "tenure" {
      tenure = value
      guard let number = Numbers.whole(text) else {
        if !text.isEmpty { leave(value, because: "a tenure is written like 39 months") }
        return
      }
      model.account.tenureMonths =
        text.folded.utf8.firstRange(of: "year".utf8) == nil ? number : number * 12
      return
    }
    guard
      let field = Account.Field.allCases.first(where: { Labels.label($0).folded == label.folded })
    else {
      let labels = Account.Field.allCases.map { Labels.label($0) }.joined(separator: ", ")
      return leave(value, because: "the facts that an account has are \(labels), Tenure")
    }
    guard !text.isEmpty, read(text, as: field, value) else { return }
    let excerpts = evidence(value)
    if !excerpts.isEmpty { model.account.evidence[field.rawValue] = excerpts }
  }

  /// Reads one fact's value; returns whether there is one.
  private mutating func read(_ text: String, as field: Account.Field, _ value: DraftText) -> Bool {
    switch field {
    case .name: model.account.name = text
    case .segment: model.account.segment = text
    case .industry: model.account.industry = text
    case .region: model.account.region = text
    case .csm: model.account.csm = text
    case .contractValue:
      model.account.contractValue = Numbers.money(text)
      if model.account.contractValue == nil {
        leave(value, because: "a contract value is written like $84,000 a year")
        return false
      }
    case .startDate: model.account.startDate = date(text, in: value)
    case .noticeDate: model.account.noticeDate = date(text, in: value)
    case .renewalDate: model.account.renewalDate = date(text, in: value)
    case .churnDate: model.account.churnDate = date(text, in: value)
    case .journeyStage:
      model.account.journeyStage = word(text, in: value) { Labels.label($0) }
    }
    return isKnown(field)
  }

  private func isKnown(_ field: Account.Field) -> Bool {
    switch field {
    case .startDate: model.account.startDate != nil
    case .noticeDate: model.account.noticeDate != nil
    case .renewalDate: model.account.renewalDate != nil
    case .churnDate: model.account.churnDate != nil
    case .journeyStage: model.account.journeyStage != nil
    default: true
    }
  }

  /// The root cause and what became of the account.
  mutating func readVerdict(_ blocks: [DraftOutline.Block]) {
    var cause = model.rootCause.primary
    var hasCause = false
    for block in blocks {
      switch block {
      case .paragraph(let text):
        if let named = text.strong?.without(start: "Root cause"), !hasCause {
          hasCause = true
          readRootCause(named, text, &cause)
        } else if hasCause {
          cause.summary = Self.joined(cause.summary, text.whole)
          cause.evidence += evidence(text)
        } else {
          headline = text
        }
      case .item(let item):
        guard let (label, value) = labelled(item.text) else { fallthrough }
        switch label.folded {
        case "outcome":
          model.outcome = word(value.whole, in: value) { Labels.label($0) } ?? model.outcome
        case "preventable":
          cause.controllable =
            word(value.whole, in: value) { Labels.label($0) } ?? cause.controllable
        case "confidence":
          cause.confidence = confidence(value.whole, in: value) ?? cause.confidence
        default: leave(block, because: "the verdict has Outcome, Preventable and Confidence")
        }
      default: leave(block, because: "the verdict is a paragraph and its items")
      }
    }
    model.rootCause.primary = cause
  }

  private mutating func readRootCause(_ named: String, _ text: DraftText, _ cause: inout Cause) {
    var name = named.trimmed
    if name.utf8.first == UInt8(ascii: ":") { name = String(name.dropFirst()).trimmed }
    var summary = text.rest
    if let last = name.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") {
      name = String(name.dropLast())
    }
    if let first = summary.utf8.first, first == UInt8(ascii: ".") || first == UInt8(ascii: ":") {
      summary = String(summary.dropFirst()).trimmed
    }
    // `**Root cause:** Price. They …`: the category stands outside the bold type.
    if name.isEmpty {
      (name, summary) = summary.cut(atFirst: ".") ?? (summary, "")
    }
    cause.category = category(name, in: text)
    cause.summary = summary.trimmed
    cause.evidence = evidence(text)
  }

  /// The moment from which things went wrong.
  mutating func readTurningPoint(_ blocks: [DraftOutline.Block]) {
    var point = TurningPoint()
    var isEmpty = true
    for block in blocks {
      isEmpty = false
      switch block {
      case .paragraph(let text):
        point.summary = Self.joined(point.summary, text.whole)
        point.evidence += evidence(text)
      case .item(let item): read(item, into: &point)
      default: leave(block, because: "the turning point is a paragraph and its items")
      }
    }
    if !isEmpty { model.turningPoint = point }
  }

  private mutating func read(_ item: DraftOutline.Item, into point: inout TurningPoint) {
    if let when = item.text.lead?.without(start: "Could also be") {
      let words = when.utf8.first == UInt8(ascii: ",") ? String(when.dropFirst()) : when
      point.alternatives.append(
        Moment(
          summary: item.text.text, date: date(words, in: item.text), evidence: evidence(item.text)))
      return
    }
    let (label, value) = labelled(item.text) ?? ("", item.text)
    switch label.folded {
    case "date": point.date = date(value.whole, in: value)
    case "journey stage": point.journeyStage = word(value.whole, in: value) { Labels.label($0) }
    case "confidence": point.confidence = confidence(value.whole, in: value) ?? 0
    default:
      leave(
        item.text,
        because: "a turning point has Date, Journey stage, Confidence and “Could also be, DATE: …”")
    }
  }

  static func joined(_ first: String, _ second: String) -> String {
    [first, second].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
