/// Makes text safe between HTML tags and in quoted attribute values.
enum HTMLEscaping {
  /// How many bytes at the start of `bytes` can stand as they are.
  static func plainPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F:
        return index - bytes.startIndex
      case 0xC2, 0xE2:
        if case .control = ControlCharacters.find(in: bytes, at: index) {
          return index - bytes.startIndex
        }
      default: continue
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
