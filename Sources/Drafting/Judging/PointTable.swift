import Language

/// The points that features give targets, packed: learnt by `Training/train.py`, embedded in the program.
///
/// The first of the targets have points of their own. All are told by hidden numbers, where there are any, to which features
/// give points as well (``HiddenLayer``); a column is a target with points of its own or such a number.
///
/// A file is little-endian: `PMPOINT4`; the numbers of targets, of targets with points of their own, of hidden numbers, of
/// neighbours on a side, of rows and of slots, and the length of the targets' names (4 bytes each); the names with a line
/// feed behind each; 4-byte floats: for each target its bias, for each column the value of one point, and the hidden layer; a bit for
/// each feature, in a 16th as many 8-byte words as there are slots; the slots, an open-addressed table of 4 bytes for the
/// upper half of a feature's hash and 4 for the number of its row, -1 where free; and the rows, a signed byte a column.
/// Behind that stand the features in plain text, a line each in the order of the rows: for people, the program does not
/// read them.
package final class PointTable: Sendable {
  /// The names of what is judged, in the order of the columns.
  package let targets: [String]
  let biases: [Float]
  /// How many targets have points of their own: the first ones.
  let ownCount: Int
  /// What one point of each column is worth, in log-odds for a target.
  let units: [Float]
  /// What tells the other targets.
  let layer: HiddenLayer
  /// The number of each target, by its key.
  let columns: WordTable
  /// How many rows there are.
  let rowCount: Int
  private let slots: PackedArray<Slot>
  /// A bit for every feature, some of which share it: it tells of most features without points that they have none.
  private let known: PackedArray<UInt64>
  private let points: PackedArray<Int8>
  /// The features in plain text; read for people only.
  private let names: PackedArray<UInt8>

  /// A place of the features' table: the upper half of a feature's hash and its row, or -1 where it is free.
  struct Slot: BitwiseCopyable {
    var tag: UInt32
    var row: Int32
  }

  static let magic = Array("PMPOINT4".utf8)
  /// So many sizes stand behind the magic.
  private static let sizeCount = 7

  /// Reads a table where it lies; one without targets where `bytes` are none.
  package init(_ bytes: PackedBytes) {
    let sizes = bytes.numbers(UInt32.self, at: Self.magic.count, count: Self.sizeCount).all
      .map(Int.init)
    let isTable =
      sizes.count == Self.sizeCount && sizes.allSatisfy { $0 <= bytes.count }
      && sizes[1] <= sizes[0]
      && bytes.numbers(at: 0, count: Self.magic.count).all == Self.magic
    let size = isTable ? sizes : Array(repeating: 0, count: Self.sizeCount)
    let (targetCount, own, hidden, reach) = (size[0], size[1], size[2], size[3])
    let (rows, slotCount, nameBytes) = (size[4], size[5], size[6])
    var offset = Self.magic.count + Self.sizeCount * 4
    func next<Value: BitwiseCopyable>(_ count: Int) -> PackedArray<Value> {
      defer { offset += count * MemoryLayout<Value>.stride }
      return bytes.numbers(at: offset, count: count)
    }
    let head: PackedArray<UInt8> = next(nameBytes)
    let biases: PackedArray<Float> = next(targetCount)
    let units: PackedArray<Float> = next(own + hidden)
    let thresholds: PackedArray<Float> = next(hidden)
    let shares: PackedArray<Float> = next(HiddenLayer.sharesADistance * reach * hidden)
    let readout: PackedArray<Float> = next(hidden * targetCount)
    known = next(max(1, slotCount / 16))
    slots = next(slotCount)
    points = next(rows * (own + hidden))
    names = next(max(0, bytes.count - offset))
    let isWhole = slotCount > 0 && points.count == rows * (own + hidden)
    rowCount = isWhole ? rows : 0
    ownCount = isWhole ? own : 0
    self.biases = isWhole ? biases.all : []
    self.units = isWhole ? units.all : []
    layer = HiddenLayer(
      thresholds: isWhole ? thresholds.all : [], shares: isWhole ? shares.all : [],
      readout: isWhole ? readout.all : [])
    targets =
      isWhole ? head.all.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } : []
    var columns = WordTable(capacity: 64)
    for (number, target) in targets.enumerated() {
      columns.insert(Self.key(ofTarget: target), Int32(number))
    }
    self.columns = columns
  }

  /// What ``columns`` knows a target by.
  static func key(ofTarget target: String) -> UInt64 { Feature(.form, target).hash }

  /// The rows of those of `features` that have one.
  func find(_ features: [Feature], _ rows: inout [Int32]) {
    rows.removeAll(keepingCapacity: true)
    guard rowCount > 0 else { return }
    let (slots, known) = (slots, known)
    let mask = slots.count - 1
    for feature in features {
      let hash = feature.hash
      guard known[Self.word(hash, of: known.count)] & 1 << (hash & 63) != 0 else { continue }
      var place = Self.slot(hash) & mask
      while slots[place].row >= 0 {
        if slots[place].tag == UInt32(hash >> 32) {
          rows.append(slots[place].row)
          break
        }
        place = (place + 1) & mask
      }
    }
  }

  /// Adds the points of rows to `sums`, one of which belongs to each column.
  func add(_ rows: [Int32], to sums: inout [Int32]) { points.add(rows: rows, to: &sums) }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) }

  /// Which of `count` words of ``known`` has the bit of a feature.
  private static func word(_ hash: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 44) & (count - 1)
  }

  /// The features in plain text, in the order of the rows.
  var featureNames: [String] {
    names.all.split(separator: 0x0A).prefix(rowCount).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The points that the feature of `row` gives `column`.
  func point(_ row: Int, _ column: Int) -> Int8 { points[row * units.count + column] }

  /// The table of slots for features by their hashes, in the order of the rows, and the bits that tell of them.
  static func slots(of hashes: [UInt64]) -> (table: [Slot], known: [UInt64]) {
    var count = 2
    while count < hashes.count * 2 { count *= 2 }
    var table = [Slot](repeating: Slot(tag: 0, row: -1), count: count)
    var known = [UInt64](repeating: 0, count: max(1, count / 16))
    for (row, hash) in hashes.enumerated() {
      var at = slot(hash) & (count - 1)
      while table[at].row >= 0 { at = (at + 1) & (count - 1) }
      table[at] = Slot(tag: UInt32(hash >> 32), row: Int32(row))
      known[word(hash, of: known.count)] |= 1 << (hash & 63)
    }
    return (table, known)
  }
}
