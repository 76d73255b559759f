/// Guesses how wide text is in a sans-serif typeface, on the safe side, and cuts it to a width.
enum TextMeasure {
  /// The width of `text` at a size of one unit.
  static func width(_ text: some Sequence<Unicode.Scalar>) -> Double {
    text.reduce(0) { $0 + width($1) }
  }

  /// The width of a scalar at a size of one unit; Helvetica's figures, rounded up by a tenth.
  static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x61, 0x63...0x65, 0x67, 0x68, 0x6B, 0x6E...0x71, 0x73, 0x75, 0x76, 0x78...0x7A: 0.62
    case 0x20, 0x21, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x49, 0x66, 0x69, 0x6A, 0x6C, 0x74, 0x7C: 0.32
    case 0x27, 0x28, 0x29, 0x2D, 0x5B, 0x5D, 0x60, 0x72, 0x2018, 0x2019: 0.37
    case 0x40, 0x57, 0x6D, 0x4D, 0x25, 0x2014, 0x2026: 1.06
    case 0x41...0x5A, 0x26, 0x77: 0.8
    case 0x00...0x2FF, 0x2000...0x206F: 0.62
    case 0x300...0x36F: 0.4
    case 0x370...0x58F: 0.8
    default: 1.1
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      : scalar.properties.isWhitespace
  }

  /// Breaks `text` at spaces into at most `count` lines of `limit`, the last with an ellipsis where text is left out.
  static func lines(_ text: String, limit: Double, count: Int) -> [String] {
    var rest = text.unicodeScalars[...]
    skipSpace(&rest)
    var lines: [String] = []
    while lines.count < count, !rest.isEmpty {
      lines.append(take(&rest, limit: limit, isLast: lines.count == count - 1))
    }
    return lines
  }

  private static func skipSpace(_ rest: inout Substring.UnicodeScalarView) {
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
  }

  private static func take(
    _ rest: inout Substring.UnicodeScalarView, limit: Double, isLast: Bool
  ) -> String {
    let room = limit - width("\u{2026}")
    var used = 0.0
    var end = rest.startIndex
    var lastSpace: String.Index?
    var lastFitting = end
    while end < rest.endIndex {
      let scalar = rest[end]
      let next = used + width(scalar)
      guard next <= limit else { break }
      used = next
      if isSpace(scalar) { lastSpace = end }
      end = rest.index(after: end)
      if used <= room { lastFitting = end }
    }
    if end == rest.endIndex {
      defer { rest.removeAll() }
      return String(rest)
    }
    if isLast {
      let cut = lastSpace.map { $0 <= lastFitting && $0 > rest.startIndex ? $0 : lastFitting }
      return String(rest[..<(cut ?? lastFitting)]) + "…"
    }
    let cut = isSpace(rest[end]) ? end : lastSpace ?? end
    defer {
      rest = rest[cut...]
      skipSpace(&rest)
    }
    return String(rest[..<cut])
  }
}
