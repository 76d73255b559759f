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
    let isKept: (UInt8) -> Bool = { byte in
      isPrintable(byte) || (style != .message && (byte == 0x0A || byte == 0x09))
    }
    guard let first = bytes.firstIndex(where: { !isKept($0) }) else { return bytes }
    var output = Array(bytes[..<first])
    output.reserveCapacity(bytes.count + 64)
    var rest = bytes[first...].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var index = first
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar.isASCII ? isKept(UInt8(scalar.value)) : !isHazard(scalar) {
          output += encoded
        } else {
          append(scalar, to: &output, as: style)
        }
        index += encoded.count
      case .error(let length):
        for byte in bytes[index..<index + length] {
          output += Array(style == .json ? "\u{FFFD}".utf8 : "\\x{\(hex(UInt32(byte), 2))}".utf8)
        }
        index += length
      case .emptyInput:
        return output
      }
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
