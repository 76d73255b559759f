import Chronology
import Evidence
import PostmortemModel

extension Rule {
  /// Says whether they would come back, by what is said where the note asks for it, or in words of coming back, and by
  /// why they left.
  static let winBack = Rule(id: "win-back", summary: "Whether they would come back") {
    reading, draft in
    let ledger = WinBackLedger(reading)
    let likelihood = ledger.likelihood(
      reading.knowledge.points, cause: draft.postmortem.rootCause.primary)
    guard likelihood != .notStated, let clearest = ledger.clearest else { return }
    let note = reading.note
    let unit = note.units[clearest.unit]
    let excerpt = note.excerpt(of: unit)
    draft.postmortem.relationship.winBack = WinBack(
      likelihood: likelihood,
      condition: likelihood == .unlikely ? nil : excerpt.quote,
      revisitOn: note.chronology.mentions[unit.dates].last?.date, evidence: [excerpt])
  }
}
