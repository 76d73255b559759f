import Evidence
import Markup

/// A draft's sections, each with its paragraphs, items, quotations and rows.
struct DraftOutline {
  /// A list item with the items below it.
  struct Item {
    var text: DraftText
    var task: MarkupDocument.Element.Task
    var children: [Item] = []
  }

  /// A piece of a section.
  enum Block {
    case heading(DraftText)
    case paragraph(DraftText)
    case item(Item)
    case quote([DraftText])
    /// A row of a table, each cell with the head of its column.
    case row([(head: String, cell: DraftText)])
  }

  /// What stands below a heading of the second level, and above the first of them.
  struct Section {
    var title: DraftText
    var blocks: [Block] = []
  }

  private(set) var sections: [Section]
  /// What the draft could not be read as.
  let findings: [Finding]
  private let document: MarkupDocument
  private let source: SourceText

  /// Reads the blocks of a draft.
  init(_ source: SourceText) {
    self.source = source
    document = MarkupDocument(parsing: ReferenceMarks.mark(source))
    findings = document.findings
    sections = [Section(title: DraftText(at: SourcePosition(line: 1, column: 1)))]
    for index in children(of: 0) { add(index) }
  }

  private mutating func add(_ index: Int) {
    switch document.elements[index].kind {
    case .heading(let level) where level <= 2 && !(level == 1 && sections.count == 1):
      sections.append(Section(title: text(of: index)))
    case .heading: append(.heading(text(of: index)))
    case .list: for item in items(of: index) { append(.item(item)) }
    case .blockQuote: append(.quote(children(of: index).map { text(of: $0) }))
    case .table: addRows(of: index)
    case .thematicBreak: break
    case .htmlBlock:
      let text = text(of: index)
      if !text.rest.utf8.starts(with: "<!--".utf8) { append(.paragraph(text)) }
    default: append(.paragraph(text(of: index)))
    }
  }

  private mutating func append(_ block: Block) {
    sections[sections.count - 1].blocks.append(block)
  }

  private mutating func addRows(of table: Int) {
    var heads: [String] = []
    for row in children(of: table) {
      let cells = children(of: row).map { text(of: $0) }
      if case .tableRow(isHeader: true) = document.elements[row].kind {
        heads = cells.map(\.whole)
      } else {
        let named = cells.enumerated().map { index, cell in
          (head: index < heads.count ? heads[index] : "", cell: cell)
        }
        append(.row(named))
      }
    }
  }

  private func items(of list: Int) -> [Item] {
    children(of: list).map { index in
      var task = MarkupDocument.Element.Task.none
      if case .item(let box) = document.elements[index].kind { task = box }
      let line = document.elements[index].lines.lowerBound
      var item = Item(text: DraftText(at: SourcePosition(line: line, column: 1)), task: task)
      var isFirst = true
      for child in children(of: index) {
        if case .list = document.elements[child].kind {
          item.children += items(of: child)
        } else if isFirst {
          item.text = text(of: child)
          isFirst = false
        } else {
          item.text.append(text(of: child))
        }
      }
      return item
    }
  }

  /// The text of an element, or of all within it that has some.
  private func text(of index: Int) -> DraftText {
    let inner = children(of: index)
    guard let first = inner.first else { return DraftText(document.flow(of: index), in: source) }
    var text = text(of: first)
    for child in inner.dropFirst() { text.append(self.text(of: child)) }
    return text
  }

  private func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < document.elements[index].end {
      children.append(child)
      child = document.elements[child].end
    }
    return children
  }
}
