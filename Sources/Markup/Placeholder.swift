public import Evidence

/// Stands in for the parsed note.
public struct MarkupDocument: Sendable {
  /// The text.
  public let source: SourceText

  /// Takes `source`.
  public init(parsing source: SourceText) { self.source = source }
}
