import Evidence

/// Lays out JSON: brackets, commas, line breaks and the texts between them.
///
/// Encoding containers may outlive one another's last use, so that nothing tells when one ends; the next value at an
/// outer depth does.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let layout: JSONLayout
  private var open: [(closer: UInt8, count: Int)] = []

  init(_ layout: JSONLayout) {
    self.layout = layout
    bytes.reserveCapacity(64 << 10)
  }

  /// How many containers are open.
  var depth: Int { open.count }

  /// Opens a container that ends with `closer`, and returns its depth.
  private mutating func openContainer(_ opener: UInt8, _ closer: UInt8) -> Int {
    bytes.append(opener)
    open.append((closer, 0))
    return open.count
  }

  /// Opens an object, and returns its depth.
  mutating func openObject() -> Int { openContainer(0x7B, 0x7D) }

  /// Opens a list, and returns its depth.
  mutating func openList() -> Int { openContainer(0x5B, 0x5D) }

  /// Ends the containers that are deeper than `depth`.
  mutating func closeContainers(downTo depth: Int) {
    while open.count > depth, let (closer, count) = open.popLast() {
      if count > 0 { breakLine() }
      bytes.append(closer)
    }
  }

  /// Begins the next element of the container at `depth`.
  mutating func beginElement(at depth: Int) {
    closeContainers(downTo: depth)
    if open[depth - 1].count > 0 { bytes.append(0x2C) }
    open[depth - 1].count += 1
    breakLine()
  }

  /// Begins the next member of the object at `depth`.
  mutating func beginMember(_ key: String, at depth: Int) {
    beginElement(at: depth)
    write(key)
    bytes.append(0x3A)
    if layout == .indented { bytes.append(0x20) }
  }

  /// How many elements the container at `depth` has so far.
  func count(at depth: Int) -> Int { depth <= open.count ? open[depth - 1].count : 0 }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    for _ in 0..<2 * open.count { bytes.append(0x20) }
  }

  /// Ends the whole text.
  mutating func end() { bytes.append(0x0A) }

  mutating func writeNull() { bytes += "null".utf8 }

  mutating func write(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }

  mutating func write(_ value: some BinaryInteger) { bytes += String(value).utf8 }

  /// Writes a number as short as it can be read back; JSON has no words for infinity and no-number, which become null.
  mutating func write(_ value: Double) {
    guard value.isFinite else { return writeNull() }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return write(whole) }
    bytes += value.description.utf8
  }

  /// Writes text in quotes, escaped so that it can stand inside an HTML script element and a JavaScript literal too.
  mutating func write(_ text: String) { JSONString.append(text, to: &bytes) }

  /// Writes passages as their own `encode(to:)` would, without its detours.
  mutating func write(_ passages: [Excerpt]) {
    let list = openList()
    for passage in passages {
      beginElement(at: list)
      let object = openObject()
      beginMember("source", at: object)
      write(passage.source)
      beginMember("line", at: object)
      write(passage.line)
      beginMember("end_line", at: object)
      write(passage.endLine)
      beginMember("quote", at: object)
      write(passage.quote)
    }
  }
}
