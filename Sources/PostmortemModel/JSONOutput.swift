import Evidence

/// Writes JSON bytes: keys in the order in which a value names them, two spaces of indent for each level.
///
/// Foundation's encoder sorts keys or shuffles them, and leaves out what is nil.
/// Encoding containers may outlive one another's last use, so that nothing tells when one ends; the next value at an
/// outer depth does.
final class JSONOutput {
  private(set) var bytes: [UInt8] = []
  private var open: [(closer: UInt8, count: Int)] = []

  init() { bytes.reserveCapacity(64 << 10) }

  /// Opens a container that ends with `closer`, and returns its depth.
  func openContainer(_ opener: UInt8, _ closer: UInt8) -> Int {
    bytes.append(opener)
    open.append((closer, 0))
    return open.count
  }

  /// Ends the containers that are deeper than `depth`.
  func closeContainers(downTo depth: Int) {
    while open.count > depth, let (closer, count) = open.popLast() {
      if count > 0 { breakLine() }
      bytes.append(closer)
    }
  }

  /// The whole text of one value, with a final line break.
  static func text(of value: some Encodable) -> [UInt8] {
    let output = JSONOutput()
    output.writeValue(value)
    output.bytes.append(0x0A)
    return output.bytes
  }

  /// Begins the next element of the container at `depth`.
  func beginElement(at depth: Int) {
    closeContainers(downTo: depth)
    if open[depth - 1].count > 0 { bytes.append(0x2C) }
    open[depth - 1].count += 1
    breakLine()
  }

  /// How many elements the container at `depth` has so far.
  func count(at depth: Int) -> Int { depth <= open.count ? open[depth - 1].count : 0 }

  private func breakLine() {
    bytes.append(0x0A)
    for _ in 0..<open.count {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  func writeKey(_ key: String) {
    writeString(key)
    bytes.append(0x3A)
    bytes.append(0x20)
  }

  func writeNull() { bytes += "null".utf8 }

  func write(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }

  func write(_ value: some BinaryInteger) { bytes += String(value).utf8 }

  /// Writes a number as short as it can be read back; JSON has no words for infinity and no-number, which become null.
  func write(_ value: Double) {
    guard value.isFinite else { return writeNull() }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return write(whole) }
    bytes += value.description.utf8
  }

  /// Writes text in quotes, escaped so that it can stand inside an HTML script element and a JavaScript literal too.
  func writeString(_ text: String) {
    bytes.append(0x22)
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x2F where before.1 == 0x3C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0xA8 where before == (0xE2, 0x80), 0xA9 where before == (0xE2, 0x80):
        bytes.removeLast(2)
        bytes += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
      case 0..<0x20: writeControl(byte)
      default: bytes.append(byte)
      }
      before = (before.1, byte)
    }
    bytes.append(0x22)
  }

  private func writeControl(_ byte: UInt8) {
    switch byte {
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    default:
      bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
      bytes += String(byte, radix: 16).utf8
    }
  }

  /// Writes any value, ending whatever it opens.
  func writeValue(_ value: some Encodable) {
    let depth = open.count
    let start = bytes.count
    if let evidence = value as? [String: [Excerpt]] {
      writeEvidence(evidence)
    } else {
      // The values of the model do not throw, and neither do the containers below.
      try? value.encode(to: JSONEncoding(output: self))
    }
    if bytes.count == start { writeNull() }
    closeContainers(downTo: depth)
  }

  /// A dictionary has no order of its own: the account's fields come in theirs.
  private func writeEvidence(_ evidence: [String: [Excerpt]]) {
    let depth = openContainer(0x7B, 0x7D)
    for key in Account.Field.ordered(evidence.keys) {
      beginElement(at: depth)
      writeKey(key)
      writeValue(evidence[key, default: []])
    }
  }
}
