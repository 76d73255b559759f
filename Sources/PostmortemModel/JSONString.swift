/// Text as JSON writes it.
enum JSONString {
  /// Appends text in quotes, escaped so that it can stand inside an HTML script element and a JavaScript literal too.
  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(0x22)
    var text = text
    text.withUTF8 { bytes in
      // Almost all of a text stays as it is, and is taken over in long runs.
      var start = 0
      for index in bytes.indices where unsafe Self.mayEscape[Int(bytes[index])] {
        guard let (escape, length) = unsafe escape(bytes, index) else { continue }
        unsafe output.append(contentsOf: bytes[start..<index + 1 - length])
        output += escape
        start = index + 1
      }
      unsafe output.append(contentsOf: bytes[start...])
    }
    output.append(0x22)
  }

  /// What the character that ends at `index` is written as, and how many bytes of the text that stands for; nothing where
  /// it stays.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (escape: [UInt8], length: Int)? {
    let byte = unsafe bytes[index]
    switch byte {
    case 0x22, 0x5C: return ([0x5C, byte], 1)
    case 0x2F: return unsafe index > 0 && bytes[index - 1] == 0x3C ? ([0x5C, byte], 1) : nil
    case 0xA8, 0xA9:
      guard index > 1, unsafe bytes[index - 2] == 0xE2, unsafe bytes[index - 1] == 0x80 else {
        return nil
      }
      return (Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8), 3)
    default: return (control(byte), 1)
    }
  }

  private static func control(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x08: Array("\\b".utf8)
    case 0x09: Array("\\t".utf8)
    case 0x0A: Array("\\n".utf8)
    case 0x0C: Array("\\f".utf8)
    case 0x0D: Array("\\r".utf8)
    default: Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
    }
  }

  /// The bytes at which a character may end that is escaped.
  private static let mayEscape: [Bool] = (0...255).map { (byte: UInt8) in
    byte < 0x20 || [0x22, 0x5C, 0x2F, 0xA8, 0xA9].contains(byte)
  }
}
