extension MarkupDocument {
  /// A block of a document: a heading, a paragraph, a list, a table cell.
  ///
  /// Elements stand in one flat list, each before its descendants, so that no depth of nesting costs a level of stack
  /// to walk or to release.
  public struct Element: Hashable, Sendable {
    /// What a list item's box says.
    public enum Task: Hashable, Sendable {
      /// The item has no box.
      case none
      /// The item starts with `[ ]`.
      case open
      /// The item starts with `[x]` or `[X]`.
      case done
    }

    /// What kind of block an element is.
    public enum Kind: Hashable, Sendable {
      /// The whole document: element 0, and only that.
      case document
      /// What stands between `---` on line 1 and the closing `---` or `...`; its flow is the lines between.
      case frontMatter
      /// A heading of level 1 to 6.
      case heading(level: Int)
      /// Running text.
      case paragraph
      /// A quotation: lines after `>`.
      case blockQuote
      /// A list of items.
      case list(ordered: Bool)
      /// An item of a list.
      case item(task: Task)
      /// Code as it stands there, with the words after the opening fence.
      case codeBlock(info: String)
      /// HTML as it stands there, comments included.
      case htmlBlock
      /// A line across the page.
      case thematicBreak
      /// A pipe table; its children are rows.
      case table
      /// A row of a table; its children are cells.
      case tableRow(isHeader: Bool)
      /// A cell of a table row; columns count from 0.
      case tableCell(column: Int)
      /// A link reference definition, `[label]: destination "title"`, which no paragraph shows; its flow is the source.
      case linkDefinition
    }

    /// What kind of block this is.
    public internal(set) var kind: Kind
    /// The index of the element around this one, or -1 for the document.
    public internal(set) var parent: Int
    /// The index after this element's last descendant; its own index plus 1 when it has none.
    public internal(set) var end: Int
    /// The lines it stands on, counted from 1 in the file as it lies on disk.
    public internal(set) var lines: ClosedRange<Int>

    /// Which of the document's flows is this element's text, or -1.
    var flow: Int
  }
}
