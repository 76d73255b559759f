import Evidence

/// Collects the text of all blocks of a document in one buffer, with styles and line marks beside it.
struct FlowBuilder {
  /// Where one block's text, styles and marks lie in the buffers.
  struct Flow {
    var bytes: Range<Int>
    var spans: Range<Int>
    var marks: Range<Int>
  }

  private(set) var utf8: [UInt8] = []
  private(set) var spans: [FlowText.Span] = []
  private(set) var marks: [FlowText.LineMark] = []
  private(set) var flows: [Flow] = []
  private var start = Flow(bytes: 0..<0, spans: 0..<0, marks: 0..<0)
  private var openSpans: [Int] = []
  /// Tildes that the source escapes, which therefore strike nothing out.
  private var escapedTildes: [Int] = []
  private var mayStrike = false
  private var keepsTildes = false

  init(capacity: Int) {
    utf8.reserveCapacity(capacity)
  }

  /// How many bytes the flow under construction has.
  var offset: Int { utf8.count - start.bytes.lowerBound }

  /// Where in `utf8` the flow under construction starts.
  var base: Int { start.bytes.lowerBound }

  /// Starts the text of a block at `line`.
  mutating func begin(line: Int) {
    start.bytes = utf8.count..<utf8.count
    start.spans = spans.count..<spans.count
    start.marks = marks.count..<marks.count
    openSpans.removeAll(keepingCapacity: true)
    escapedTildes.removeAll(keepingCapacity: true)
    mayStrike = false
    keepsTildes = false
    marks.append(FlowText.LineMark(offset: 0, line: Int32(line)))
  }

  /// Says that the text from `offset` on, by default what is appended next, stands on `line`.
  mutating func mark(line: Int, at offset: Int? = nil) {
    let offset = Int32(offset ?? self.offset)
    let last = marks.count - 1
    if marks[last].line == line { return }
    if marks[last].offset >= offset {
      marks[last].line = Int32(line)
    } else {
      marks.append(FlowText.LineMark(offset: offset, line: Int32(line)))
    }
  }

  /// Appends a node's own text.
  mutating func appendLiteral(of event: borrowing CMarkTree.Event) {
    event.appendLiteral(to: &utf8)
  }

  /// Appends running text, in which `~~` may strike words out.
  mutating func appendText(of event: borrowing CMarkTree.Event) {
    let first = utf8.count
    event.appendLiteral(to: &utf8)
    if !mayStrike, utf8[first...].contains(Ascii.tilde) { mayStrike = true }
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    utf8.append(contentsOf: bytes)
  }

  mutating func append(_ byte: UInt8) {
    utf8.append(byte)
  }

  mutating func dropLast() {
    utf8.removeLast()
  }

  /// Takes over where the flow's lines start and which of its tildes the source escapes.
  mutating func apply(_ alignment: Alignment) {
    marks.replaceSubrange(start.marks.lowerBound..., with: alignment.marks)
    escapedTildes = alignment.escapedTildes
  }

  /// Says that no tilde of the flow under construction strikes anything out.
  mutating func keepTildes() {
    keepsTildes = true
  }

  /// Opens a span at what is appended next.
  mutating func openSpan(_ style: FlowText.Style, title: String = "") {
    openSpans.append(spans.count)
    spans.append(FlowText.Span(range: offset..<offset, style: style, title: title))
  }

  /// Whether the innermost open span is a link whose text so far is its destination.
  var isOpenSpanBareLink: Bool {
    guard let index = openSpans.last, case .link(let destination) = spans[index].style else {
      return false
    }
    let text = utf8[(base + spans[index].range.lowerBound)...]
    return destination.utf8.count >= text.count
      && destination.utf8.suffix(text.count).elementsEqual(text)
  }

  /// Closes the innermost open span.
  mutating func closeSpan() {
    guard let index = openSpans.popLast() else { return }
    spans[index].range = spans[index].range.lowerBound..<offset
  }

  /// Drops the first `count` bytes of the flow under construction.
  mutating func dropFirst(_ count: Int) {
    start.bytes = start.bytes.lowerBound + count..<start.bytes.lowerBound + count
    for index in start.spans.lowerBound..<spans.count {
      let range = spans[index].range
      spans[index].range = max(0, range.lowerBound - count)..<max(0, range.upperBound - count)
    }
    for index in start.marks.lowerBound..<marks.count {
      marks[index].offset = max(0, marks[index].offset - Int32(count))
    }
    for index in escapedTildes.indices { escapedTildes[index] -= count }
  }

  /// Drops the flow's text from the first byte that stands on `line` or later, and the line break before it.
  mutating func cut(fromLine line: Int) {
    guard
      let mark = marks[start.marks.lowerBound...].firstIndex(where: { Int($0.line) >= line })
    else { return }
    var length = Int(marks[mark].offset)
    marks.removeSubrange(max(mark, start.marks.lowerBound + 1)...)
    if length > 0, utf8[base + length - 1] == Ascii.lineFeed { length -= 1 }
    utf8.removeSubrange((base + length)...)
    var kept = start.spans.lowerBound
    for index in start.spans.lowerBound..<spans.count
    where spans[index].range.lowerBound < length {
      spans[kept] = spans[index]
      let range = spans[kept].range
      spans[kept].range = range.lowerBound..<min(length, range.upperBound)
      kept += 1
    }
    spans.removeSubrange(kept...)
  }

  /// Ends the flow and returns its number.
  mutating func end() -> Int {
    if mayStrike, !keepsTildes { strikeOut() }
    flows.append(
      Flow(
        bytes: start.bytes.lowerBound..<utf8.count,
        spans: start.spans.lowerBound..<spans.count,
        marks: start.marks.lowerBound..<marks.count))
    return flows.count - 1
  }

  /// Forgets the flow under construction.
  mutating func cancel() {
    utf8.removeSubrange(start.bytes.lowerBound...)
    spans.removeSubrange(start.spans.lowerBound...)
    marks.removeSubrange(start.marks.lowerBound...)
  }

  /// Takes out pairs of `~~` and remembers what stands between them as struck out.
  private mutating func strikeOut() {
    let pairs = strikePairs()
    guard !pairs.isEmpty else { return }
    let cuts = pairs.flatMap { [$0.open, $0.close] }.sorted()
    let shift = { (offset: Int) -> Int in
      let before = cuts.partitioningIndex { $0 >= offset }
      let inside = before > 0 && cuts[before - 1] + 1 == offset ? 1 : 0
      return offset - 2 * before + inside
    }
    var write = base
    var next = 0
    var read = 0
    let length = offset
    while read < length {
      if next < cuts.count, cuts[next] == read {
        read += 2
        next += 1
        continue
      }
      utf8[write] = utf8[start.bytes.lowerBound + read]
      write += 1
      read += 1
    }
    utf8.removeSubrange(write...)
    for index in start.spans.lowerBound..<spans.count {
      let range = spans[index].range
      spans[index].range = shift(range.lowerBound)..<shift(range.upperBound)
    }
    for index in start.marks.lowerBound..<marks.count {
      marks[index].offset = Int32(shift(Int(marks[index].offset)))
    }
    for pair in pairs {
      spans.append(
        FlowText.Span(
          range: shift(pair.open)..<shift(pair.close), style: .strikethrough, title: ""))
    }
    spans[start.spans.lowerBound...].sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  /// Finds runs of exactly two tildes that open before a word and close after one.
  private func strikePairs() -> [(open: Int, close: Int)] {
    let literal = spans[start.spans.lowerBound...].filter { $0.style == .code || $0.style == .html }
    var literalIndex = 0
    var pairs: [(open: Int, close: Int)] = []
    var opener: Int?
    var index = 0
    let escaped = Set(escapedTildes)
    let text = utf8[base...]
    while index < text.count {
      while literalIndex < literal.count, literal[literalIndex].range.upperBound <= index {
        literalIndex += 1
      }
      if literalIndex < literal.count, literal[literalIndex].range.contains(index) {
        index = literal[literalIndex].range.upperBound
        continue
      }
      guard text[base + index] == Ascii.tilde, !escaped.contains(index) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[base + end] == Ascii.tilde, !escaped.contains(end) { end += 1 }
      if end - index == 2 {
        let opens = end < text.count && !Ascii.isSpace(text[base + end])
        let closes = index > 0 && !Ascii.isSpace(text[base + index - 1])
        if closes, let open = opener {
          pairs.append((open, index))
          opener = nil
        } else if opens {
          opener = index
        }
      }
      index = end
    }
    return pairs
  }
}
