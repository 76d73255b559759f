/// Makes text of a note, or a file's name, safe to show on a terminal and in a log.
///
/// Control characters can move the cursor, retitle the window or answer for the reader; bidirectional controls show a
/// line in another order than it has. Both are shown as `\u{1b}`, and a byte that is not UTF-8 as `\x{9b}`. Characters
/// that are merely hard to tell apart are left alone.
public enum TerminalText {
  private enum Style {
    case message, text, json
  }

  /// One line of a message: nothing but printable characters is left.
  public static func message(_ text: String) -> String {
    text.utf8.allSatisfy(isPrintable) ? text : message(Array(text.utf8))
  }

  /// One line of a message from bytes of any kind.
  public static func message(_ bytes: [UInt8]) -> String {
    String(decoding: escape(bytes, as: .message), as: UTF8.self)
  }

  /// A result of many lines: line feeds and tabs stay.
  public static func text(_ bytes: [UInt8]) -> [UInt8] { escape(bytes, as: .text) }

  /// A result in JSON: the escapes are JSON's own, so that the value stays the same.
  public static func json(_ bytes: [UInt8]) -> [UInt8] { escape(bytes, as: .json) }

  private static func isPrintable(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

  private static func escape(_ bytes: [UInt8], as style: Style) -> [UInt8] {
    let keepsLines = style != .message
    var output: [UInt8] = []
    var start = 0
    var index = 0
    // Almost all of a text is harmless and is taken over in long runs.
    while index < bytes.count {
      index = endOfPlain(bytes, from: index)
      guard index < bytes.count else { break }
      let length = harmless(bytes, index, keepsLines: keepsLines)
      if length > 0 {
        index += length
        continue
      }
      if start == 0 { output.reserveCapacity(bytes.count + 64) }
      output += bytes[start..<index]
      index += appendShown(bytes[index...], to: &output, as: style)
      start = index
    }
    if start == 0 { return bytes }
    return output + bytes[start...]
  }

  /// The end of printable ASCII from `index` on, or up to seven bytes before it: eight bytes are looked at together.
  private static func endOfPlain(_ bytes: [UInt8], from index: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Reads end at the last byte at most.
    return unsafe bytes.withUnsafeBytes { buffer in
      var end = index
      while end + 8 <= buffer.count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: end, as: UInt64.self)
        // The high bit of a byte is set by a byte below 0x20, one above 0x7E, or one that has it.
        let odd = (word &- ones &* 0x20) | (word &+ ones) | word
        if odd & (ones &* 0x80) != 0 { break }
        end += 8
      }
      return end
    }
  }

  /// Appends the scalar or the bytes of none at the start of `bytes`, shown where it is a hazard; returns its length.
  private static func appendShown(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8], as style: Style
  ) -> Int {
    var rest = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    switch parser.parseScalar(from: &rest) {
    case .valid(let encoded):
      let scalar = Unicode.UTF8.decode(encoded)
      if scalar.isASCII || isHazard(scalar) {
        append(scalar, to: &output, as: style)
      } else {
        output += encoded
      }
      return encoded.count
    case .error(let length):
      for byte in bytes.prefix(length) {
        output += Array(style == .json ? "\u{FFFD}".utf8 : "\\x{\(hex(UInt32(byte), 2))}".utf8)
      }
      return length
    case .emptyInput:
      return 1
    }
  }

  /// The length of the scalar at `index` where it is well-formed (Unicode, table 3-7) and certainly no hazard, else 0.
  private static func harmless(_ bytes: [UInt8], _ index: Int, keepsLines: Bool) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      return isPrintable(byte) || keepsLines && (byte == 0x0A || byte == 0x09) ? 1 : 0
    }
    func trail(_ offset: Int) -> Bool {
      index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80
    }
    switch byte {
    case 0xD8: return 0  // U+061C
    case 0xC3...0xDF: return trail(1) ? 2 : 0
    case 0xE2:
      guard trail(1), trail(2) else { return 0 }
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xAF): return 0
      default: return 3
      }
    case 0xE1, 0xE3...0xEC, 0xEE: return trail(1) && trail(2) ? 3 : 0
    case 0xF1...0xF3: return trail(1) && trail(2) && trail(3) ? 4 : 0
    default: return 0
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8], as style: Style) {
    let digits = hex(scalar.value, style == .json ? 4 : 2)
    output += Array((style == .json ? "\\u\(digits)" : "\\u{\(digits)}").utf8)
  }

  /// C1 controls, bidirectional controls (UAX #9) and the separators that some programs take for a line's end.
  private static func isHazard(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  private static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
