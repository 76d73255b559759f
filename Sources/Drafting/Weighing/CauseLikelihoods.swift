import PostmortemModel

/// How likely it is that each unit of a note speaks of each cause.
struct CauseLikelihoods: Sendable {
  private let categories: [CauseCategory]
  private let values: [Double]

  /// Takes the verdicts on `units`, and the causes that only a company knows.
  init(_ verdicts: Verdicts, units: [Unit], own: [CauseCategory]) {
    let columns = CauseCategory.standard.compactMap { category in
      verdicts.column("cause/\(category.rawValue)").map { (category: category, column: $0) }
    }
    let none = verdicts.column("cause/none")
    categories = columns.map(\.category) + own
    var values: [Double] = []
    values.reserveCapacity(units.count * categories.count)
    for (index, unit) in units.enumerated() {
      let scores = columns.map { verdicts.score($0.column, index) }
      let other = none.map { verdicts.score($0, index) } ?? 0
      let told = Exponential.likelihoods(ofLogOdds: [other] + scores).dropFirst()
      var likelihoods = Array(told) + own.map { _ in 0 }
      Self.heed(unit, categories, &likelihoods)
      values += likelihoods
    }
    self.values = values
  }

  /// Where a company's own phrases name causes, these share what is likely, and little is left for all others.
  private static func heed(
    _ unit: Unit, _ categories: [CauseCategory], _ likelihoods: inout [Double]
  ) {
    guard unit.cues.contains(where: \.isOwn) else { return }
    let named = categories.indices.filter { index in
      unit.cues.contains { $0.isOwn && $0.topic == .cause(categories[index]) }
    }
    guard !named.isEmpty else { return }
    for index in categories.indices {
      likelihoods[index] =
        named.contains(index)
        ? max(likelihoods[index], Self.named) : likelihoods[index] * (1 - Self.named)
    }
  }

  /// How likely a unit speaks of a cause that it names in a company's own phrase.
  private static let named = 0.9

  /// The likelihoods of the unit at `index`; what is missing to 1 is that it speaks of none.
  func of(_ index: Int) -> [(category: CauseCategory, likelihood: Double)] {
    let start = index * categories.count
    return categories.indices.map { (categories[$0], values[start + $0]) }
  }
}
