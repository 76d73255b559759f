import Language

/// Weighs what something in a note is, by its features.
///
/// Each feature adds its points to targets, and to hidden numbers, by which targets are told in the light of the things around;
/// the sum is a log-odds. All are learnt from labelled notes by `Training/train.py`.
struct Judge: Sendable {
  private let table: PointTable

  /// Takes each feature of something; the second argument writes it out for training.
  typealias Sink = (Feature, @autoclosure () -> String) -> Void

  /// A judge by the points of a packed table.
  init(_ table: PointTable) { self.table = table }

  /// The names of what is judged, in the order of the columns.
  var targets: [String] { table.targets }

  /// The verdicts on things in the order of the note, each in the passage of such a number, of which `read` tells the features; a
  /// feature that is told twice counts once.
  ///
  /// All features of a thing are gathered before any is looked up, so that the look-ups need not wait for each other.
  func judge(in passages: [Int], _ read: (Int, Sink) -> Void) -> Verdicts {
    let count = passages.count
    let (all, own, columns) = (table.targets.count, table.ownCount, table.units.count)
    var scores: [Float] = []
    scores.reserveCapacity(count * all)
    var run = HiddenRun(table.layer)
    var hidden = [Float](repeating: 0, count: columns - own)
    // A bit for each row that counted already for the thing at hand.
    var counted = [UInt64](repeating: 0, count: table.rowCount / 64 + 1)
    var features: [Feature] = []
    var rows: [Int32] = []
    var sums = [Int32](repeating: 0, count: columns)
    for index in 0..<count {
      features.removeAll(keepingCapacity: true)
      read(index) { feature, _ in features.append(feature) }
      table.find(features, &rows)
      rows.removeAll { row in
        let word = Int(row >> 6)
        let bit = UInt64(1) << UInt64(row & 63)
        defer { counted[word] |= bit }
        return counted[word] & bit != 0
      }
      for row in rows { counted[Int(row >> 6)] = 0 }
      for column in 0..<columns { sums[column] = 0 }
      table.add(rows, to: &sums)
      for target in 0..<own {
        scores.append(table.biases[target] + Float(sums[target]) * table.units[target])
      }
      scores += table.biases[own...]
      for column in own..<columns {
        hidden[column - own] = Float(sums[column]) * table.units[column]
      }
      run.append(hidden, in: passages[index], to: &scores)
    }
    run.finish(&scores)
    return Verdicts(
      targets: table.targets, ownCount: own, columns: table.columns, scores: scores)
  }
}

/// How likely each of a number of things is each of the targets.
struct Verdicts: Sendable {
  let targets: [String]
  /// How many of the targets are no group's: the first ones.
  ///
  /// Of a group one holds; its targets begin with its name.
  let ownCount: Int
  private let columns: WordTable
  private var scores: [Float]

  fileprivate init(targets: [String], ownCount: Int, columns: WordTable, scores: [Float]) {
    self.targets = targets
    self.ownCount = ownCount
    self.columns = columns
    self.scores = scores
  }

  /// How many things are judged.
  var count: Int { targets.isEmpty ? 0 : scores.count / targets.count }

  /// Changes the log-odds: a number for each target of each thing, one thing's behind the other's.
  mutating func revise(_ change: (inout [Float]) -> Void) { change(&scores) }

  /// The column of a target, for ``score(_:_:)-(Int,_)``.
  func column(_ target: String) -> Int? {
    let column = columns.value(PointTable.key(ofTarget: target))
    return column < 0 ? nil : Int(column)
  }

  /// Raises the log-odds that the thing at `index` is `target` to at least `score`.
  mutating func raise(_ target: String, _ index: Int, to score: Float) {
    guard let column = column(target) else { return }
    let at = index * targets.count + column
    scores[at] = max(scores[at], score)
  }

  /// The log-odds that the thing at `index` is `target`; very unlikely for a target that the model does not know.
  func score(_ target: String, _ index: Int) -> Double {
    column(target).map { score($0, index) } ?? -10
  }

  /// The log-odds that the thing at `index` is the target of `column`.
  func score(_ column: Int, _ index: Int) -> Double {
    Double(scores[index * targets.count + column])
  }
}
