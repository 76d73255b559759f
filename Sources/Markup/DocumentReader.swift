import Evidence

/// Builds a document's flat list of elements from cmark's events, and adds what cmark does not know or show.
struct DocumentReader {
  private typealias Element = MarkupDocument.Element

  private var lines: SourceLines
  private let lineOffset: Int
  private(set) var elements: [MarkupDocument.Element]
  private(set) var flows: FlowBuilder
  private var cells = TableCells()
  private var definitions: [UInt8] = []
  private var open: [Int] = []
  private var block: TextBlock?
  /// The inlines of the block; none for a block of one line.
  private var steps: [InlineStep] = []
  private var needsSteps = false
  /// The first line that no element shows yet.
  private var nextLine: Int
  /// The first line not yet looked at for text that no element shows.
  private var gapLine: Int

  private var source: SourceText { lines.source }

  /// Starts a document whose body follows the front matter.
  init(_ source: SourceText, frontMatter: FrontMatter?) {
    lines = SourceLines(source)
    lineOffset = frontMatter?.lastLine ?? 0
    nextLine = lineOffset + 1
    gapLine = nextLine
    flows = FlowBuilder(capacity: source.utf8.count)
    let all = 1...max(1, source.lineCount)
    elements = [Element(kind: .document, parent: -1, end: 1, lines: all, flow: -1)]
    open = [0]
    if let frontMatter { add(frontMatter) }
  }

  /// Reads the body as Markdown.
  mutating func readMarkdown() {
    let start =
      lineOffset < source.lineStarts.count ? source.lineStarts[lineOffset] : source.utf8.count
    CMarkTree(parsing: source.utf8[start...]).forEachEvent { read($0) }
    addGap(upTo: source.lineCount)
    cells.write(to: &flows, elements: &elements, definitions: definitions)
    elements[0].end = elements.count
  }

  /// Reads the body as plain text: a paragraph for each run of lines that are not blank.
  mutating func readPlainText() {
    var line = nextLine
    while line <= source.lineCount {
      guard !lines.isBlank(line) else {
        line += 1
        continue
      }
      var last = line
      while last < source.lineCount, !lines.isBlank(last + 1) { last += 1 }
      add(.paragraph, literal: (line...last).map(source.range(ofLine:)), from: line)
      line = last + 1
    }
    elements[0].end = elements.count
  }

  private mutating func read(_ event: borrowing CMarkTree.Event) {
    switch event.kind {
    case .document: break
    case .blockQuote, .list, .item:
      if event.isEntering { enterContainer(event) } else { leaveContainer(event) }
    case .paragraph, .heading:
      if event.isEntering { enterText(event) } else { leaveText() }
    case .codeBlock: addCode(event)
    case .htmlBlock: addHTML(event)
    case .thematicBreak:
      let line = event.startLine + lineOffset
      addGap(upTo: line - 1)
      add(.thematicBreak, line...line)
    default:
      guard block != nil else { return }
      if let step = flows.appendInline(event), needsSteps { steps.append(step) }
    }
  }

  // MARK: - Containers

  private mutating func enterContainer(_ event: borrowing CMarkTree.Event) {
    let line = event.startLine + lineOffset
    addGap(upTo: line - 1)
    let kind: Element.Kind
    switch event.kind {
    case .blockQuote:
      kind = .blockQuote
      lines.openQuote()
    case .list: kind = .list(ordered: event.isOrderedList)
    default:
      kind = .item(task: .none)
      lines.openItem(line: line, column: event.startColumn)
    }
    open.append(elements.count)
    elements.append(
      Element(kind: kind, parent: open[open.count - 2], end: 0, lines: line...line, flow: -1))
  }

  private mutating func leaveContainer(_ event: borrowing CMarkTree.Event) {
    addGap(upTo: event.endLine + lineOffset)
    if event.kind != .list { lines.closeContainer() }
    guard let index = open.popLast() else { return }
    let first = elements[index].lines.lowerBound
    nextLine = max(nextLine, first + 1)
    elements[index].end = elements.count
    elements[index].lines = first...max(first, nextLine - 1)
  }

  @discardableResult
  private mutating func add(_ kind: Element.Kind, _ lines: ClosedRange<Int>, flow: Int = -1) -> Int
  {
    elements.append(
      Element(
        kind: kind, parent: open[open.count - 1], end: elements.count + 1, lines: lines, flow: flow)
    )
    nextLine = max(nextLine, lines.upperBound + 1)
    return elements.count - 1
  }

  // MARK: - Paragraphs and headings

  private mutating func enterText(_ event: borrowing CMarkTree.Event) {
    let line = event.startLine + lineOffset
    let last = max(line, event.endLine + lineOffset)
    addGap(upTo: line - 1)
    let block = TextBlock(
      in: lines, lines: line...last, column: event.startColumn,
      headingLevel: event.kind == .heading ? event.headingLevel : nil)
    self.block = block
    steps.removeAll(keepingCapacity: true)
    // A block of one line needs no search for lines, but a tilde may be escaped.
    needsSteps = block.last > line || source.utf8[block.first.range].contains(Ascii.tilde)
    flows.begin(line: block.line)
  }

  private mutating func leaveText() {
    guard let block else { return }
    self.block = nil
    if needsSteps { align(block) }
    let first = block.line
    let table = tableLine(first...block.textLast, block.first.range)
    if let table, table > first { flows.cut(fromLine: table) }
    if table != first { readTaskBox(at: block.first.range) }
    var flow = -1
    if table == first { flows.cancel() } else { flow = flows.end() }
    for definition in block.definitions { addDefinition(definition.parts, from: definition.line) }
    guard let table else {
      let kind = block.headingLevel.map { Element.Kind.heading(level: $0) } ?? .paragraph
      add(kind, first...block.last, flow: flow)
      return
    }
    if table > first { add(.paragraph, first...table - 1, flow: flow) }
    addTable(in: block, from: table)
  }

  /// Finds the lines of a block's inlines.
  private mutating func align(_ block: TextBlock) {
    let cursor = LineCursor(
      lines, line: block.line, text: block.first.range.lowerBound, lastLine: block.textLast)
    flows.apply(Alignment(of: steps, in: flows.utf8, base: flows.base, along: cursor))
  }

  /// Reads `[ ]` or `[x]` at the start of an item's first paragraph, whose first line is `line`; an escaped one is text.
  private mutating func readTaskBox(at line: Range<Int>) {
    let parent = open[open.count - 1]
    guard parent == elements.count - 1, case .item = elements[parent].kind else { return }
    let text = flows.utf8[flows.base...]
    guard text.count >= 3, text[flows.base] == Ascii.openBracket,
      text[flows.base + 2] == Ascii.closeBracket,
      text.count == 3 || Ascii.isSpace(text[flows.base + 3]),
      source.utf8[line].prefix(3).elementsEqual(text.prefix(3))
    else { return }
    switch text[flows.base + 1] {
    case Ascii.space: elements[parent].kind = .item(task: .open)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): elements[parent].kind = .item(task: .done)
    default: return
    }
    flows.dropFirst(min(4, text.count))
  }

  // MARK: - Tables

  private func tableLine(_ range: ClosedRange<Int>, _ first: Range<Int>) -> Int? {
    guard range.count > 1 else { return nil }
    let all = first.lowerBound..<source.range(ofLine: range.upperBound).upperBound
    guard source.utf8[all].contains(Ascii.pipe) else { return nil }
    var contents = [first]
    for line in range.dropFirst() { contents.append(lines.content(ofLine: line)) }
    return PipeTable.headerIndex(in: contents, of: source.utf8).map { range.lowerBound + $0 }
  }

  private mutating func addTable(in block: TextBlock, from header: Int) {
    var last = block.textLast
    var rule: Int?
    if let underline = block.underline {
      if lines.isThematicBreak(lines.content(ofLine: underline)) {
        rule = underline
      } else {
        last = underline
      }
    }
    let table = add(.table, header...last)
    open.append(table)
    for line in header...last where line != header + 1 {
      let content = line == block.line ? block.first.range : lines.content(ofLine: line)
      let row = add(.tableRow(isHeader: line == header), line...line)
      open.append(row)
      for (column, cell) in PipeTable.cells(in: content, of: source.utf8).enumerated() {
        let element = add(.tableCell(column: column), line...line)
        cells.add(source.utf8[cell], line: line, element: element)
      }
      open.removeLast()
      elements[row].end = elements.count
    }
    open.removeLast()
    elements[table].end = elements.count
    if let rule { add(.thematicBreak, rule...rule) }
  }

  // MARK: - Literal blocks

  private mutating func addCode(_ event: borrowing CMarkTree.Event) {
    let line = event.startLine + lineOffset
    addGap(upTo: line - 1)
    flows.begin(line: line)
    flows.appendLiteral(of: event)
    let text = flows.base..<flows.utf8.count
    let count = flows.utf8[text].count { $0 == Ascii.lineFeed }
    let isFenced = isFence(line: line, column: event.startColumn, text: text)
    markLines(of: text, from: isFenced ? line + 1 : line)
    dropLastLineFeed()
    var last = isFenced ? line + count : line + max(0, count - 1)
    if isFenced, last < event.endLine + lineOffset, closesFence(last + 1, opening: line) {
      last += 1
    }
    last = min(last, source.lineCount)
    add(.codeBlock(info: isFenced ? event.fenceInfo : ""), line...last, flow: flows.end())
  }

  /// Whether a code block starts with a fence, not with four columns of indentation.
  private func isFence(line: Int, column: Int, text: Range<Int>) -> Bool {
    let range = source.range(ofLine: line)
    let start = min(range.upperBound, range.lowerBound + max(0, column - 1))
    let content = start..<range.upperBound
    guard content.count >= 3, let mark = content.first.map({ source.utf8[$0] }),
      mark == Ascii.backtick || mark == Ascii.tilde,
      source.utf8[content].prefix(3).allSatisfy({ $0 == mark })
    else { return false }
    let indent = source.utf8[range.lowerBound..<start].reversed().prefix(while: Ascii.isBlank)
    let isIndented = indent.count >= 4 || indent.contains(Ascii.tab)
    let firstLine = flows.utf8[text].prefix { $0 != Ascii.lineFeed }
    return !(isIndented && firstLine.elementsEqual(source.utf8[content]))
  }

  private func closesFence(_ line: Int, opening: Int) -> Bool {
    let content = lines.content(ofLine: line)
    guard let mark = content.first.map({ source.utf8[$0] }),
      mark == Ascii.backtick || mark == Ascii.tilde
    else { return false }
    let run = source.utf8[content].prefix { $0 == mark }
    return run.count >= 3 && source.utf8[content].dropFirst(run.count).allSatisfy(Ascii.isBlank)
  }

  private mutating func addHTML(_ event: borrowing CMarkTree.Event) {
    let line = event.startLine + lineOffset
    addGap(upTo: line - 1)
    flows.begin(line: line)
    flows.appendLiteral(of: event)
    let text = flows.base..<flows.utf8.count
    markLines(of: text, from: line)
    dropLastLineFeed()
    let count = flows.utf8[(flows.base)...].count { $0 == Ascii.lineFeed }
    add(.htmlBlock, line...min(line + count, source.lineCount), flow: flows.end())
  }

  private mutating func markLines(of text: Range<Int>, from first: Int) {
    var line = first
    flows.mark(line: line, at: 0)
    for index in text where flows.utf8[index] == Ascii.lineFeed && index + 1 < text.upperBound {
      line += 1
      flows.mark(line: line, at: index + 1 - flows.base)
    }
  }

  private mutating func dropLastLineFeed() {
    if flows.offset > 0, flows.utf8.last == Ascii.lineFeed { flows.dropLast() }
  }

  private mutating func add(_ frontMatter: FrontMatter) {
    let inner = frontMatter.inside.map(source.range(ofLine:))
    add(.frontMatter, literal: inner, from: 2, lines: 1...frontMatter.lastLine)
  }

  /// Adds an element whose flow is pieces of the source, one a line.
  private mutating func add(
    _ kind: Element.Kind, literal: [Range<Int>], from line: Int, lines: ClosedRange<Int>? = nil
  ) {
    flows.begin(line: line)
    for (index, range) in literal.enumerated() {
      if index > 0 {
        flows.append(Ascii.lineFeed)
        flows.mark(line: line + index)
      }
      flows.append(source.utf8[range])
    }
    add(kind, lines ?? line...line + max(0, literal.count - 1), flow: flows.end())
  }

  // MARK: - What no block shows

  /// Adds the lines before `last` that no element shows: definitions of links that stand alone.
  private mutating func addGap(upTo last: Int) {
    let last = min(last, source.lineCount)
    var first = max(nextLine, gapLine)
    guard first <= last else { return }
    gapLine = last + 1
    var parts: [Range<Int>] = []
    for line in first...last {
      let content =
        parts.isEmpty
        ? lines.contentAfterMarkers(ofLine: line) : lines.content(ofLine: line)
      let startsDefinition = content.first.map { source.utf8[$0] == Ascii.openBracket } ?? false
      if content.isEmpty || startsDefinition, !parts.isEmpty {
        addDefinition(parts, from: first)
        parts.removeAll()
      }
      if !content.isEmpty {
        if parts.isEmpty { first = line }
        parts.append(content)
      }
    }
    if !parts.isEmpty { addDefinition(parts, from: first) }
  }

  private mutating func addDefinition(_ parts: [Range<Int>], from line: Int) {
    for part in parts {
      definitions += source.utf8[part]
      definitions.append(Ascii.lineFeed)
    }
    add(.linkDefinition, literal: parts, from: line)
  }
}
