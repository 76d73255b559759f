import Evidence
import PostmortemModel
import Reporting

extension DraftReader {
  /// What else played a part, what was given as the reason, what opened the question and what was ruled out.
  mutating func readCauses(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      guard case .item(let item) = block, let lead = item.text.lead else {
        leave(
          block,
          because:
            "causes are items that begin with Stated reason, Trigger, Contributing or Ruled out")
        continue
      }
      let text = item.text
      if let rest = Self.after("Stated reason", lead) {
        model.rootCause.statedReason = StatedReason(
          category: category(rest, in: text), summary: text.text, evidence: evidence(text))
      } else if let rest = Self.after("Trigger", lead) {
        model.rootCause.trigger = Trigger(
          summary: text.text, date: date(rest, in: text), evidence: evidence(text))
      } else if let rest = Self.after("Ruled out", lead) {
        model.rootCause.ruledOut.append(
          RuledOutCause(category: category(rest, in: text), evidence: evidence(text)))
        if !text.text.isEmpty {
          leave(
            text, because: "of a cause that is ruled out only the category and the lines are kept")
        }
      } else {
        model.rootCause.contributing.append(
          contributing(Self.after("Contributing", lead) ?? lead, text))
      }
    }
  }

  /// What follows the first word of a lead and its comma.
  private static func after(_ start: String, _ lead: String) -> String? {
    guard let rest = lead.without(start: start)?.trimmed else { return nil }
    return rest.utf8.first == UInt8(ascii: ",") ? String(rest.dropFirst()).trimmed : rest
  }

  private mutating func contributing(_ words: String, _ text: DraftText) -> Cause {
    // Where a person adds a cause in few words, the rest is as open as can be.
    var cause = Cause(
      category: .other, summary: text.text, controllable: .partly, confidence: 0.5)
    var name = words
    if let (before, after) = name.cut(atLast: ", confidence ") {
      cause.confidence = confidence(after, in: text) ?? cause.confidence
      name = before
    }
    if let (before, after) = name.cut(atLast: ", preventable ") {
      cause.controllable = word(after, in: text) { Labels.label($0) } ?? cause.controllable
      name = before
    }
    cause.category = category(name, in: text)
    cause.evidence = evidence(text)
    return cause
  }

  /// How the causes were weighed.
  mutating func readWeighing(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      guard case .item(let item) = block, let lead = item.text.lead else {
        leave(block, because: "weighed causes are items with their points")
        continue
      }
      var candidate = CauseCandidate(category: category(lead, in: item.text))
      candidate.points = number(item.text.text, in: item.text) ?? 0
      for child in item.children {
        let points = child.text.lead.flatMap { number($0, in: child.text) }
        candidate.because.append(
          CausePoint(
            what: child.text.text, points: points ?? 0, evidence: evidence(child.text)))
      }
      model.rootCause.candidates.append(candidate)
    }
  }
}
