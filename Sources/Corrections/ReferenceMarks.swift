import Evidence

/// Tells the references of a draft from brackets that are text.
///
/// A bracket of the model's text is escaped, so an unescaped `[12]` is a reference. Once Markdown is read, escapes are
/// gone; so before that the brackets of references are replaced by two controls, byte for byte, which keeps every place.
enum ReferenceMarks {
  /// What stands for the brackets of a reference.
  static let open: UInt8 = 0x01
  static let close: UInt8 = 0x02

  /// The draft with its references marked.
  static func mark(_ source: SourceText) -> SourceText {
    var bytes = source.utf8
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 1
      case open, close:
        bytes[index] = 0x20
      case UInt8(ascii: "["):
        if let end = end(of: bytes, from: index) {
          bytes[index] = open
          bytes[end] = close
          index = end
        }
      default: break
      }
      index += 1
    }
    return SourceText(name: source.name, bytes: bytes)
  }

  /// Where the bracket closes that opens at `start`, where what they hold is a label: `12`, `12-13b`, `A3`, `S3.4`.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var index = start + 1
    func digits() -> Bool {
      let first = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      return index > first
    }
    func take(_ byte: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: byte) else { return false }
      index += 1
      return true
    }
    if take("S") { guard digits(), take(".") else { return nil } } else { _ = take("A") }
    guard digits() else { return nil }
    if take("-"), !digits() { return nil }
    while index < bytes.count, (0x61...0x7A).contains(bytes[index]) { index += 1 }
    let end = index
    guard take("]") else { return nil }
    // Before these it is a link, or the definition of one.
    if index < bytes.count, "([:".utf8.contains(bytes[index]) { return nil }
    return end
  }
}
