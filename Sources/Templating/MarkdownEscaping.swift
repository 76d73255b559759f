/// Writes text into Markdown so that it stays text, with as few backslashes as are sure to do.
///
/// The rules are those of CommonMark 0.31 and of GitHub's tables, strikethrough and bare links (GFM 0.29). What stands
/// before the value is read from the output; of what follows only classes are known.
struct MarkdownEscaping {
  private let text: ArraySlice<UInt8>
  private let following: Following

  /// Prepares to write `text`, white space at its ends left out: there it could indent code, end a line hard or keep
  /// bold marks from being marks.
  private init(_ text: ArraySlice<UInt8>, following: Following) {
    var text = text
    while let length = Self.whiteSpace(text.prefix(_:)) { text.removeFirst(length) }
    while let length = Self.whiteSpace(text.suffix(_:)) { text.removeLast(length) }
    self.text = text
    self.following = following
  }

  /// Appends `text`; line breaks in it become spaces.
  static func append(
    _ text: ArraySlice<UInt8>, to output: inout OutputBuffer, following: Following
  ) {
    MarkdownEscaping(text, following: following).write(to: &output)
  }

  /// Appends an address as a link destination: only what would decode as an entity must be escaped.
  static func appendAddress(_ address: ArraySlice<UInt8>, to output: inout OutputBuffer) {
    for byte in address {
      if byte == UInt8(ascii: "&") { output.append("&amp;") } else { output.append(byte) }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// How many bytes the white space takes that stands at an end of a text; nil if there is none.
  ///
  /// White space is what CommonMark calls Unicode white space, and the separators of lines and paragraphs.
  private static func whiteSpace(_ end: (Int) -> ArraySlice<UInt8>) -> Int? {
    guard let byte = end(1).first else { return nil }
    if byte < 0x80 { return isSpace(byte) ? 1 : nil }
    return [2, 3].first { length in
      switch end(length).reduce(0, { $0 << 8 | UInt32($1) }) {
      case 0xC2A0, 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080:
        true
      default:
        false
      }
    }
  }

  /// Also whether the byte may start a line separator, which becomes a space.
  private static func mayBeSpace(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 0xE2 }

  /// Whether the byte means nothing anywhere, unless as the digits of a list's number.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == 0x20 || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  private func write(to output: inout OutputBuffer) {
    guard let first = text.first else { return }
    if following.contains(.listMarker), text.count <= 9, text.allSatisfy(Self.isDigit),
      Self.startsLine(output)
    {
      // A backslash does not escape a digit, and `1` before the template's `.` would be a list.
      output.append("&#\(first);")
      for digit in text.dropFirst() { output.append(digit) }
      return
    }
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      while index < text.endIndex, Self.isPlain(text[index]) { index += 1 }
      if start < index {
        output.append(text.span.extracting(start - text.startIndex..<index - text.startIndex))
      }
      guard index < text.endIndex else { return }
      let byte = text[index]
      if Self.isSpace(byte) {
        if !(byte == 0x0A && text[index - 1] == 0x0D) { output.append(0x20) }
      } else if ControlCharacters.canStart(byte),
        let control = ControlCharacters.find(in: text.span, at: index - text.startIndex)
      {
        index += write(control, to: &output)
        continue
      } else {
        if needsBackslash(byte, at: index, after: output) { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      }
      index += 1
    }
  }

  /// Writes a control and returns how many bytes it took.
  private func write(_ control: ControlCharacters.Finding, to output: inout OutputBuffer) -> Int {
    switch control {
    case .separator:
      output.append(0x20)
      return 3
    case .control(let value, let length):
      for byte in ControlCharacters.shown(value).utf8 {
        if !Self.isWord(byte) { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      }
      return length
    }
  }

  private func needsBackslash(_ byte: UInt8, at index: Int, after output: borrowing OutputBuffer)
    -> Bool
  {
    let previous = index > text.startIndex ? text[index - 1] : nil
    let next = index + 1 < text.endIndex ? text[index + 1] : nil
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "*"):
      return !isBetween(previous, next, Self.isSpace)
    case UInt8(ascii: "_"):
      return !isBetween(previous, next, Self.isSpace) && !isBetween(previous, next, Self.isWord)
    case UInt8(ascii: "~"):
      // `~20` opens a strikethrough that nothing can close, because all that could is escaped.
      let opens = output.last == nil || output.last == 0x20 || output.last == 0x0A
      return !(opens && next.map(Self.isDigit) == true)
    case UInt8(ascii: "-"):
      return isDelimiterRow(at: index) || startsMarker(at: index, output, next, also: "-:|")
    case UInt8(ascii: "+"):
      return startsMarker(at: index, output, next, also: "+")
    case UInt8(ascii: ">"), UInt8(ascii: "="):
      return index == text.startIndex && Self.startsLine(output)
    case UInt8(ascii: "#"):
      return (index == text.startIndex && Self.startsLine(output))
        || closesHeading(at: index, output)
    case UInt8(ascii: ":"):
      return isDelimiterRow(at: index) || (index == text.startIndex && Self.startsLine(output))
        || startsAddress(at: index, output)
    case UInt8(ascii: "."):
      return endsListNumber(next, output) || Self.endsWithBareHost(output)
    case UInt8(ascii: ")"):
      return endsListNumber(next, output)
    case UInt8(ascii: "!"):
      return next == nil && following.contains(.bracket)
    case UInt8(ascii: "&"):
      return startsEntity(at: index)
    default:
      return false
    }
  }

  private func isBetween(_ previous: UInt8?, _ next: UInt8?, _ test: (UInt8) -> Bool) -> Bool {
    guard let previous, let next else { return false }
    return test(previous) && test(next)
  }

  /// Whether all that the line has so far are block quotes and list markers, after which blocks begin.
  private static func startsLine(_ output: borrowing OutputBuffer) -> Bool {
    var index = output.count
    while index > 0 {
      index -= 1
      let byte = output[index]
      if byte == 0x0A { return true }
      if !isDigit(byte), !" \t\r>-+*.)".utf8.contains(byte) { return false }
    }
    return true
  }

  private func startsMarker(
    at index: Int, _ output: borrowing OutputBuffer, _ next: UInt8?, also others: String
  ) -> Bool {
    guard index == text.startIndex else { return false }
    let completes: Bool
    if let next {
      completes = Self.mayBeSpace(next) || others.utf8.contains(next)
    } else {
      completes = true
    }
    return completes && Self.startsLine(output)
  }

  /// Whether the value could be the line between a table's head and body.
  private func isDelimiterRow(at index: Int) -> Bool {
    index == text.startIndex && text.allSatisfy { "-: ".utf8.contains($0) }
  }

  /// Whether a run of `#` would be taken for the closing sequence of a heading.
  private func closesHeading(at index: Int, _ output: borrowing OutputBuffer) -> Bool {
    guard output.last == nil || output.last == 0x20 else { return false }
    return text[index...].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  /// Whether the colon stands in `scheme://`, which GitHub makes a link of.
  private func startsAddress(at index: Int, _ output: borrowing OutputBuffer) -> Bool {
    guard let last = output.last, Self.isLetter(last) else { return false }
    let rest = text[(index + 1)...].prefix(2)
    guard rest.allSatisfy({ $0 == UInt8(ascii: "/") }) else { return false }
    return rest.count == 2 || following == .anything
  }

  /// Whether the output ends with `www`, which before a dot GitHub makes a link of.
  private static func endsWithBareHost(_ output: borrowing OutputBuffer) -> Bool {
    let end = output.count
    guard end >= 3 else { return false }
    for index in end - 3..<end where output[index] | 0x20 != UInt8(ascii: "w") { return false }
    return end == 3 || !isWord(output[end - 4])
  }

  /// Whether a `.` or `)` would make a list marker of the number before it.
  private func endsListNumber(_ next: UInt8?, _ output: borrowing OutputBuffer) -> Bool {
    guard let last = output.last, Self.isDigit(last) else { return false }
    guard next.map(Self.mayBeSpace) ?? following.contains(.space) else { return false }
    return Self.startsLine(output)
  }

  private func startsEntity(at index: Int) -> Bool {
    var end = index + 1
    if end < text.endIndex, text[end] == UInt8(ascii: "#") { end += 1 }
    while end < text.endIndex, Self.isWord(text[end]) { end += 1 }
    guard end < text.endIndex else { return following.contains(.entity) }
    return text[end] == UInt8(ascii: ";") && end > index + 1
  }
}
