import Evidence

/// Goes through a block's source in step with the inlines that cmark found in it, and so knows each one's line.
///
/// cmark tells the lines of blocks reliably but not those of inlines: it forgets removed definitions, wrapped link
/// destinations and multi-line code. Every inline's own bytes stand in the source, though, in the same order. The
/// cursor finds them, past escapes and entities; each line break takes it to the next line.
struct LineCursor {
  private let lines: SourceLines
  private let lastLine: Int
  private let limit: Int
  /// Bounds the bytes compared in vain, so that hostile input cannot make the search quadratic.
  private var budget: Int
  private var position: Int
  /// The spaces before the text of the line that stand for a part of a tab.
  private var padding = 0
  private var lineEnd: Int
  /// The line the cursor stands on.
  private(set) var line: Int

  private var bytes: [UInt8] { lines.source.utf8 }

  /// Starts at byte `text` on `line` of a block that ends with `lastLine`.
  init(_ lines: SourceLines, line: Int, text: Int, lastLine: Int) {
    self.lines = lines
    self.line = line
    self.lastLine = max(line, lastLine)
    position = text
    lineEnd = lines.source.range(ofLine: line).upperBound
    limit = lines.source.range(ofLine: self.lastLine).upperBound
    budget = 16 * (limit - text) + 1_024
  }

  var isOnLastLine: Bool { line >= lastLine }

  /// Goes past running text, which never leaves its line; tells where the source escapes a tilde.
  mutating func passText(
    _ text: borrowing [UInt8], _ range: Range<Int>, tilde: (Int) -> Void
  ) {
    // After a forced break the text starts with the line's white space, and with what stands for a part of a tab.
    var left = range
    while padding > 0, let first = left.first, text[first] == Ascii.space {
      left = left.dropFirst()
      padding -= 1
    }
    padding = 0
    var start = position
    while start < lineEnd, budget > 0 {
      if let end = match(text, left, at: start, tilde: tilde) {
        position = end
        return
      }
      start += 1
    }
  }

  /// Goes to the next line, and returns whether there is one.
  @discardableResult
  mutating func passBreak() -> Bool {
    guard !isOnLastLine else { return false }
    moveTo(line: line + 1)
    return true
  }

  /// Goes past a code span; `mark` is told at which byte of it each further line starts.
  ///
  /// Every line break became a space, and one space may have been taken off each end.
  mutating func passCode(_ range: Range<Int>, mark: (_ line: Int, _ offset: Int) -> Void) {
    guard budget > 0, let open = firstIndex(of: Ascii.backtick) else { return }
    let content = endOfRun(open)
    guard let close = endOfCode(from: content, width: content - open) else { return }
    var starts: [(line: Int, offset: Int)] = []
    var count = min(lineEnd, close) - content
    while lineEnd < close, passBreak() {
      starts.append((line, count + 1))
      count += 1 + padding + min(lineEnd, close) - position
    }
    let stripped = count > range.count ? 1 : 0
    for start in starts { mark(start.line, min(range.count, start.offset - stripped)) }
    position = close + content - open
  }

  /// Where the run of `width` backticks starts that closes a code span.
  private mutating func endOfCode(from content: Int, width: Int) -> Int? {
    var index = content
    while index < limit {
      guard bytes[index] == Ascii.backtick else {
        index += 1
        continue
      }
      let end = endOfRun(index)
      if end - index == width { return index }
      index = end
    }
    budget -= limit - content
    return nil
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
    let isWrapped = lastStart > range.lowerBound
    let count = range.upperBound - lastStart - (isWrapped ? padding : 0)
    position = min(lineEnd, position + max(0, count))
  }

  /// Goes past what ends a link or an image: the bracket, and the destination or label after it.
  ///
  /// A link `mayBeBare`, as `<https://example.com>` is, when its text is its destination.
  mutating func passLinkEnd(mayBeBare: Bool) {
    if mayBeBare, position < lineEnd, bytes[position] == Ascii.greater {
      position += 1
      return
    }
    guard let bracket = firstIndex(of: Ascii.closeBracket) else { return }
    let end = LinkSyntax(lines: lines, limit: limit).tailEnd(after: bracket + 1)
    while end > lineEnd, !isOnLastLine { moveTo(line: line + 1) }
    position = end
  }

  private mutating func moveTo(line newLine: Int) {
    line = newLine
    let text = lines.text(ofLine: newLine)
    position = text.range.lowerBound
    lineEnd = text.range.upperBound
    padding = text.padding
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
