import Chronology
import Evidence
import PostmortemModel

extension Rule {
  /// Says whether they would come back, by what is said where the note asks for it, or in words of coming back.
  static let winBack = Rule(id: "win-back", summary: "Whether they would come back") {
    reading, draft in
    let note = reading.note
    var sums: [WinBackLikelihood: Double] = [:]
    var best: (unit: Unit, score: Double)?
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if note.layout.questionPassages.contains(unit.passage) { continue }
      if case .heading = passage.form { continue }
      let score = speaksOfReturn(unit, passage, note)
      guard score > 0 else { continue }
      for likelihood in [WinBackLikelihood.likely, .possible, .unlikely] {
        sums[likelihood, default: 0] += Exponential.of(
          reading.verdicts.score("win_back/" + likelihood.rawValue, index))
      }
      if score > best?.score ?? 0 { best = (unit, score) }
    }
    guard let best else { return }
    let order: [WinBackLikelihood] = [.unlikely, .possible, .likely]
    guard let likelihood = order.max(by: { sums[$0, default: 0] < sums[$1, default: 0] }) else {
      return
    }
    let excerpt = note.excerpt(of: best.unit)
    draft.postmortem.relationship.winBack = WinBack(
      likelihood: likelihood,
      condition: likelihood == .unlikely ? nil : excerpt.quote,
      revisitOn: note.chronology.mentions[best.unit.dates].last?.date, evidence: [excerpt])
  }

  /// How clearly a unit speaks of coming back: by its place, else by its words.
  private static func speaksOfReturn(_ unit: Unit, _ passage: Passage, _ note: Note) -> Double {
    let topics =
      note.topics(of: passage) + [note.fieldName(ofPassage: unit.passage)].compactMap { $0 }
    let byPlace = topics.contains("win_back") || topics.contains("win-back") ? 2.0 : 0
    return unit.cues.reduce(byPlace) { sum, cue in
      if case .role(let role) = cue.topic, role.hasPrefix("winback") {
        sum + cue.weight
      } else {
        sum
      }
    }
  }
}
