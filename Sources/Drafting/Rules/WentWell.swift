import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists what the note says went well: under a heading that asks for it, in answer to such a question, or in such words.
  static let wentWell = Rule(id: "went-well", summary: "What went well") { reading, draft in
    let note = reading.note
    for (index, unit) in note.units.enumerated() {
      if note.announces(unit) { continue }
      let topics = note.topics(of: unit)
      let isAsked = topics.contains("went_well") || topics.contains("went-well")
      let isTold = unit.cues.contains {
        $0.topic == .role("went-well") && $0.modality == .asserted && $0.weight >= 1
      }
      guard isAsked || isTold, reading.verdicts.score("lesson", index) < 0 else { continue }
      let excerpt = note.excerpt(of: unit)
      draft.postmortem.wentWell.append(Strength(statement: excerpt.quote, evidence: [excerpt]))
    }
  }
}
