import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists the steps of taking leave: data handed over, access closed, last invoice.
  static let offboarding = Rule(id: "offboarding", summary: "Steps of taking leave in good order") {
    reading, draft in
    let note = reading.note
    for unit in note.units {
      guard !note.isHeading(unit),
        unit.cues.contains(where: { $0.topic == .role("offboarding") && $0.modality != .denied })
      else { continue }
      // Elsewhere in a note an export may be what went wrong.
      let isAsked = note.topics(of: unit).contains("offboarding")
      let isTrouble = unit.cues.contains {
        $0.topic == .cause(.productQuality) && $0.modality == .asserted
      }
      if !isAsked, isTrouble { continue }
      var isDone = unit.cues.contains { $0.topic == .role("done") && $0.modality == .asserted }
      if case .item(.done?) = note.layout.passages[unit.passage].form { isDone = true }
      let excerpt = note.excerpt(of: unit)
      draft.postmortem.relationship.offboarding.append(
        OffboardingStep(step: excerpt.quote, done: isDone, evidence: [excerpt]))
    }
  }
}
