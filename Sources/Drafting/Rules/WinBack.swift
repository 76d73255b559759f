import Chronology
import Evidence
import PostmortemModel

extension Rule {
  /// Says whether they would come back, by what is said where the note asks for it, or in words of coming back.
  static let winBack = Rule(id: "win-back", summary: "Whether they would come back") { reading, draft in
    let note = reading.note
    var sums: [WinBackLikelihood: Double] = [:]
    var best: (unit: Unit, score: Double)?
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if note.layout.questionPassages.contains(unit.passage) { continue }
      let score = reading.verdicts.score("win_back", index)
      guard score > 0 else { continue }
      if case .heading = passage.form { continue }
      for likelihood in [WinBackLikelihood.likely, .possible, .unlikely] {
        sums[likelihood, default: 0] += Exponential.of(reading.verdicts.score("win_back/" + likelihood.rawValue, index))
      }
      if score > best?.score ?? 0 { best = (unit, score) }
    }
    guard let best else { return }
    let order: [WinBackLikelihood] = [.unlikely, .possible, .likely]
    guard let likelihood = order.max(by: { sums[$0, default: 0] < sums[$1, default: 0] }) else { return }
    let excerpt = note.excerpt(of: best.unit)
    draft.postmortem.relationship.winBack = WinBack(
      likelihood: likelihood,
      condition: likelihood == .unlikely ? nil : excerpt.quote,
      revisitOn: note.chronology.mentions[best.unit.dates].last?.date, evidence: [excerpt])
  }
}
