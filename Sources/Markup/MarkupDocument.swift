public import Evidence

/// A Markdown note as a flat list of blocks, each with its text and the lines it stands on.
///
/// Any text is a document; nothing of it is lost. CommonMark's blocks are read as CommonMark says, and besides them
/// pipe tables, task boxes, `~~struck~~` words and front matter. A note that is too deeply nested or too large to
/// be parsed safely is read as plain text, one paragraph a run of lines, and `findings` says so.
///
/// ## How text flows
///
/// The text of a block without mark-up is its *flow*, see ``flow(of:)``. Blocks that have text have one: front matter,
/// headings, paragraphs, code, HTML, table cells and link definitions. A flow is UTF-8 with
///
/// - emphasis, links and code as ``FlowText/Span`` beside the text, their marks gone;
/// - backslash escapes and entities decoded; an image as its description; HTML as it stands there;
/// - every line break, wrapped or forced, as one line feed, so that a sentence may go on after it;
/// - inside `code` that is broken over lines a space where the line breaks, as CommonMark has it.
///
/// ``FlowText/line(at:)`` gives back the line of the file for every byte of it. Link destinations and titles are not
/// text: they are in the spans. A task box is not text either: it is in the item's kind. What marks the structure
/// (`>`, `-`, `#`, the row of dashes under a table's header) is in no flow.
public struct MarkupDocument: Sendable {
  /// The note.
  public let source: SourceText
  /// The blocks, each before its descendants; the first is the document itself.
  public let elements: [Element]
  /// What could not be read as it was meant.
  public let findings: [Finding]

  private let utf8: [UInt8]
  private let spans: [FlowText.Span]
  private let marks: [FlowText.LineMark]
  private let flows: [FlowBuilder.Flow]

  /// Reads a note.
  public init(parsing source: SourceText) {
    self.init(parsing: source, limits: MarkupLimits())
  }

  /// Reads a note that may be as large and deep as `limits` say.
  package init(parsing source: SourceText, limits: MarkupLimits) {
    let excess = limits.excess(in: source)
    var reader = DocumentReader(source, frontMatter: FrontMatter(of: source))
    if excess == nil { reader.readMarkdown() } else { reader.readPlainText() }
    self.source = source
    elements = reader.elements
    findings = excess.map { [$0] } ?? []
    utf8 = reader.flows.utf8
    spans = reader.flows.spans
    marks = reader.flows.marks
    flows = reader.flows.flows
  }

  /// The text of the element at an index of `elements`; empty for elements that only hold others.
  public func flow(of element: Int) -> FlowText {
    let element = elements[element]
    guard element.flow >= 0 else {
      let mark = FlowText.LineMark(offset: 0, line: Int32(element.lines.lowerBound))
      return FlowText(utf8: [], spans: [], marks: [mark])
    }
    let flow = flows[element.flow]
    return FlowText(
      utf8: Array(utf8[flow.bytes]), spans: Array(spans[flow.spans]), marks: marks[flow.marks])
  }
}
