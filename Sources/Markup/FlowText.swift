import Evidence

/// The text of one block with its mark-up taken out: bytes, the styles they had, and the line each of them stands on.
public struct FlowText: Hashable, Sendable {
  /// What mark-up said about a stretch of text.
  public enum Style: Hashable, Sendable {
    /// Strong emphasis, usually bold.
    case strong
    /// Emphasis, usually italic.
    case emphasis
    /// Code.
    case code
    /// Struck out: `~~so~~`.
    case strikethrough
    /// A link to a destination, with entities and escapes decoded.
    case link(destination: String)
    /// An image at a destination; the text is its description.
    case image(destination: String)
    /// HTML as it stands in the source, a tag or a comment.
    case html
  }

  /// A stretch of text with one style; spans nest, and outer ones come first.
  public struct Span: Hashable, Sendable {
    /// Which bytes of the flow have the style.
    public internal(set) var range: Range<Int>
    /// The style.
    public let style: Style
    /// The title of a link or an image: the words a browser shows when the pointer rests on it; empty when there is none.
    public let title: String
  }

  /// From which byte on the text stands on which line.
  struct LineMark: Hashable, Sendable {
    var offset: Int32
    var line: Int32
  }

  /// The text: UTF-8, entities decoded, every line break one line feed.
  public let utf8: [UInt8]
  /// The styles of stretches of the text, ordered by where they start.
  public let spans: [Span]
  private let marks: ArraySlice<LineMark>

  init(utf8: [UInt8], spans: [Span], marks: ArraySlice<LineMark>) {
    self.utf8 = utf8
    self.spans = spans
    self.marks = marks
  }

  /// The line, counted from 1 in the file on disk, on which the byte at `offset` stands.
  ///
  /// A line feed belongs to the line it ends. An empty flow answers the line of its block.
  public func line(at offset: Int) -> Int {
    guard let first = marks.first else { return 1 }
    let behind = marks.partitioningIndex { Int($0.offset) > offset }
    return Int((behind > marks.startIndex ? marks[behind - 1] : first).line)
  }

  /// The text between two byte offsets.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }
}
