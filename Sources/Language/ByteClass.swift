/// What a byte or scalar of UTF-8 text is.
enum ByteClass {
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The length of the scalar that starts with `byte`; 1 for a stray byte.
  static func scalarLength(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// The scalar at `index`; U+FFFD where the bytes are no UTF-8.
  static func scalar(_ bytes: [UInt8], at index: Int, end: Int) -> Unicode.Scalar {
    let first = bytes[index]
    let length = scalarLength(first)
    guard length > 1, index + length <= end else {
      return first < 0x80 ? Unicode.Scalar(first) : "\u{FFFD}"
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether a scalar beyond ASCII belongs to words.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
    case 0x300...0x36F: true
    case 0x2000...0x2BFF, 0x1F000...0x1FAFF: false
    default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }
}
