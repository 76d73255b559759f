import Evidence
import PostmortemModel

extension Rule {
  /// Keeps the customer's most telling words: quotations in the note, and what they said or wrote themselves.
  static let quotes = Rule(id: "quotes", summary: "The customer's own words worth keeping") {
    reading, draft in
    let note = reading.note
    let people = People(note: note, writer: draft.postmortem.account.csm)
    var candidates: [(score: Double, order: Int, quote: Quote)] = []
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if note.layout.questionPassages.contains(unit.passage) { continue }
      if case .heading = passage.form { continue }
      if case .value(let key) = passage.form,
        key == "subject" || key == "date" || key == "from" || key == "to"
      {
        continue
      }
      let score = reading.verdicts.score("quote", index)
      let isTheirs = note.side(of: passage) == .customer
      let spoken = isTheirs && unit.quotations.isEmpty ? [unit.range] : unit.quotations
      for range in spoken where Bytes.wordCount(range, in: passage.text.utf8) >= 3 {
        let excerpt = passage.excerpt(range)
        let speaker = people.speaker(ofQuotation: range, in: unit)
        candidates.append(
          (score, index, Quote(text: excerpt.quote, speaker: speaker, evidence: [excerpt])))
      }
    }
    let best = candidates.sorted { ($0.score, -$0.order) > ($1.score, -$1.order) }.prefix(8)
    draft.postmortem.quotes = best.sorted { $0.order < $1.order }.map(\.quote)
  }
}
