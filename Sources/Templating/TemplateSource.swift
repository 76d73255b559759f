import Evidence

/// A template after parsing: a flat list of nodes over its text.
struct TemplateSource: Sendable {
  /// The template's text.
  let source: SourceText
  /// Its nodes, in order; sections, parents and blocks say where their content ends.
  let nodes: [Node]

  /// A piece of a template.
  enum Node: Sendable {
    /// The start of an output line, with the line's leading white space.
    case line(space: Range<Int>, isBlank: Bool)
    /// Literal text without a line break, or one that ends with it.
    case text(Range<Int>)
    /// `{{name}}`, or `{{{name}}}` and `{{&name}}`.
    case variable(Name, isRaw: Bool)
    /// `{{#name}}` or `{{^name}}`; the content ends before node `end`.
    case section(Name, isInverted: Bool, end: Int)
    /// `{{>name}}`.
    case partial(Name, Placement)
    /// `{{<name}}`; only the blocks directly in it count.
    case parent(Name, Placement, end: Int)
    /// `{{$name}}`.
    case block(Name, Block, end: Int)
  }

  /// A name and where its tag starts.
  struct Name: Sendable {
    let text: String
    let offset: Int
  }

  /// How an included template's lines are indented.
  struct Placement: Sendable {
    /// Whether the tag has the line for itself.
    let isStandalone: Bool
    /// The white space before it on the line.
    let space: Range<Int>
  }

  /// How a block's content stands in its template.
  struct Block: Sendable {
    /// Whether the content starts on a line of its own.
    let startsLine: Bool
    /// The indentation that belongs to the block, not to its content.
    let space: Range<Int>
  }

  /// Makes an error about the tag at `offset`.
  func error(_ message: String, at offset: Int) -> TemplateError {
    TemplateError(message, in: source.name, at: source.position(at: offset))
  }
}
