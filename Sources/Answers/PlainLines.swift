import Evidence

/// Reads lines as `key: value` and nothing more: what a person meant by front matter in which one mark makes it no YAML.
struct PlainLines {
  let source: SourceText

  /// The answers of the lines from the first to the last; indented lines, lists and comments give none.
  func answers(of lines: ClosedRange<Int>) -> [Answer] {
    lines.compactMap { answer(on: source.range(ofLine: $0), $0) }
  }

  private func answer(on range: Range<Int>, _ line: Int) -> Answer? {
    let bytes = source.utf8
    guard let first = range.first, !Self.opensNoPair(bytes[first]),
      let colon = range.first(where: { index in
        bytes[index] == 0x3A && (index + 1 == range.upperBound || bytes[index + 1] <= 0x20)
      })
    else { return nil }
    let key = unquoted(range.lowerBound..<colon)
    let value = unquoted(colon + 1..<range.upperBound)
    guard !key.isEmpty, !value.isEmpty else { return nil }
    return Answer(
      path: [source.text(key)], item: nil, text: source.text(value), line: line, endLine: line,
      column: source.position(at: value.lowerBound).column)
  }

  /// Whether a line that begins with `byte` is a comment, an item of a list, or belongs to the line before.
  private static func opensNoPair(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x23 || byte == 0x2D
  }

  /// Where the text stands without white space around it and without the quotes that hold it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    let bytes = source.utf8
    guard let first = range.first(where: { bytes[$0] > 0x20 }),
      let last = range.last(where: { bytes[$0] > 0x20 })
    else { return range.lowerBound..<range.lowerBound }
    let isQuoted =
      first < last && bytes[first] == bytes[last] && [0x22, 0x27].contains(bytes[first])
    return isQuoted ? first + 1..<last : first..<last + 1
  }
}
