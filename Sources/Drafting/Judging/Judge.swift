/// Weighs what something in a note is, by its features.
///
/// An additive score: each feature adds its points to each target, and the sum is a log-odds. The points are learnt from
/// labelled notes by `Training/train.py` and kept as text, so that each verdict can be taken apart again.
struct Judge: Sendable {
  /// The names of what is judged, in the order of the columns.
  let targets: [String]
  private let rows: [UInt64: Int]
  private let weights: [Float]
  private let biases: [Float]

  /// Takes each feature of something; the second argument writes it out as the model's file would.
  typealias Sink = (Feature, @autoclosure () -> String) -> Void

  /// Reads the model's file: a line `targets` with their names, a line `bias`, then a feature and its points for each target a line, tabs between.
  init(parsing bytes: [UInt8]) {
    var targets: [String] = []
    var rows: [UInt64: Int] = [:]
    var weights: [Float] = []
    var biases: [Float] = []
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard let head = columns.first else { continue }
      let values = columns.dropFirst()
      if head.elementsEqual("targets".utf8) {
        targets = values.map { String(decoding: $0, as: UTF8.self) }
      } else if head.elementsEqual("bias".utf8) {
        biases = values.map(Self.number)
      } else if let feature = Feature(parsing: head), values.count == targets.count {
        rows[feature.hash] = weights.count
        weights += values.lazy.map(Self.number)
      }
    }
    self.targets = targets
    self.rows = rows
    self.weights = weights
    self.biases = biases.count == targets.count ? biases : targets.map { _ in -10 }
  }

  /// The verdicts on `count` things, of which `read` tells the features; a feature that is told twice counts once.
  func judge(_ count: Int, _ read: (Int, Sink) -> Void) -> Verdicts {
    var scores: [Float] = []
    scores.reserveCapacity(count * targets.count)
    var counted: [Int] = []
    for index in 0..<count {
      let start = scores.count
      scores += biases
      counted.removeAll(keepingCapacity: true)
      read(index) { feature, _ in
        guard let row = rows[feature.hash], !counted.contains(row) else { return }
        counted.append(row)
        for target in targets.indices { scores[start + target] += weights[row + target] }
      }
    }
    return Verdicts(targets: targets, scores: scores)
  }

  /// A decimal number with sign; empty is nought.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Float {
    var value: Float = 0
    var scale: Float = 0
    for byte in bytes where byte != 0x2D {
      if byte == 0x2E {
        scale = 1
      } else {
        value = value * 10 + Float(byte &- 0x30)
        scale *= 10
      }
    }
    if scale > 1 { value /= scale }
    return bytes.first == 0x2D ? -value : value
  }
}

/// How likely each of a number of things is each of the targets.
struct Verdicts: Sendable {
  let targets: [String]
  fileprivate let scores: [Float]

  /// The log-odds that the thing at `index` is `target`; very unlikely for a target that the model does not know.
  func score(_ target: String, _ index: Int) -> Double {
    guard let column = targets.firstIndex(of: target) else { return -10 }
    return Double(scores[index * targets.count + column])
  }
}
