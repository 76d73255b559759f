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

  var isOnLastLine: Bool { line >= lastLine }

  /// Goes past running text, which never leaves its line; tells where the source escapes a tilde.
  ///
  /// Returns whether the text is there.
  mutating func passText(_ text: borrowing [UInt8], _ range: Range<Int>, tilde: (Int) -> Void)
    -> Bool
  {
    var start = position
    while start < lineEnd, budget > 0 {
      if let end = match(text, range, at: start, tilde: tilde) {
        position = end
        return true
      }
      start += 1
    }
    return false
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
  mutating func passCode(
    _ text: borrowing [UInt8], _ range: Range<Int>, mark: (_ line: Int, _ offset: Int) -> Void
  ) {
    guard budget > 0, let open = firstIndex(of: Ascii.backtick) else { return }
    let content = endOfRun(open)
    guard let close = endOfCode(from: content, width: content - open) else { return }
    defer { position = close + content - open }
    guard lineEnd < close else { return }
    let isStripped =
      content < lineEnd
      ? !matches(text, range, at: 0, content..<lineEnd)
      : range.isEmpty || text[range.lowerBound] != Ascii.space
    var offset = lineEnd - content - (isStripped ? 1 : 0)
    while lineEnd < close {
      passBreak()
      offset = max(0, offset + 1)
      mark(line, min(offset, range.count))
      let end = min(lineEnd, close)
      // A prefix is taken off, but how much of it is not known: on a lazy line it may be text.
      let prefix = position...lines.skipPrefix(from: position, to: end, quotes: .max)
      let start = prefix.first { matches(text, range, at: offset, $0..<end) }
      offset += end - (start ?? lines.skipPrefix(from: position, to: end, quotes: quotes))
    }
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

  /// Whether `text[range]` reads like `source` from `offset` on; at its end a space may be missing.
  private mutating func matches(
    _ text: borrowing [UInt8], _ range: Range<Int>, at offset: Int, _ source: Range<Int>
  ) -> Bool {
    var index = range.lowerBound + offset
    for place in source {
      guard budget > 0 else { return false }
      guard index < range.upperBound else {
        return place == source.upperBound - 1 && bytes[place] == Ascii.space
      }
      guard text[index] == bytes[place] else {
        budget -= place - source.lowerBound + 1
        return false
      }
      index += 1
    }
    return index >= range.upperBound || text[index] == Ascii.space
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
