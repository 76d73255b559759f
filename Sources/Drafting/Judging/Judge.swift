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
    // The file is read at every start, and has tens of thousands of numbers.
    rows.reserveCapacity(bytes.count / 48)
    weights.reserveCapacity(bytes.count / 3)
    var next = 0
    while next < bytes.count {
      let line = bytes[next..<(bytes[next...].firstIndex(of: 0x0A) ?? bytes.count)]
      next = line.endIndex + 1
      guard let first = line.first, first != 0x23 else { continue }
      let head = line.prefix { $0 != 0x09 }
      let values = line[head.endIndex...]
      if head.elementsEqual("targets".utf8) {
        targets = values.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      } else if head.elementsEqual("bias".utf8) {
        Self.append(values, to: &biases)
      } else if let feature = Feature(parsing: head) {
        let row = weights.count
        Self.append(values, to: &weights)
        if weights.count - row == targets.count {
          rows[feature.hash] = row
        } else {
          weights.removeSubrange(row...)
        }
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

  /// Appends decimal numbers with sign, each of which has a tab before it; an empty one is nought.
  private static func append(_ bytes: ArraySlice<UInt8>, to numbers: inout [Float]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      index += 1
      var digits = 0
      var scale = 0
      var isNegative = false
      while index < bytes.endIndex, bytes[index] != 0x09 {
        switch bytes[index] {
        case 0x2D: isNegative = true
        case 0x2E: scale = 1
        default:
          digits = digits &* 10 &+ Int(bytes[index] &- 0x30)
          scale &*= 10
        }
        index += 1
      }
      let value = scale > 1 ? Float(digits) / Float(scale) : Float(digits)
      numbers.append(isNegative ? -value : value)
    }
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
