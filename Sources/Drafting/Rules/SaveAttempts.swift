import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists what was tried to keep the customer; where they left all the same, it did not work.
  static let saveAttempts = Rule(id: "save-attempts", summary: "What was tried to keep them") {
    reading, draft in
    let note = reading.note
    for (index, unit) in note.units.enumerated() {
      let isTold = unit.cues.contains {
        $0.topic == .role("save-attempt") && $0.modality == .asserted
      }
      guard isTold, reading.verdicts.score("lesson", index) < 0,
        reading.verdicts.score("action", index) < 0
      else { continue }
      let excerpt = note.excerpt(of: unit)
      draft.postmortem.saveAttempts.append(
        SaveAttempt(
          what: excerpt.quote, date: Moments.date(of: index, in: note),
          outcome: draft.postmortem.outcome == .lost ? .unsuccessful : .unknown, evidence: [excerpt]
        ))
    }
  }
}
