import Evidence
import PostmortemModel
import Reporting

extension DraftReader {
  /// The dated events.
  mutating func readTimeline(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "an event is an item that begins with its date") {
      let entry = entry(text, EventKind.other, as: { Labels.label($0) }, needsDate: true)
      guard let date = entry.date else {
        leave(text, because: "an event needs its date")
        continue
      }
      model.timeline.append(
        TimelineEvent(date: date, what: entry.what, kind: entry.kind, evidence: evidence(text)))
    }
  }

  /// The warnings before the loss.
  mutating func readSignals(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "a warning is an item") {
      let entry = entry(text, SignalKind.unresolvedIssue, as: { Labels.label($0) })
      model.signals.append(
        Signal(kind: entry.kind, what: entry.what, date: entry.date, evidence: evidence(text)))
      if !entry.hasKind {
        let labels = SignalKind.allCases.map { Labels.label($0) }.joined(separator: ", ")
        tell(
          "unread-word",
          "It does not say what kind of warning this is, so that it was taken for \(Labels.label(entry.kind)); the kinds are \(labels)",
          at: text.position)
      }
    }
  }

  /// What was tried to keep the customer.
  mutating func readSaveAttempts(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "a save attempt is an item") {
      let entry = entry(text, SaveOutcome.unknown, as: { Labels.label($0) })
      model.saveAttempts.append(
        SaveAttempt(
          what: entry.what, date: entry.date, outcome: entry.kind, evidence: evidence(text)))
    }
  }

  /// The items of a section, and its paragraphs as if they were items.
  mutating func texts(_ blocks: [DraftOutline.Block], _ rule: String) -> [DraftText] {
    var texts: [DraftText] = []
    for block in blocks {
      switch block {
      case .item(let item):
        texts += ([item] + item.children).map(\.text).filter { !$0.isEmpty }
      case .paragraph(let text): texts.append(text)
      default: leave(block, because: rule)
      }
    }
    return texts
  }

  /// An item that begins with its date and kind, in whichever order; without a lead the date is looked for in its words.
  private mutating func entry<Kind>(
    _ text: DraftText, _ standard: Kind, as label: (Kind) -> String, needsDate: Bool = false
  ) -> (date: PartialDate?, kind: Kind, hasKind: Bool, what: String)
  where Kind: CaseIterable & RawRepresentable<String> {
    guard let lead = text.lead else {
      let date = needsDate ? dates.mention(in: text.whole) : nil
      return (date, standard, false, text.whole)
    }
    var kind: Kind?
    var words: [String] = []
    for part in lead.utf8.split(separator: 0x2C) {
      let part = String(decoding: part, as: UTF8.self).trimmed
      if kind == nil, let known = Words.word(part, as: label) {
        kind = known
      } else {
        words.append(part)
      }
    }
    let when = words.joined(separator: " ")
    let isDated = when.isEmpty || when.folded == "undated" || dates.date(when) != nil
    // A lead that is neither is a part of the sentence.
    guard isDated else {
      let date = date(when, in: text)
      return (date, kind ?? standard, kind != nil, text.whole)
    }
    return (date(when, in: text), kind ?? standard, kind != nil, text.text)
  }

  /// The customer's own words.
  mutating func readQuotes(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      switch block {
      case .quote(let texts):
        var quote = Quote()
        var texts = texts
        if let last = texts.last, texts.count > 1 || !last.references.isEmpty,
          last.strong != nil, last.rest.isEmpty
        {
          quote.speaker = last.whole.folded == "speaker not named" ? nil : last.whole
          quote.evidence = evidence(last)
          texts.removeLast()
        }
        for text in texts {
          quote.text = Self.joined(quote.text, text.whole)
          quote.evidence += evidence(text)
        }
        if !quote.text.isEmpty { model.quotes.append(quote) }
      case .item(let item):
        model.quotes.append(Quote(text: item.text.whole, evidence: evidence(item.text)))
      default:
        leave(block, because: "the customer's words are block quotes, a > before each line")
      }
    }
  }

  /// What went well.
  mutating func readWentWell(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "what went well is a list") {
      model.wentWell.append(Strength(statement: text.whole, evidence: evidence(text)))
    }
  }

  /// The competitors that are named.
  mutating func readCompetitors(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "competitors are a list") {
      model.competitors.append(Competitor(name: text.whole, evidence: evidence(text)))
    }
  }

  /// The figures that are known.
  mutating func readMetrics(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "figures are a list") {
      let (label, value) = labelled(text) ?? ("", text)
      let (name, when) = label.cut(atFirst: ", ") ?? (label, "")
      guard let path = Labels.figures.first(where: { $0.label.folded == name.folded })?.path
      else {
        leave(text, because: "no figure is called “\(name.excerpt)”")
        continue
      }
      guard let number = number(value.whole, in: value) else { continue }
      model.metrics[keyPath: path] = Metric(
        value: number, date: date(when, in: text), evidence: evidence(value))
    }
  }

  /// The record of the risk.
  mutating func readRisk(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "the risk record is a list") {
      let (label, value) = labelled(text) ?? ("", text)
      let words = value.whole
      switch label.folded {
      case "stage":
        model.risk.stage = word(words, in: value) { Labels.label($0) } ?? model.risk.stage
      case "department owner":
        model.risk.departmentOwner = words.orNil.map { Words.department($0).rawValue }
      case "leadership owner": model.risk.leadershipOwner = words.orNil
      case "action owner": model.risk.actionOwner = words.orNil
      case "identified on": model.risk.identifiedOn = date(words, in: value)
      case "closed on": model.risk.closedOn = date(words, in: value)
      case "days at risk":
        model.risk.daysAtRisk = number(words, in: value).flatMap { Int(exactly: $0) }
      case "incidents":
        model.risk.incidents = number(words, in: value).flatMap { Int(exactly: $0) } ?? 0
      default: leave(text, because: "the risk record has no such entry")
      }
    }
  }
}
