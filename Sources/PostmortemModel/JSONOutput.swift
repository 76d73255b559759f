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
    let indent = 2 * open.count
    if indent < Self.lineBreak.count {
      bytes += Self.lineBreak[...indent]
    } else {
      bytes += Self.lineBreak + [UInt8](repeating: 0x20, count: indent + 1 - Self.lineBreak.count)
    }
  }

  /// A line break with as many spaces behind it as the model's depth takes.
  private static let lineBreak: [UInt8] = [0x0A] + [UInt8](repeating: 0x20, count: 32)
  private static let colon: [UInt8] = [0x3A, 0x20]

  func writeKey(_ key: String) {
    writeString(key)
    bytes += Self.colon
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
  func writeString(_ text: String) { JSONString.append(text, to: &bytes) }

  /// Writes any value, ending whatever it opens.
  func writeValue<Value: Encodable>(_ value: Value) {
    let depth = open.count
    let start = bytes.count
    // A comparison of types is quick where a conversion is not, and passages are half of a model.
    if Value.self == [Excerpt].self, let passages = value as? [Excerpt] {
      writePassages(passages)
    } else if Value.self == [String: [Excerpt]].self, let evidence = value as? [String: [Excerpt]] {
      writeEvidence(evidence)
    } else {
      // The values of the model do not throw, and neither do the containers below.
      try? value.encode(to: JSONEncoding(output: self))
    }
    if bytes.count == start { writeNull() }
    closeContainers(downTo: depth)
  }

  /// Passages as their own `encode(to:)` would write them, without its detours.
  private func writePassages(_ passages: [Excerpt]) {
    let list = openContainer(0x5B, 0x5D)
    for passage in passages {
      beginElement(at: list)
      let depth = openContainer(0x7B, 0x7D)
      func begin(_ key: String) {
        beginElement(at: depth)
        writeKey(key)
      }
      begin("source")
      writeString(passage.source)
      begin("line")
      write(passage.line)
      begin("end_line")
      write(passage.endLine)
      begin("quote")
      writeString(passage.quote)
    }
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
