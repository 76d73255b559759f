/// Makes text safe to show on a terminal: controls other than line feed and tab become visible.
enum PlainEscaping {
  /// Appends `text` with its controls shown; a carriage return before a line feed is left out.
  static func append(_ text: Span<UInt8>, to output: inout OutputBuffer) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let endsLine = byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      if endsLine {
        index += 1
        continue
      }
      if byte != 0x09, byte != 0x0A, ControlCharacters.canStart(byte),
        case .control(let value, let length) = ControlCharacters.find(in: text, at: index)
      {
        output.append(ControlCharacters.shown(value))
        index += length
        continue
      }
      output.append(byte)
      index += 1
    }
  }
}
