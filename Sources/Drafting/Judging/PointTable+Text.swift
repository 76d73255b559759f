extension PointTable {
  /// Packs a table that is written in plain text.
  ///
  /// Its lines are a word and cells, tabs between; an empty cell is nought. `targets` names the targets, `bias` has a number
  /// for each; `own` says how many of them, the first ones, have points of their own, where not all have. `threshold` has a
  /// number for each hidden number, `share` too, four lines a distance (``HiddenLayer``), and `readout` one for each target, a line for
  /// each hidden number. Every other line is a feature and its points for each column. Forms of one word are one feature:
  /// the first counts.
  package static func pack(_ text: [UInt8]) -> [UInt8] {
    var plain = PlainTable()
    for line in text.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard let head = columns.first else { continue }
      let cells = columns.dropFirst().map { Float(String(decoding: $0, as: UTF8.self)) ?? 0 }
      switch String(decoding: head, as: UTF8.self) {
      case "targets":
        plain.targets = columns.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      case "bias": plain.biases = cells
      case "own": plain.own = cells.first.map { max(0, Int($0)) }
      case "threshold": plain.thresholds = cells
      case "share": plain.shares += cells
      case "readout": plain.readout += cells
      default:
        guard let feature = Feature(parsing: head), cells.count == plain.columnCount,
          plain.known.insert(feature.hash).inserted
        else { continue }
        plain.hashes.append(feature.hash)
        plain.names.append(Array(head))
        plain.values.append(cells)
      }
    }
    return plain.packed
  }

  /// The table in plain text, as ``pack(_:)`` reads it, each number to three places; what rounds to nought is left empty.
  package var text: String {
    var lines = [(["targets"] + targets).joined(separator: "\t")]
    func add(_ head: String, _ cells: some Sequence<Float>) {
      lines.append(([head] + cells.map(Self.shown)).joined(separator: "\t"))
    }
    add("bias", biases)
    if layer.width > 0 {
      add("own", [Float(ownCount)])
      add("threshold", layer.thresholds)
      for start in stride(from: 0, to: layer.shares.count, by: layer.width) {
        add("share", layer.shares[start..<(start + layer.width)])
      }
      for start in stride(from: 0, to: layer.readout.count, by: targets.count) {
        add("readout", layer.readout[start..<(start + targets.count)])
      }
    }
    for (row, name) in featureNames.enumerated() {
      add(name, units.indices.map { Float(point(row, $0)) * units[$0] })
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shown(_ value: Float) -> String {
    let thousandths = Int((value * 1000).rounded())
    return thousandths == 0 ? "" : "\(Double(thousandths) / 1000)"
  }
}

/// A table as its plain text tells it.
private struct PlainTable {
  var targets: [String] = []
  var biases: [Float] = []
  var own: Int?
  var thresholds: [Float] = []
  var shares: [Float] = []
  var readout: [Float] = []
  var hashes: [UInt64] = []
  var names: [[UInt8]] = []
  var values: [[Float]] = []
  var known: Set<UInt64> = []

  /// How many of the targets have points of their own.
  var ownCount: Int { min(own ?? targets.count, targets.count) }

  /// How many points a feature has.
  var columnCount: Int { ownCount + thresholds.count }

  /// The table as ``PointTable`` reads it.
  var packed: [UInt8] {
    let units = (0..<columnCount).map { column in
      max(0.0001, values.reduce(Float(0)) { max($0, abs($1[column])) } / 127)
    }
    let slots = PointTable.slots(of: hashes)
    let reach =
      thresholds.isEmpty ? 0 : shares.count / thresholds.count / HiddenLayer.sharesADistance
    let header = Array((targets.joined(separator: "\n") + "\n").utf8)
    var bytes = PointTable.magic
    func append(_ value: some FixedWidthInteger) {
      var rest = value.littleEndian
      for _ in 0..<(value.bitWidth / 8) {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        if value.bitWidth > 8 { rest >>= 8 }
      }
    }
    let sizes = [
      targets.count, ownCount, thresholds.count, reach, hashes.count, slots.table.count,
      header.count,
    ]
    for size in sizes { append(UInt32(size)) }
    bytes += header
    for number in [biases, units, thresholds, shares, readout].joined() {
      append(number.bitPattern)
    }
    for word in slots.known { append(word) }
    for slot in slots.table {
      append(slot.tag)
      append(slot.row)
    }
    for row in values {
      for (column, value) in row.enumerated() { append(Int8((value / units[column]).rounded())) }
    }
    for name in names { bytes += name + [0x0A] }
    return bytes
  }
}
