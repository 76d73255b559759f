/// Finds characters that show nothing but change how a page or a terminal shows the rest.
enum ControlCharacters {
  /// What the bytes at a place are.
  enum Finding {
    /// C0 and DEL, C1, or a control that overrides the direction of text; `length` bytes long.
    case control(value: UInt32, length: Int)
    /// A line or paragraph separator: three bytes.
    case separator
  }

  /// Whether a character that starts with `byte` can be a control.
  static func canStart(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// The control at `index`, if there is one.
  ///
  /// Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) count; the marks U+200E, U+200F and U+061C,
  /// which right-to-left text needs and which cannot reorder what follows, do not.
  static func find(in bytes: Span<UInt8>, at index: Int) -> Finding? {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7F { return .control(value: UInt32(byte), length: 1) }
    guard index + 1 < bytes.count else { return nil }
    let second = bytes[index + 1]
    if byte == 0xC2 {
      return second < 0xA0 ? .control(value: UInt32(second), length: 2) : nil
    }
    guard byte == 0xE2, index + 2 < bytes.count else { return nil }
    let third = bytes[index + 2]
    switch (second, third) {
    case (0x80, 0xA8), (0x80, 0xA9):
      return .separator
    case (0x80, 0xAA...0xAE):
      return .control(value: 0x2000 + UInt32(third & 0x3F), length: 3)
    case (0x81, 0xA6...0xA9):
      return .control(value: 0x2040 + UInt32(third & 0x3F), length: 3)
    default:
      return nil
    }
  }

  /// The escape that is shown for a control, such as `\u{202e}`.
  static func shown(_ value: UInt32) -> String { "\\u{\(String(value, radix: 16))}" }
}
