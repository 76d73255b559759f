/// What a run is told by the one that watches over it.
public struct RunOrders: Equatable, Sendable {
  /// Notes that end the process, by the names of their reports, with the signal that it ended with.
  public var avoided: [String: Int32] = [:]
  /// Notes of which one has ended the process: they are worked on first, one at a time.
  public var suspects: Set<String> = []

  /// No orders.
  public init() {}

  /// Reads orders as ``bytes`` writes them; of what is none nothing is taken.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      switch (words.first, words.count) {
      case ("avoid", 3): avoided[words[1]] = Int32(words[2]) ?? 0
      case ("suspect", 2): suspects.insert(words[1])
      default: break
      }
    }
  }

  /// The orders as text, a line each.
  var bytes: [UInt8] {
    let lines =
      avoided.sorted { $0.key < $1.key }.map { "avoid \($0.key) \($0.value)\n" }
      + suspects.sorted().map { "suspect \($0)\n" }
    return Array(lines.joined().utf8)
  }
}
