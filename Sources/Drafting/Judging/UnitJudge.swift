/// Weighs what each unit of a note is: a lesson, an action, a warning, a turning point, a quote worth keeping.
///
/// An additive score: each feature adds its points, and the sum is a log-odds. The points are learnt from labelled
/// notes by `Training/train.py` and kept as text, so that each verdict can be taken apart again.
struct UnitJudge: Sendable {
  /// The names of what is judged, in the order of the columns.
  let targets: [String]
  private let rows: [UInt64: Int]
  private let weights: [Float]
  private let biases: [Float]

  /// Reads the model's file: a line `targets` with their names, a line `bias`, then `feature` and a weight for each target, tabs between.
  init(parsing bytes: [UInt8]) {
    var targets: [String] = []
    var rows: [UInt64: Int] = [:]
    var weights: [Float] = []
    var biases: [Float] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard let head = columns.first else { continue }
      let values = columns.dropFirst()
      if head.elementsEqual("targets".utf8) {
        targets = values.map { String(Substring($0)) }
      } else if head.elementsEqual("bias".utf8) {
        biases = values.map { Float(Substring($0)) ?? 0 }
      } else if let feature = Feature(parsing: Substring(head).utf8), values.count == targets.count {
        rows[feature.hash] = weights.count
        weights += values.map { $0.isEmpty ? 0 : Float(Substring($0)) ?? 0 }
      }
    }
    self.targets = targets
    self.rows = rows
    self.weights = weights
    self.biases = biases.count == targets.count ? biases : targets.map { _ in 0 }
  }

  /// The log-odds of each target for each unit, unit by unit.
  func judge(_ note: Note) -> Verdicts {
    let reader = FeatureReader(note: note)
    var scores: [Float] = []
    scores.reserveCapacity(note.units.count * targets.count)
    for index in note.units.indices {
      let start = scores.count
      scores += biases
      reader.read(index) { feature, _ in
        guard let row = rows[feature.hash] else { return }
        for target in targets.indices { scores[start + target] += weights[row + target] }
      }
    }
    return Verdicts(targets: targets, scores: scores)
  }
}

/// How likely each unit is each of the targets.
struct Verdicts: Sendable {
  let targets: [String]
  fileprivate(set) var scores: [Float]

  /// The log-odds that the unit at `index` is `target`; very unlikely for a target that the model does not know.
  func score(_ target: String, _ index: Int) -> Double {
    guard let column = targets.firstIndex(of: target) else { return -10 }
    return Double(scores[index * targets.count + column])
  }
}
