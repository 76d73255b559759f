import Evidence

/// Goes through a block's source in step with the inlines that cmark found in it, and so knows each one's line.
///
/// cmark tells the lines of blocks reliably but not those of inlines: it forgets removed definitions, wrapped link
/// destinations and multi-line code. Every inline's own bytes stand in the source, though, in the same order. The
/// cursor finds them, past escapes and entities; each line break takes it to the next line.
struct LineCursor {
  private let lines: SourceLines
  private let quotes: Int
  private let lastLine: Int
  private let limit: Int
  /// Bounds the bytes compared in vain, so that hostile input cannot make the search quadratic.
  private var budget: Int
  private var position: Int
  private var lineEnd: Int
  /// The line the cursor stands on.
  private(set) var line: Int

  private var bytes: [UInt8] { lines.source.utf8 }

  /// Starts at byte `start` on `line` of a block that ends with `lastLine` and stands in `quotes` quotations.
  init(_ lines: SourceLines, line: Int, start: Int, lastLine: Int, quotes: Int) {
    self.lines = lines
    self.quotes = quotes
    self.line = line
    self.lastLine = max(line, lastLine)
    position = start
    lineEnd = lines.source.range(ofLine: line).upperBound
    limit = lines.source.range(ofLine: self.lastLine).upperBound
    budget = 16 * (limit - start) + 1_024
  }

  private var isOnLastLine: Bool { line >= lastLine }

  /// Goes past running text, which never leaves its line; tells where the source escapes a tilde.
  mutating func passText(_ text: borrowing [UInt8], _ range: Range<Int>, tilde: (Int) -> Void) {
    var start = position
    while start < lineEnd, budget > 0 {
      if let end = match(text, range, at: start, tilde: tilde) {
        position = end
        return
      }
      start += 1
    }
  }

  /// Goes to the next line.
  mutating func passBreak() {
    guard !isOnLastLine else { return }
    moveTo(line: line + 1)
    position = lines.skipPrefix(from: position, to: lineEnd, quotes: quotes)
  }

  /// Goes past a code span of `count` bytes; `mark` is told at which of them each further line starts.
  mutating func passCode(count: Int, mark: (_ line: Int, _ offset: Int) -> Void) {
    guard budget > 0, let open = firstIndex(of: Ascii.backtick) else { return }
    let content = endOfRun(open)
    let width = content - open
    var close = content
    while close < limit {
      guard bytes[close] == Ascii.backtick else {
        close += 1
        continue
      }
      let end = endOfRun(close)
      if end - close == width { break }
      close = end
    }
    guard close < limit else {
      budget -= close - content
      return
    }
    // Every line break became a space; one space may have been taken off each end.
    var length = lineEnd - content
    var starts: [(line: Int, offset: Int)] = []
    while lineEnd < close {
      passBreak()
      starts.append((line, length + 1))
      length += 1 + (min(lineEnd, close) - position)
    }
    let stripped = !starts.isEmpty && length > count ? 1 : 0
    for start in starts { mark(start.line, max(0, min(count, start.offset - stripped))) }
    position = close + width
  }

  /// Goes past raw HTML.
  mutating func passHTML(
    _ text: borrowing [UInt8], _ range: Range<Int>, mark: (_ line: Int, _ offset: Int) -> Void
  ) {
    if let open = firstIndex(of: Ascii.less) { position = open }
    var lastStart = range.lowerBound
    for index in range where text[index] == Ascii.lineFeed {
      passBreak()
      mark(line, index + 1 - range.lowerBound)
      lastStart = index + 1
    }
    position = min(lineEnd, position + range.upperBound - lastStart)
  }

  /// Goes past what ends a link or an image: the bracket, and the destination or label after it.
  mutating func passLinkEnd() {
    if position < lineEnd, bytes[position] == Ascii.greater {
      position += 1
      return
    }
    guard let bracket = firstIndex(of: Ascii.closeBracket) else { return }
    let end = LinkSyntax(lines: lines, quotes: quotes, limit: limit).tailEnd(after: bracket + 1)
    while end > lineEnd, !isOnLastLine { moveTo(line: line + 1) }
    position = end
  }

  private mutating func moveTo(line newLine: Int) {
    line = newLine
    let range = lines.source.range(ofLine: newLine)
    position = range.lowerBound
    lineEnd = range.upperBound
  }

  private mutating func firstIndex(of byte: UInt8) -> Int? {
    guard budget > 0 else { return nil }
    var index = position
    while index < lineEnd {
      if bytes[index] == byte { return index }
      index += 1
    }
    budget -= lineEnd - position
    return nil
  }

  private func endOfRun(_ index: Int) -> Int {
    var end = index
    while end < limit, bytes[end] == Ascii.backtick { end += 1 }
    return end
  }

  /// Where the text ends that starts at `start` and reads as `text[range]` once escapes and entities are decoded.
  private mutating func match(
    _ text: borrowing [UInt8], _ range: Range<Int>, at start: Int, tilde: (Int) -> Void
  ) -> Int? {
    var next = start
    var index = range.lowerBound
    while index < range.upperBound {
      guard next < lineEnd else { return fail(index - range.lowerBound) }
      let byte = bytes[next]
      if byte == Ascii.backslash, next + 1 < lineEnd, bytes[next + 1] == text[index],
        Ascii.isPunctuation(text[index])
      {
        if text[index] == Ascii.tilde { tilde(index) }
        next += 2
        index += 1
      } else if byte == Ascii.ampersand,
        let entity = Entity(in: bytes[next..<lineEnd]),
        let count = entity.count(
          in: text[index..<range.upperBound], before: bytes[entity.end..<lineEnd])
      {
        next = entity.end
        index += count
      } else if byte == text[index] {
        next += 1
        index += 1
      } else {
        return fail(index - range.lowerBound)
      }
    }
    return next
  }

  private mutating func fail(_ compared: Int) -> Int? {
    budget -= compared + 1
    return nil
  }
}
