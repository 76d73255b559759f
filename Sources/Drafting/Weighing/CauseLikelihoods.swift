import PostmortemModel

/// How likely it is that each unit of a note speaks of each cause.
struct CauseLikelihoods: Sendable {
  private let categories: [CauseCategory]
  private let values: [Double]

  /// Takes the verdicts on `units`, and the causes that only a company's own vocabulary knows.
  init(_ verdicts: Verdicts, units: [Unit]) {
    let columns = CauseCategory.standard.compactMap { category in
      verdicts.column("cause/\(category.rawValue)").map { (category: category, column: $0) }
    }
    let none = verdicts.column("cause/none")
    var own: [CauseCategory] = []
    for unit in units {
      for case .cause(let category) in unit.cues.map(\.topic)
      where !own.contains(category) && !columns.contains(where: { $0.category == category }) {
        own.append(category)
      }
    }
    categories = columns.map(\.category) + own
    var values: [Double] = []
    values.reserveCapacity(units.count * categories.count)
    for (index, unit) in units.enumerated() {
      let scores = columns.map { verdicts.score($0.column, index) }
      let other = none.map { verdicts.score($0, index) } ?? 0
      let top = scores.reduce(other, max)
      let odds = scores.map { Exponential.of($0 - top) }
      let sum = odds.reduce(Exponential.of(other - top), +)
      values += odds.map { $0 / sum }
      values += own.map { category in
        unit.cues.contains { $0.topic == .cause(category) } ? Self.named : 0
      }
    }
    self.values = values
  }

  /// How likely a unit speaks of a cause that nothing was learnt of where it names it in a phrase of the vocabulary.
  private static let named = 0.9

  /// The likelihoods of the unit at `index`; what is missing to 1 is that it speaks of none.
  func of(_ index: Int) -> [(category: CauseCategory, likelihood: Double)] {
    let start = index * categories.count
    return categories.indices.map { (categories[$0], values[start + $0]) }
  }
}
