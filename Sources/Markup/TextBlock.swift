import Evidence

/// Which lines of a paragraph or heading are link definitions, which its text, and which underlines it.
struct TextBlock {
  /// The level of a heading.
  private(set) var headingLevel: Int?
  /// The link definitions at the start: the first line of each, and what it has of each line.
  private(set) var definitions: [(line: Int, parts: [Range<Int>])] = []
  /// The first line of the text.
  private(set) var line: Int
  /// The text on its first line, and the spaces before it that stand for a part of a tab.
  private(set) var first: SourceLines.Text
  /// The last line.
  private(set) var last: Int
  /// The line that makes it a heading.
  private(set) var underline: Int?

  /// The last line of the text.
  var textLast: Int { underline.map { $0 - 1 } ?? last }

  /// Looks at the block that cmark says starts at `column` and spans `range`.
  init(
    in lines: SourceLines, lines range: ClosedRange<Int>, column: Int, headingLevel: Int?
  ) {
    line = range.lowerBound
    last = range.upperBound
    self.headingLevel = headingLevel
    let whole = lines.source.range(ofLine: line)
    let start = min(whole.upperBound, whole.lowerBound + max(0, column - 1))
    let content = start..<whole.upperBound
    first = SourceLines.Text(range: content, padding: 0, mayUnderline: false)
    guard last > line else { return }
    guard let headingLevel else {
      readDefinitions(lines, upTo: last)
      return
    }
    guard !lines.isHashHeading(content) else {
      last = line
      return
    }
    // To cmark a heading ends with the line after its underline, but the last heading of a file with its underline.
    let isBeforeLast = lines.isUnderline(ofLine: last - 1, level: headingLevel)
    if isBeforeLast, last - 1 > line {
      let start = self
      if readDefinitions(lines, upTo: last - 2) {
        last -= 1
      } else {
        self = start
        readDefinitions(lines, upTo: last - 1)
      }
    } else {
      readDefinitions(lines, upTo: last - 1)
    }
    underline = last
  }

  /// Goes past the definitions that cmark takes off the text; false when text that ends with `last` has nothing else.
  @discardableResult
  private mutating func readDefinitions(_ lines: SourceLines, upTo last: Int) -> Bool {
    let source = lines.source
    let syntax = LinkSyntax(lines: lines, limit: source.range(ofLine: last).upperBound)
    while let start = first.range.first, first.padding == 0,
      source.utf8[start] == Ascii.openBracket, let end = syntax.definitionEnd(at: start)
    {
      let next = source.line(at: end) + 1
      guard next <= last else { return false }
      let rest = (line + 1..<next).map(lines.content(ofLine:))
      definitions.append((line, [first.range] + rest))
      line = next
      first = lines.text(ofLine: next)
    }
    return true
  }
}
