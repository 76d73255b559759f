/// Makes text safe between HTML tags and in quoted attribute values.
enum HTMLEscaping {
  /// The bytes below 64 that cannot stand as they are: `"`, `&`, `'`, `<`, `>` and the controls that HTML forbids.
  private static let special: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E | 0xFFFF_C9FF

  /// How many bytes at the start of `bytes` can stand as they are.
  static func plainPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x40 {
        if special &>> UInt64(byte) & 1 == 1 { return index - bytes.startIndex }
      } else if byte >= 0x7F {
        if byte == 0x7F { return index - bytes.startIndex }
        if byte == 0xC2 || byte == 0xE2,
          case .control = ControlCharacters.find(in: bytes, at: index)
        {
          return index - bytes.startIndex
        }
      }
    }
    return bytes.count
  }

  /// Appends `text`, escaped; controls that HTML forbids become U+FFFD, other invisible ones are shown.
  static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var rest = text
    while true {
      let plain = plainPrefix(of: rest)
      output += rest.prefix(plain)
      rest = rest.dropFirst(plain)
      guard let byte = rest.first else { return }
      var length = 1
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      case 0x00...0x1F: output += [0xEF, 0xBF, 0xBD]
      default:
        if case .control(let value, let size) = ControlCharacters.find(
          in: rest, at: rest.startIndex)
        {
          output += ControlCharacters.shown(value).utf8
          length = size
        }
      }
      rest = rest.dropFirst(length)
    }
  }
}
