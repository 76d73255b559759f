/// The exponential function, without a mathematics library: the same bits on every platform.
enum Exponential {
  /// e to the power of `exponent`, to about 1e-12 of its value.
  static func of(_ exponent: Double) -> Double {
    if exponent < -700 { return 0 }
    if exponent > 700 { return .greatestFiniteMagnitude }
    // Halve until the series converges at once, then square back.
    let halvings = 10
    let small = exponent / Double(1 << halvings)
    var term = 1.0
    var sum = 1.0
    for power in 1...8 {
      term *= small / Double(power)
      sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }

  /// How likely each of several things of which one holds is, by their log-odds.
  static func likelihoods(ofLogOdds odds: [Double]) -> [Double] {
    let top = odds.max() ?? 0
    let shares = odds.map { of($0 - top) }
    let sum = shares.reduce(0, +)
    return shares.map { $0 / sum }
  }
}
