/// How long something took, each time that it was done.
struct Timing {
  private let sorted: [Double]

  /// Does `work` `count` times, after a few times for nothing.
  init(times count: Int, _ work: () throws -> Void) rethrows {
    for _ in 0..<max(1, count / 100) { try work() }
    let clock = ContinuousClock()
    var times: [Double] = []
    times.reserveCapacity(count)
    for _ in 0..<count {
      let time = try clock.measure(work).components
      times.append(Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15)
    }
    sorted = times.sorted()
  }

  /// The time in the middle, in milliseconds.
  var median: Double { sorted[sorted.count / 2] }
  /// The shortest time, in milliseconds.
  var least: Double { sorted[0] }
  /// The time that nine of ten times keep within, in milliseconds.
  var ninth: Double { sorted[min(sorted.count - 1, sorted.count * 9 / 10)] }
}
