import Evidence

/// A paragraph or heading as its lines show it before its inlines are read.
struct TextBlock {
  /// A place where the text may start.
  struct Start {
    let line: Int
    let content: Range<Int>
  }

  /// Which lines of the block are its text, once the definitions before it are known.
  struct Extent {
    let start: Start
    /// The last line of the block.
    let last: Int
    /// The line that makes it a heading.
    let underline: Int?

    /// The last line of the text.
    var textLast: Int { underline.map { $0 - 1 } ?? last }
  }

  /// The level of a heading.
  let headingLevel: Int?
  /// The last line as cmark has it; for an underlined heading it may be the line after.
  let last: Int
  /// The places where the text may start: the first line, and after each link definition at the start.
  private(set) var starts: [Start]
  private let isUnderlined: Bool
  private let quotes: Int

  /// Looks at the block that cmark says starts at `column` and spans `range`, inside of `quotes` quotations.
  init(
    in lines: SourceLines, lines range: ClosedRange<Int>, column: Int, headingLevel: Int?,
    quotes: Int
  ) {
    let line = range.lowerBound
    let whole = lines.source.range(ofLine: line)
    let content = min(whole.upperBound, whole.lowerBound + max(0, column - 1))..<whole.upperBound
    self.headingLevel = headingLevel
    self.quotes = quotes
    isUnderlined = headingLevel != nil && !lines.isHashHeading(content)
    last = headingLevel == nil || isUnderlined ? range.upperBound : line
    starts = [Start(line: line, content: content)]
    if last > line { addStarts(lines) }
  }

  /// Which lines are the text when it starts at one of `starts`.
  func extent(from index: Int, in lines: SourceLines) -> Extent {
    let start = starts[index]
    guard isUnderlined, last > start.line else {
      return Extent(start: start, last: last, underline: nil)
    }
    let underline = (start.line + 1...last).first {
      lines.isUnderline(lines.content(ofLine: $0, quotes: quotes))
    }
    return Extent(start: start, last: underline ?? last, underline: underline)
  }

  /// Finds the definitions that cmark may have taken off the start.
  private mutating func addStarts(_ lines: SourceLines) {
    let source = lines.source
    let limit = source.range(ofLine: last).upperBound
    let syntax = LinkSyntax(lines: lines, quotes: quotes, limit: limit)
    while let start = starts.last, start.line < last, let first = start.content.first,
      source.utf8[first] == Ascii.openBracket, let end = syntax.definitionEnd(at: first)
    {
      let next = source.line(at: end) + 1
      guard next <= last else { return }
      starts.append(Start(line: next, content: lines.content(ofLine: next, quotes: quotes)))
    }
  }
}
