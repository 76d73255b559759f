import Evidence

/// Reads JSON as RFC 8259 defines it, and nothing else, into records; numbers and words stay text as written.
struct JSONReader {
  /// What may come next.
  private enum Expected {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  private struct Mistake: Error {
    var expected: String
    var offset: Int
  }

  private var builder: RecordBuilder
  private let end: Int
  private var index: Int
  /// The closing brackets that are still to come.
  private var closers: [UInt8] = []

  init(builder: RecordBuilder, range: Range<Int>) {
    self.builder = builder
    index = range.lowerBound
    end = range.upperBound
  }

  /// Reads to the end or to the first mistake.
  mutating func read() -> RecordBuilder {
    do throws(Mistake) {
      try readText()
    } catch {
      builder.tell(
        "answers-json", .error,
        "Expected \(error.expected), found \(description(at: error.offset)); correct the JSON here",
        at: error.offset)
    }
    return builder
  }

  private mutating func readText() throws(Mistake) {
    var expected = Expected.value
    while true {
      skipSpace()
      guard let byte = peek() else {
        if expected == .nothing { return }
        throw Mistake(expected: Self.name(expected, closer: closers.last), offset: index)
      }
      switch (expected, byte) {
      case (.valueOrEnd, 0x5D), (.keyOrEnd, 0x7D):
        expected = close()
      case (.value, _), (.valueOrEnd, _):
        guard let next = try readValue(byte, expected) else { return }
        expected = next
      case (.key, 0x22), (.keyOrEnd, 0x22):
        let start = index
        builder.scalar(try readString(), start..<index)
        expected = .colon
      case (.colon, 0x3A):
        index += 1
        expected = .value
      case (.commaOrEnd, 0x2C):
        index += 1
        expected = closers.last == 0x7D ? .key : .value
      case (.commaOrEnd, _) where byte == closers.last:
        expected = close()
      default:
        throw Mistake(expected: Self.name(expected, closer: closers.last), offset: index)
      }
    }
  }

  private mutating func close() -> Expected {
    index += 1
    closers.removeLast()
    builder.close(at: index)
    return afterValue
  }

  private var afterValue: Expected { closers.isEmpty ? .nothing : .commaOrEnd }

  /// Reads a value or the opening of one; nothing where the nesting is too deep to go on.
  private mutating func readValue(
    _ first: UInt8, _ expected: Expected
  ) throws(Mistake) -> Expected? {
    let start = index
    switch first {
    case 0x7B:
      guard builder.openMap(at: index) else { return nil }
      closers.append(0x7D)
      index += 1
      return .keyOrEnd
    case 0x5B:
      guard builder.openList(at: index) else { return nil }
      closers.append(0x5D)
      index += 1
      return .valueOrEnd
    case 0x22:
      builder.scalar(try readString(), start..<index)
    case 0x2D, 0x30...0x39:
      try readNumber()
      builder.scalar(builder.source.text(start..<index), start..<index)
    default:
      let word = ["true", "false", "null"].first { bytes[index..<end].starts(with: $0.utf8) }
      guard let word else {
        throw Mistake(expected: Self.name(expected, closer: closers.last), offset: index)
      }
      index += word.utf8.count
      builder.scalar(word == "null" ? "" : word, start..<index)
    }
    return afterValue
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

  private mutating func readString() throws(Mistake) -> String {
    index += 1
    let start = index
    while let byte = peek(), byte != 0x22, byte != 0x5C, byte >= 0x20 { index += 1 }
    if peek() == 0x22 {
      index += 1
      return builder.source.text(start..<index - 1)
    }
    return try readEscapedString(from: start)
  }

  private mutating func readEscapedString(from start: Int) throws(Mistake) -> String {
    var text = Array(bytes[start..<index])
    while let byte = peek() {
      switch byte {
      case 0x22:
        index += 1
        return EscapedText.clean(text)
      case 0x5C:
        try readEscape(into: &text)
      case 0..<0x20:
        throw Mistake(
          expected: "an escape such as \\n in place of a control character", offset: index)
      default:
        text.append(byte)
        index += 1
      }
    }
    throw Mistake(
      expected: "the closing quote of the text that opens at \(place(of: start - 1))", offset: index
    )
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Mistake) {
    let start = index
    index += 1
    guard let byte = peek() else {
      throw Mistake(expected: "an escaped character", offset: index)
    }
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: text += Array(String(try readScalar()).utf8)
    default:
      throw Mistake(
        expected: "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", offset: start)
    }
  }

  /// Reads the digits of `\u`, and those of a second one where the two are a surrogate pair; lone halves become U+FFFD.
  private mutating func readScalar() throws(Mistake) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try readHexadecimal()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? replacement }
    let afterFirst = index
    guard bytes[index..<end].starts(with: [0x5C, 0x75]) else { return replacement }
    index += 2
    let second = try readHexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      index = afterFirst
      return replacement
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func readHexadecimal() throws(Mistake) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Self.hexadecimalDigit(byte) else {
        throw Mistake(expected: "four hexadecimal digits after \\u", offset: index)
      }
      value = value << 4 | digit
      index += 1
    }
    return value
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  // MARK: Bytes

  private var bytes: [UInt8] { builder.source.utf8 }

  private func peek() -> UInt8? { index < end ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  // MARK: Words for mistakes

  private static func name(_ expected: Expected, closer: UInt8?) -> String {
    switch expected {
    case .value: "a value"
    case .valueOrEnd: "a value or `]`"
    case .key: "a key in double quotes"
    case .keyOrEnd: "a key in double quotes or `}`"
    case .colon: "`:` after the key"
    case .commaOrEnd: closer == 0x7D ? "`,` or `}`" : "`,` or `]`"
    case .nothing: "nothing more"
    }
  }

  private func place(of offset: Int) -> String {
    let position = builder.source.position(at: offset)
    return "\(position.line):\(position.column)"
  }

  /// The word or character at `offset`, as a person would name it.
  private func description(at offset: Int) -> String {
    guard offset < end else { return "the end of the file" }
    let byte = bytes[offset]
    if byte < 0x20 || byte == 0x7F { return "the control character U+00\(Self.hexadecimal(byte))" }
    let isWord = { (byte: UInt8) in byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    if isWord(byte) {
      let word = bytes[offset..<min(end, offset + 20)].prefix(while: isWord)
      return "`\(String(decoding: word, as: UTF8.self))`"
    }
    let character = String(decoding: bytes[offset..<min(end, offset + 4)], as: UTF8.self)
    return "`\(character.prefix(1))`"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
