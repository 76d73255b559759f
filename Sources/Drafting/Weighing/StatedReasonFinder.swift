import Evidence
import Language
import PostmortemModel

/// Finds what the customer gave as the reason: in answers to the question why, or where the note says "officially".
struct StatedReasonFinder {
  let reading: Reading

  func find() -> StatedReason? {
    let note = reading.note
    for (index, unit) in note.units.enumerated() {
      guard let least = least(unit),
        let likeliest = reading.causes.of(index).max(by: { $0.likelihood < $1.likelihood }),
        likeliest.likelihood >= least, !reading.isDenied(index)
      else { continue }
      let excerpt = note.excerpt(of: unit)
      return StatedReason(
        category: likeliest.category, summary: excerpt.quote, evidence: [excerpt])
    }
    return nil
  }

  /// How likely the unit must speak of a cause to be a reason: whatever answers the question why is one, what the note calls so
  /// may speak of something else, and all else is none.
  private func least(_ unit: Unit) -> Double? {
    answersWhy(unit) ? 0.35 : isCalledReason(unit) ? 0.5 : nil
  }

  /// Whether it is the value of a key that asks for the stated reason, or an answer to the question why.
  private func answersWhy(_ unit: Unit) -> Bool {
    let name = reading.note.fieldName(ofPassage: unit.passage)
    if case .answer = reading.note.passage(of: unit).form, name == "root_cause" { return true }
    return name == "stated_reason"
  }

  private func isCalledReason(_ unit: Unit) -> Bool {
    unit.cues.contains {
      $0.topic == .role("stated-reason") && $0.weight >= 2 && $0.modality != .denied
    }
  }
}
