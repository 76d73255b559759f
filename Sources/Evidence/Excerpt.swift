/// A verbatim piece of an input and where it stands: what a fact of a post-mortem rests on.
public struct Excerpt: Codable, Hashable, Sendable {
  /// The name of the input file, without folders.
  public var source: String
  /// The line the quote starts on, counted from 1 in the file as it lies on disk.
  public var line: Int
  /// The line the quote ends on.
  public var endLine: Int
  /// The words as they stand there, mark-up removed and line breaks folded to spaces; at most 60 words.
  public var quote: String

  /// Creates an excerpt of `source` that spans `line` to `endLine`.
  public init(source: String, line: Int, endLine: Int, quote: String) {
    self.source = source
    self.line = line
    self.endLine = endLine
    self.quote = quote
  }

  private enum CodingKeys: String, CodingKey {
    case source, line
    case endLine = "end_line"
    case quote
  }
}
