/// What the start of a line tells about who speaks or what is named.
struct LineLabel: Sendable {
  /// The label itself: a key or a speaker.
  var label: Range<Int>
  /// A remark in brackets behind the label, such as a role.
  var remark: Range<Int>?
  /// A time of day or a time code beside the label.
  var time: Range<Int>?
  /// Where the text behind the label starts.
  var textStart: Int
}

/// Reads the shapes that lines of notes have: `Key: value`, `12:04 Name: …`, `[time] Name (role): …`, `Q: …`.
enum LineShapes {
  /// Longer runs before a colon are sentences, not labels.
  private static let longestLabel = 60
  private static let mostWords = 7

  /// The label at the start of `line`; `strong` is the strong span that the line starts with, if it does.
  static func label(of line: Range<Int>, in bytes: [UInt8], strong: Range<Int>?) -> LineLabel? {
    var cursor = skipSpaces(line.lowerBound, line.upperBound, bytes)
    var strong = strong
    var time = clock(at: cursor, to: line.upperBound, in: bytes)
    if let found = time {
      cursor = skipSeparators(found.upperBound, line.upperBound, bytes)
      // The time may be set in strong type together with the name.
      if let span = strong, span.lowerBound <= found.lowerBound, span.upperBound > cursor {
        strong = cursor..<span.upperBound
      }
    }
    if let strong, strong.lowerBound >= line.lowerBound, strong.lowerBound <= cursor + 1,
      strong.upperBound <= line.upperBound, time != nil || isColonBeside(strong, line, bytes)
    {
      return labelFromStrong(strong, line: line, time: &time, bytes)
    }
    return labelFromColon(start: cursor, line: line, time: &time, bytes)
  }

  /// A strong span is a label when a colon stands at its end or right behind it, or behind a remark or a time.
  private static func isColonBeside(_ strong: Range<Int>, _ line: Range<Int>, _ bytes: [UInt8])
    -> Bool
  {
    if strong.isEmpty { return false }
    if bytes[strong.upperBound - 1] == 0x3A { return true }
    if isShouted(strong, line, bytes) { return true }
    let behind = skipSpaces(strong.upperBound, line.upperBound, bytes)
    if behind > strong.upperBound, clock(at: behind, to: line.upperBound, in: bytes) != nil {
      return true
    }
    let next = skipRemarks(strong.upperBound, line.upperBound, bytes)
    return next < line.upperBound && bytes[next] == 0x3A
  }

  /// A name in capitals before the words of a turn, `DANA  Thank you`.
  private static func isShouted(_ strong: Range<Int>, _ line: Range<Int>, _ bytes: [UInt8]) -> Bool
  {
    strong.upperBound < line.upperBound && Bytes.isSpace(bytes[strong.upperBound])
      && bytes[strong].count(where: Bytes.isUpper) >= 2 && strong.count <= 30
      && !bytes[strong].contains { (0x61...0x7A).contains($0) || Bytes.isDigit($0) }
  }

  private static func labelFromStrong(
    _ strong: Range<Int>, line: Range<Int>, time: inout Range<Int>?, _ bytes: [UInt8]
  ) -> LineLabel? {
    var inner = strong
    if bytes[inner.upperBound - 1] == 0x3A { inner = inner.lowerBound..<inner.upperBound - 1 }
    if let colon = colon(in: inner, bytes) { inner = inner.lowerBound..<colon }
    guard var found = split(inner, time: time, bytes) else { return nil }
    var end = skipRemarks(strong.upperBound, line.upperBound, bytes)
    if end < line.upperBound, bytes[end] == 0x3A { end += 1 }
    found.textStart = skipSpaces(end, line.upperBound, bytes)
    return found
  }

  private static func labelFromColon(
    start: Int, line: Range<Int>, time: inout Range<Int>?, _ bytes: [UInt8]
  ) -> LineLabel? {
    let limit = min(line.upperBound, start + longestLabel + 40)
    guard let colon = colon(in: start..<limit, bytes),
      let found = split(start..<colon, time: time, bytes)
    else { return nil }
    var label = found
    label.textStart = skipSpaces(colon + 1, line.upperBound, bytes)
    return label
  }

  /// Takes a trailing bracket and a trailing time off the label.
  private static func split(_ range: Range<Int>, time: Range<Int>?, _ bytes: [UInt8]) -> LineLabel?
  {
    var label = Bytes.trimmed(range, in: bytes)
    var remark: Range<Int>?
    var time = time
    if let open = bytes[label].lastIndex(of: 0x28), bytes[label.upperBound - 1] == 0x29 {
      remark = open + 1..<label.upperBound - 1
      label = Bytes.trimmed(label.lowerBound..<open, in: bytes)
    }
    if time == nil, let space = bytes[label].lastIndex(of: 0x20),
      let clock = clock(at: space + 1, to: label.upperBound, in: bytes),
      clock.upperBound == label.upperBound
    {
      time = clock
      label = Bytes.trimmed(label.lowerBound..<space, in: bytes)
      if let open = bytes[label].lastIndex(of: 0x28), bytes[label.upperBound - 1] == 0x29 {
        remark = open + 1..<label.upperBound - 1
        label = Bytes.trimmed(label.lowerBound..<open, in: bytes)
      }
    }
    guard !label.isEmpty, label.count <= longestLabel,
      !(bytes[label].contains(0x2C) && bytes[label].contains(0x28)),
      Bytes.isWord(bytes[label.lowerBound]),
      (1...mostWords).contains(Bytes.wordCount(label, in: bytes)),
      !bytes[label].contains(where: { $0 == 0x2E && label.count > 30 })
    else { return nil }
    return LineLabel(label: label, remark: remark, time: time, textStart: label.upperBound)
  }

  /// The first colon that ends a label: not one inside a time, an address or a word.
  private static func colon(in range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    var depth = 0
    for index in range {
      switch bytes[index] {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x3A where depth <= 0:
        let next = index + 1
        if next < bytes.count, bytes[next] == 0x2F { return nil }
        let isInsideNumber =
          next < bytes.count && Bytes.isDigit(bytes[next]) && index > 0
          && Bytes.isDigit(bytes[index - 1])
        if !isInsideNumber { return index }
      case 0x3F, 0x21, 0x3B, 0x22: return nil
      default: break
      }
    }
    return nil
  }

  /// A time such as `09:12`, `00:05:32`, `3:40 PM`, bare or in brackets, at `start`.
  static func clock(at start: Int, to end: Int, in bytes: [UInt8]) -> Range<Int>? {
    var cursor = start
    let isBracketed = cursor < end && (bytes[cursor] == 0x5B || bytes[cursor] == 0x28)
    if isBracketed {
      let close: UInt8 = bytes[cursor] == 0x5B ? 0x5D : 0x29
      guard let closing = bytes[cursor..<min(end, cursor + 32)].firstIndex(of: close) else {
        return nil
      }
      let inner = cursor + 1..<closing
      let digits = bytes[inner].count(where: Bytes.isDigit)
      let isTime = digits >= 3 && bytes[inner].contains(0x3A)
      return isTime && digits * 2 >= inner.count ? cursor..<closing + 1 : nil
    }
    var groups = 0
    while true {
      let digitStart = cursor
      while cursor < end, Bytes.isDigit(bytes[cursor]), cursor - digitStart < 3 { cursor += 1 }
      guard cursor > digitStart else { return nil }
      groups += 1
      guard cursor + 1 < end, bytes[cursor] == 0x3A, Bytes.isDigit(bytes[cursor + 1]) else { break }
      cursor += 1
    }
    return groups >= 2 ? start..<cursor : nil
  }

  /// `MO = Marcus Ode, head of operations`: a short name, the full one and the role.
  static func legend(_ line: Range<Int>, in bytes: [UInt8]) -> (
    alias: Range<Int>, name: Range<Int>, role: Range<Int>
  )? {
    let line = Bytes.trimmed(line, in: bytes)
    guard let equals = bytes[line].prefix(24).firstIndex(of: 0x3D) else { return nil }
    let alias = Bytes.trimmed(line.lowerBound..<equals, in: bytes)
    guard !alias.isEmpty, alias.count <= 12, bytes[alias].allSatisfy(Bytes.isWord) else {
      return nil
    }
    let rest = Bytes.trimmed(equals + 1..<line.upperBound, in: bytes)
    let end =
      rest.first { index in
        let byte = bytes[index]
        if byte == 0x2E {
          return index + 1 < rest.upperBound && bytes[index + 1] == 0x20
            && index - rest.lowerBound > 8
        }
        return byte == 0x2C || byte == 0x28 || byte == 0x3B || byte == 0x3D
      } ?? rest.upperBound
    let name = Bytes.trimmed(rest.lowerBound..<end, in: bytes)
    guard let first = name.first,
      Bytes.isUpper(bytes[first]) || bytes[first] >= 0x80 || bytes[name].elementsEqual("me".utf8),
      name.count <= 40
    else { return nil }
    return (alias, name, min(end + 1, rest.upperBound)..<rest.upperBound)
  }

  private static func skipSpaces(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var cursor = start
    while cursor < end, Bytes.isSpace(bytes[cursor]) { cursor += 1 }
    return cursor
  }

  private static func skipSeparators(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var cursor = start
    while cursor < end, Bytes.isSpace(bytes[cursor]) || bytes[cursor] == 0x2D { cursor += 1 }
    return cursor
  }

  /// Skips spaces, a bracketed remark and a time behind a strong label.
  private static func skipRemarks(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var cursor = skipSpaces(start, end, bytes)
    if cursor < end, bytes[cursor] == 0x28,
      let close = bytes[cursor..<min(end, cursor + longestLabel)].firstIndex(of: 0x29)
    {
      cursor = skipSpaces(close + 1, end, bytes)
    }
    if let clock = clock(at: cursor, to: end, in: bytes) {
      cursor = skipSpaces(clock.upperBound, end, bytes)
    }
    return cursor
  }
}
