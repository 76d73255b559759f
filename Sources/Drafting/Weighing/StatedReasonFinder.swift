import Evidence
import Language
import PostmortemModel

/// Finds what the customer gave as the reason: in answers to the question why, or where the note says "officially".
struct StatedReasonFinder {
  let reading: Reading

  func find() -> StatedReason? {
    let note = reading.note
    for unit in note.units {
      let passage = note.passage(of: unit)
      var isStated = unit.cues.contains {
        $0.topic == .role("stated-reason") && $0.modality != .denied
      }
      if case .answer = passage.form, note.fieldName(ofPassage: unit.passage) == "root_cause" {
        isStated = true
      }
      guard isStated else { continue }
      for cue in unit.cues {
        if case .cause(let category) = cue.topic, cue.modality == .asserted {
          let excerpt = note.excerpt(of: unit)
          return StatedReason(category: category, summary: excerpt.quote, evidence: [excerpt])
        }
      }
    }
    return nil
  }
}
