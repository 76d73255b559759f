import Evidence
import PostmortemModel

extension Rule {
  /// Lists the warnings that came before the loss, each with its kind.
  static let signals = Rule(id: "signals", summary: "Warnings before the loss") { reading, draft in
    let note = reading.note
    for (index, unit) in note.units.enumerated() where reading.verdicts.score("signal", index) > 0 {
      let kind = SignalKind.allCases.max {
        reading.verdicts.score("signal/" + $0.rawValue, index)
          < reading.verdicts.score("signal/" + $1.rawValue, index)
      }
      let told = EventText.of(unit, in: note).unit
      let excerpt = note.excerpt(of: told)
      guard let kind, !draft.postmortem.signals.contains(where: { $0.evidence == [excerpt] }) else {
        continue
      }
      draft.postmortem.signals.append(
        Signal(
          kind: kind, what: excerpt.quote, date: Moments.date(of: index, in: note),
          evidence: [excerpt]))
    }
  }
}
