import Language

/// The points that features give targets, packed: learnt by `Training/train.py`, embedded in the program.
///
/// A file is little-endian: `PMPOINT2`, the number of targets, of rows and of slots (4 bytes each), the length of the
/// targets' names (4 bytes) and the names with a line feed behind each; then for each target its bias and the value of
/// one point (4-byte floats each); a bit for each feature, in a 16th as many 8-byte words as there are slots; the slots, an
/// open-addressed table of 4 bytes for the upper half of a feature's hash and 4 for the number of its row, -1 where
/// free; and the rows, a signed byte a target. Behind that stand the features in plain text, a line each in the order of
/// the rows: for people, the program does not read them.
package final class PointTable: Sendable {
  /// The names of what is judged, in the order of the columns.
  package let targets: [String]
  let biases: [Float]
  /// What one point of each target is worth, in log-odds.
  let units: [Float]
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
  private struct Slot: BitwiseCopyable {
    var tag: UInt32
    var row: Int32
  }

  private static let magic = Array("PMPOINT2".utf8)

  /// Reads a table where it lies; one without targets where `bytes` are none.
  package init(_ bytes: PackedBytes) {
    let sizes = bytes.numbers(UInt32.self, at: Self.magic.count, count: 4).all.map(Int.init)
    let isTable =
      sizes.count == 4 && sizes.allSatisfy { $0 <= bytes.count }
      && bytes.numbers(at: 0, count: Self.magic.count).all == Self.magic
    let (targetCount, rows, slotCount, nameBytes) =
      isTable ? (sizes[0], sizes[1], sizes[2], sizes[3]) : (0, 0, 0, 0)
    var offset = Self.magic.count + 16
    func next<Value: BitwiseCopyable>(_ count: Int) -> PackedArray<Value> {
      defer { offset += count * MemoryLayout<Value>.stride }
      return bytes.numbers(at: offset, count: count)
    }
    let head: PackedArray<UInt8> = next(nameBytes)
    let biases: PackedArray<Float> = next(targetCount)
    let units: PackedArray<Float> = next(targetCount)
    known = next(max(1, slotCount / 16))
    slots = next(slotCount)
    points = next(rows * targetCount)
    names = next(max(0, bytes.count - offset))
    let isWhole = slotCount > 0 && points.count == rows * targetCount
    rowCount = isWhole ? rows : 0
    self.biases = isWhole ? biases.all : []
    self.units = isWhole ? units.all : []
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

  /// Adds the points of a row to `sums`, one of which belongs to each target.
  func add(row: Int, to sums: inout [Int32]) {
    points.add(row * targets.count, to: &sums)
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) }

  /// Which of `count` words of ``known`` has the bit of a feature.
  private static func word(_ hash: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 44) & (count - 1)
  }
}

extension PointTable {
  /// Packs a table that is written in plain text.
  ///
  /// It holds a line `targets` with their names, a line `bias`, then a feature and
  /// its points for each target a line, tabs between; an empty cell is nought. Forms of one word are one feature: the first counts.
  package static func pack(_ text: [UInt8]) -> [UInt8] {
    var targets: [String] = []
    var biases: [Float] = []
    var hashes: [UInt64] = []
    var names: [[UInt8]] = []
    var values: [[Float]] = []
    var known: Set<UInt64> = []
    for line in text.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      let cells = columns.dropFirst().map { Float(String(decoding: $0, as: UTF8.self)) ?? 0 }
      switch columns.first.map({ String(decoding: $0, as: UTF8.self) }) {
      case "targets": targets = columns.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      case "bias": biases = cells
      default:
        guard let head = columns.first, let feature = Feature(parsing: head),
          cells.count == targets.count
        else { continue }
        guard known.insert(feature.hash).inserted else { continue }
        hashes.append(feature.hash)
        names.append(Array(head))
        values.append(cells)
      }
    }
    return write(targets: targets, biases: biases, hashes: hashes, values: values, names: names)
  }

  private static func write(
    targets: [String], biases: [Float], hashes: [UInt64], values: [[Float]], names: [[UInt8]]
  ) -> [UInt8] {
    let units = targets.indices.map { target in
      max(0.0001, values.reduce(Float(0)) { max($0, abs($1[target])) } / 127)
    }
    var slotCount = 2
    while slotCount < hashes.count * 2 { slotCount *= 2 }
    var slots = [Slot](repeating: Slot(tag: 0, row: -1), count: slotCount)
    var known = [UInt64](repeating: 0, count: max(1, slotCount / 16))
    for (row, hash) in hashes.enumerated() {
      var at = slot(hash) & (slotCount - 1)
      while slots[at].row >= 0 { at = (at + 1) & (slotCount - 1) }
      slots[at] = Slot(tag: UInt32(hash >> 32), row: Int32(row))
      known[word(hash, of: known.count)] |= 1 << (hash & 63)
    }
    var bytes = magic
    func append(_ value: some FixedWidthInteger) {
      var rest = value.littleEndian
      for _ in 0..<(value.bitWidth / 8) {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        if value.bitWidth > 8 { rest >>= 8 }
      }
    }
    let header = Array((targets.joined(separator: "\n") + "\n").utf8)
    for count in [targets.count, hashes.count, slotCount, header.count] { append(UInt32(count)) }
    bytes += header
    for bias in biases { append(bias.bitPattern) }
    for unit in units { append(unit.bitPattern) }
    for word in known { append(word) }
    for slot in slots {
      append(slot.tag)
      append(slot.row)
    }
    for row in values {
      for (target, value) in row.enumerated() { append(Int8((value / units[target]).rounded())) }
    }
    for name in names { bytes += name + [0x0A] }
    return bytes
  }
}

extension PointTable {
  /// The table in plain text, as ``pack(_:)`` reads it, each number to three places; what rounds to nought is left empty.
  package var text: String {
    var lines = [(["targets"] + targets).joined(separator: "\t")]
    lines.append((["bias"] + biases.map(Self.shown)).joined(separator: "\t"))
    for (row, name) in names.all.split(separator: 0x0A).enumerated() where row < rowCount {
      let own = targets.indices.map { Float(points[row * targets.count + $0]) * units[$0] }
      lines.append(
        ([String(decoding: name, as: UTF8.self)] + own.map(Self.shown)).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shown(_ value: Float) -> String {
    let thousandths = Int((value * 1000).rounded())
    return thousandths == 0 ? "" : "\(Double(thousandths) / 1000)"
  }
}
