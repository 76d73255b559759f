/// The structure of a JSON text (RFC 8259): which values it holds and where each of them stands.
///
/// Values lie in one flat list in the order of the text, so that nothing recurses and every mistake has a place.
package struct JSONOutline {
  /// What is wrong with a text.
  package struct Mistake: Error {
    /// What could have stood there, in words.
    let expected: String
    /// Where it is.
    package let offset: Int
    /// Where the text opens that is never closed.
    var opening: Int?
  }

  /// What a value is.
  package enum Kind {
    case object, list, string, number, boolean, null
  }

  /// A value.
  package struct Node {
    /// What it is.
    package let kind: Kind
    /// The value that holds this one, or -1.
    package let parent: Int
    /// In an object, where the key stands, without its quotes.
    package let key: Range<Int>?
    /// Where the value stands.
    package fileprivate(set) var range: Range<Int>
    /// The index after the last value inside this one; beyond all indices where a mistake came before its end.
    package fileprivate(set) var next: Int
  }

  /// The text.
  package let bytes: [UInt8]
  /// The values, each before those inside it.
  package private(set) var nodes: [Node] = []
  private let end: Int
  private let depthLimit: Int
  private var index: Int
  private var open: [Int] = []
  private var key: Range<Int>?

  /// Reads the whole of `bytes`, which is valid UTF-8 and nested no more than 64 levels deep.
  package init(_ bytes: [UInt8]) throws(Mistake) {
    self.init(bytes, 0..<bytes.count, depthLimit: 64)
    try read()
  }

  /// Reads `range` of `bytes`, which is valid UTF-8, up to the first mistake.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>, depthLimit: Int
  ) -> (outline: Self, mistake: Mistake?) {
    var outline = Self(bytes, range, depthLimit: depthLimit)
    do throws(Mistake) {
      try outline.read()
    } catch {
      return (outline, error)
    }
    return (outline, nil)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    index = range.lowerBound
    end = range.upperBound
    nodes.reserveCapacity(range.count / 16)
  }

  // MARK: Looking up

  /// The values directly inside the value at `parent`.
  package func children(of parent: Int) -> [Int] {
    var children: [Int] = []
    var child = parent + 1
    while child < nodes[parent].next {
      children.append(child)
      child = nodes[child].next
    }
    return children
  }

  /// The text as it stands in `range`.
  package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of a string, its escapes read; lone halves of surrogate pairs become U+FFFD.
  ///
  /// `content` is where it stands, without its quotes.
  package func string(_ content: Range<Int>) -> String {
    bytes[content].contains(0x5C) ? unescaped(content) : text(content)
  }

  /// The value at the end of a path of keys and indices, or the last one on the way that is there.
  package func node(at path: [any CodingKey]) -> Int {
    var node = 0
    for key in path {
      let children = children(of: node)
      let child =
        if let index = key.intValue, nodes[node].kind == .list {
          children.indices.contains(index) ? children[index] : nil
        } else {
          children.last { child in
            nodes[child].key.map { string($0) == key.stringValue } ?? false
          }
        }
      guard let child else { break }
      node = child
    }
    return node
  }

  /// The value `node` in words, short.
  package func words(for node: Int) -> String {
    let range = nodes[node].range
    switch nodes[node].kind {
    case .object: return "an object"
    case .list: return "a list"
    default: return range.count > 60 ? String(text(range).prefix(60)) + "…" : text(range)
    }
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var units: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == 0x5C else {
        units.append(byte)
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case 0x62: units.append(0x08)
      case 0x66: units.append(0x0C)
      case 0x6E: units.append(0x0A)
      case 0x72: units.append(0x0D)
      case 0x74: units.append(0x09)
      case 0x75:
        var scalar = hexadecimal(at: index)
        index += 4
        let isPair =
          (0xD800..<0xDC00).contains(scalar) && bytes[index...].starts(with: [0x5C, 0x75])
          && (0xDC00..<0xE000).contains(hexadecimal(at: index + 2))
        if isPair {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + hexadecimal(at: index + 2) - 0xDC00
          index += 6
        }
        units += String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  private func hexadecimal(at index: Int) -> UInt32 {
    UInt32(text(index..<index + 4), radix: 16) ?? 0xFFFD
  }

  // MARK: Reading

  private enum Expected {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  private func mistake(_ expected: Expected) -> Mistake {
    let words =
      switch expected {
      case .value: "a value"
      case .valueOrEnd: "a value or `]`"
      case .key: "a key in double quotes"
      case .keyOrEnd: "a key in double quotes or `}`"
      case .colon: "`:` after the key"
      case .commaOrEnd: closer == 0x7D ? "`,` or `}`" : "`,` or `]`"
      case .nothing: "nothing more"
      }
    return Mistake(expected: words, offset: index)
  }

  private mutating func read() throws(Mistake) {
    var expected = Expected.value
    while true {
      skipSpace()
      guard let byte = peek() else {
        if expected == .nothing { return }
        throw mistake(expected)
      }
      switch (expected, byte) {
      case (.valueOrEnd, 0x5D), (.keyOrEnd, 0x7D), (.commaOrEnd, closer): expected = close()
      case (.value, _), (.valueOrEnd, _): expected = try readValue(byte, expected)
      case (.key, 0x22), (.keyOrEnd, 0x22):
        let start = index
        try readString()
        key = start + 1..<index - 1
        expected = .colon
      case (.colon, 0x3A):
        index += 1
        expected = .value
      case (.commaOrEnd, 0x2C):
        index += 1
        expected = closer == 0x7D ? .key : .value
      default: throw mistake(expected)
      }
    }
  }

  /// The bracket that closes the innermost object or list; where none is open, a byte that cannot stand there.
  private var closer: UInt8 {
    guard let innermost = open.last else { return 0 }
    return nodes[innermost].kind == .object ? 0x7D : 0x5D
  }

  private mutating func close() -> Expected {
    index += 1
    if let closed = open.popLast() {
      nodes[closed].range = nodes[closed].range.lowerBound..<index
      nodes[closed].next = nodes.count
    }
    return afterValue
  }

  private var afterValue: Expected { open.isEmpty ? .nothing : .commaOrEnd }

  private mutating func readValue(
    _ first: UInt8, _ expected: Expected
  ) throws(Mistake) -> Expected {
    let start = index
    switch first {
    case 0x7B, 0x5B:
      guard open.count < depthLimit else {
        throw Mistake(expected: "no more than \(depthLimit) levels", offset: index)
      }
      index += 1
      append(first == 0x7B ? .object : .list, start)
      open.append(nodes.count - 1)
      return first == 0x7B ? .keyOrEnd : .valueOrEnd
    case 0x22:
      try readString()
      append(.string, start)
    case 0x2D, 0x30...0x39:
      try readNumber()
      append(.number, start)
    default:
      let words: [(String, Kind)] = [("true", .boolean), ("false", .boolean), ("null", .null)]
      guard let (word, kind) = words.first(where: { bytes[index..<end].starts(with: $0.0.utf8) })
      else { throw mistake(expected) }
      index += word.utf8.count
      append(kind, start)
    }
    return afterValue
  }

  private mutating func append(_ kind: Kind, _ start: Int) {
    let isOpen = kind == .object || kind == .list
    nodes.append(
      Node(
        kind: kind, parent: open.last ?? -1, key: key, range: start..<index,
        next: isOpen ? .max : nodes.count + 1))
    key = nil
  }

  private mutating func readString() throws(Mistake) {
    let start = index
    index += 1
    while let byte = peek() {
      index += 1
      switch byte {
      case 0x22: return
      case 0x5C: try readEscape()
      case 0..<0x20:
        throw Mistake(
          expected: "an escape such as \\n in place of a control character", offset: index - 1)
      default: break
      }
    }
    throw Mistake(
      expected: "the closing quote of the text that opens at", offset: index, opening: start)
  }

  private mutating func readEscape() throws(Mistake) {
    let start = index - 1
    let known: [UInt8] = [0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74, 0x75]
    guard let byte = peek(), known.contains(byte) else {
      throw Mistake(
        expected: "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", offset: start)
    }
    index += 1
    guard byte == 0x75 else { return }
    for _ in 0..<4 {
      guard let digit = peek(), Self.isHexadecimal(digit) else {
        throw Mistake(expected: "four hexadecimal digits after \\u", offset: index)
      }
      index += 1
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  private mutating func readNumber() throws(Mistake) {
    if peek() == 0x2D { index += 1 }
    if peek() == 0x30 { index += 1 } else { try readDigits() }
    if peek() == 0x2E {
      index += 1
      try readDigits()
    }
    guard peek() == 0x65 || peek() == 0x45 else { return }
    index += 1
    if peek() == 0x2B || peek() == 0x2D { index += 1 }
    try readDigits()
  }

  private mutating func readDigits() throws(Mistake) {
    let start = index
    while let byte = peek(), (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw Mistake(expected: "a digit", offset: index) }
  }

  private func peek() -> UInt8? { index < end ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }
}
