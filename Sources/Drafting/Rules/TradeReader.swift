import Evidence
import Language

/// Finds in a note's opening what the customer does: `(food bank)`, `Further education, 6,200 learners`, `Type: public hospital`.
///
/// Where nothing else tells it, the account's own name may: a woollen mill's, a university's.
struct TradeReader {
  private let features: TradeFeatures
  private let verdicts: Verdicts

  init(reading: Reading, account: String?) {
    let knowledge = reading.knowledge
    features = TradeFeatures(note: reading.note, lexicon: knowledge.lexicon, account: account)
    verdicts = knowledge.trades.judge(
      in: features.candidates.map { _ in 0 }, features.read)
  }

  /// The account's trade, with the place that tells it.
  func find() -> (String, Excerpt)? {
    let candidates = features.candidates
    let best = candidates.indices.max {
      verdicts.score("industry", $0) < verdicts.score("industry", $1)
    }
    guard let best, verdicts.score("industry", best) > 0 else { return nil }
    let candidate = candidates[best]
    let text = features.note.texts[candidate.passage]
    let excerpt = features.note.layout.passages[candidate.passage]
      .excerpt(text.bytes(of: features.telling(candidate)))
    return (features.text(of: candidate), excerpt)
  }
}
