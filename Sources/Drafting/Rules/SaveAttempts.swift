import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists what was tried to keep the customer; where they left all the same, it did not work.
  ///
  /// That is what is told in such words, and the items under a heading or a question that asks for it.
  static let saveAttempts = Rule(id: "save-attempts", summary: "What was tried to keep them") {
    reading, draft in
    let note = reading.note
    for (index, unit) in note.units.enumerated() {
      if note.announces(unit) { continue }
      let cues = unit.cues.filter { $0.topic == .role("save-attempt") }
      let isTold = cues.contains { $0.modality == .asserted }
      let isDenied = !isTold && cues.contains { $0.modality == .denied }
      guard isTold || (!isDenied && isAskedFor(index, in: note)),
        reading.verdicts.score("lesson", index) < 0, reading.verdicts.score("action", index) < 0
      else { continue }
      let excerpt = note.excerpt(of: unit)
      draft.postmortem.saveAttempts.append(
        SaveAttempt(
          what: excerpt.quote, date: reading.moments.date(of: index),
          outcome: draft.postmortem.outcome == .lost ? .unsuccessful : .unknown, evidence: [excerpt]
        ))
    }
  }

  /// Whether a unit begins an item below a heading, or an answer to a question, about what was tried.
  private static func isAskedFor(_ index: Int, in note: Note) -> Bool {
    let unit = note.units[index]
    let topics = note.topics(of: unit)
    guard topics.contains("save-attempts") || topics.contains("save_attempts") else { return false }
    guard case .item = note.layout.passages[unit.passage].form else { return false }
    // What follows in an item tells how it went.
    return index == 0 || note.units[index - 1].passage != unit.passage
  }
}
