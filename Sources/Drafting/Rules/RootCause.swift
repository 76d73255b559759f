import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Weighs the causes and gives the verdict: primary, contributing, ruled out, stated, or undetermined.
  static let rootCause = Rule(
    id: "root-cause", summary: "Root cause, what else played a part, and what did not"
  ) { reading, draft in
    let note = reading.note
    let weigher = CauseWeigher(
      note: note, points: reading.knowledge.points, company: reading.knowledge.company)
    let evidence = CauseReader(reading: reading, turningUnit: reading.moments.turningPoint).read()
    let verdict = CauseVerdict(ledgers: weigher.ledgers(evidence), weigher: weigher).rootCause
    draft.postmortem.rootCause = verdict
    if let stated = StatedReasonFinder(reading: reading).find(),
      stated.category != verdict.primary.category
    {
      draft.postmortem.rootCause.statedReason = stated
    }
    draft.postmortem.rootCause.trigger = trigger(in: reading)
  }

  private static func trigger(in reading: Reading) -> Trigger? {
    let note = reading.note
    for (index, unit) in note.units.enumerated() {
      guard unit.cues.contains(where: { $0.topic == .role("trigger") && $0.modality == .asserted })
      else { continue }
      let excerpt = note.excerpt(of: unit)
      return Trigger(
        summary: excerpt.quote, date: reading.moments.date(of: index), evidence: [excerpt])
    }
    return nil
  }
}
