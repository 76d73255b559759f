import PostmortemModel

extension Rule {
  /// Finds the moment from which it went the wrong way: what the note says so of, else what reads most like it.
  static let turningPoint = Rule(id: "turning-point", summary: "The turning point and its rivals") {
    reading, draft in
    let moments = reading.moments
    guard let best = moments.turningPoint else { return }
    let telling = moments.telling(best)
    let moment = moments.moment(telling)
    let points = reading.knowledge.points
    func confidence(_ index: Int) -> Double {
      Probability.ofLogOdds(
        points["turning-point.bias"] + points["turning-point.scale"] * moments.scores[index])
    }
    // A rival is hardly less likely, or likely by itself.
    let others = moments.ranked.filter { other in
      (moments.scores[other] > moments.scores[best] - 2.5 || confidence(other) >= 0.5)
        && !telling.contains { $0.contains(other) }
    }
    draft.postmortem.turningPoint = TurningPoint(
      summary: moment.summary, date: moment.date,
      confidence: confidence(best),
      evidence: moment.evidence,
      alternatives: others.prefix(2).map { moments.moment([$0..<($0 + 1)]) })
  }
}

/// Log-odds as probabilities.
enum Probability {
  /// The probability, in hundredths, that belongs to log-odds.
  static func ofLogOdds(_ score: Double) -> Double {
    (100 / (1 + Exponential.of(-score))).rounded() / 100
  }
}
