/// Makes text safe to show on a terminal: controls other than line feed and tab become visible.
enum PlainEscaping {
  /// How many bytes at the start of `bytes` can stand as they are.
  static func plainPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    for index in bytes.indices where ControlCharacters.canStart(bytes[index]) {
      if bytes[index] == 0x09 || bytes[index] == 0x0A { continue }
      if case .control = ControlCharacters.find(in: bytes, at: index) {
        return index - bytes.startIndex
      }
    }
    return bytes.count
  }

  /// Appends `text` with its controls shown; a carriage return before a line feed is left out.
  static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let endsLine =
        byte == 0x0D && index + 1 < text.endIndex && text[index + 1] == 0x0A
      if endsLine {
        index += 1
        continue
      }
      if byte != 0x09, byte != 0x0A, ControlCharacters.canStart(byte),
        case .control(let value, let length) = ControlCharacters.find(in: text, at: index)
      {
        output += ControlCharacters.shown(value).utf8
        index += length
        continue
      }
      output.append(byte)
      index += 1
    }
  }
}
