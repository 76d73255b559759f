/// The cells of a document's tables, whose text waits until the document's own tree is read and released.
///
/// A cell's inlines are parsed by themselves, so that no emphasis runs from one cell into the next: each cell with
/// mark-up becomes a paragraph of a second, small document.
struct TableCells {
  /// A cell: its element, its line, and its source with `\|` already read as `|`.
  private struct Cell {
    let element: Int
    let line: Int
    let source: Range<Int>
    let escapesTilde: Bool
  }

  /// Makes any cell a paragraph, whatever it starts with, and is taken off again.
  private static let prefix = Array("x ".utf8)
  /// The size of a batch: bounds the memory of its tree.
  private static let batchBytes = 1 << 16
  /// Definitions above this size are left out: they would be parsed once for each batch.
  private static let definitionBytes = 1 << 14

  private var cells: [Cell] = []
  private var bytes: [UInt8] = []

  var isEmpty: Bool { cells.isEmpty }

  mutating func add(_ source: ArraySlice<UInt8>, line: Int, element: Int) {
    let start = bytes.count
    var escapesTilde = false
    var index = source.startIndex
    while index < source.endIndex {
      let isEscape = source[index] == Ascii.backslash && index + 1 < source.endIndex
      if isEscape, source[index + 1] != Ascii.pipe { bytes.append(source[index]) }
      if isEscape {
        index += 1
        if source[index] == Ascii.tilde { escapesTilde = true }
      }
      bytes.append(source[index])
      index += 1
    }
    cells.append(
      Cell(
        element: element, line: line, source: start..<bytes.count, escapesTilde: escapesTilde))
  }

  /// Appends every cell's text to `flows` and sets its element's flow.
  func write(
    to flows: inout FlowBuilder, elements: inout [MarkupDocument.Element], definitions: [UInt8]
  ) {
    let definitions = definitions.count <= Self.definitionBytes ? definitions : []
    var batch: [Int] = []
    var text: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      let source = bytes[cell.source]
      guard source.contains(where: Self.mayBeMarkup) else {
        flows.begin(line: cell.line)
        flows.append(source)
        elements[cell.element].flow = flows.end()
        continue
      }
      text += Self.prefix
      text += source
      text += [Ascii.lineFeed, Ascii.lineFeed]
      batch.append(index)
      if text.count >= Self.batchBytes {
        write(batch, text + definitions, to: &flows, elements: &elements)
        batch.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { write(batch, text + definitions, to: &flows, elements: &elements) }
  }

  private func write(
    _ batch: [Int], _ text: [UInt8], to flows: inout FlowBuilder,
    elements: inout [MarkupDocument.Element]
  ) {
    var next = 0
    CMarkTree(parsing: text[...]).forEachEvent { event in
      guard next < batch.count else { return }
      let cell = cells[batch[next]]
      switch (event.kind, event.isEntering) {
      case (.paragraph, true):
        flows.begin(line: cell.line)
        if cell.escapesTilde { flows.keepTildes() }
      case (.paragraph, false):
        flows.dropFirst(Self.prefix.count)
        elements[cell.element].flow = flows.end()
        next += 1
      default:
        flows.appendInline(event)
      }
    }
  }

  private static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.star, Ascii.underscore, Ascii.backtick, Ascii.openBracket, Ascii.less,
      Ascii.ampersand, Ascii.backslash, Ascii.tilde, Ascii.bang:
      true
    default: false
    }
  }
}
