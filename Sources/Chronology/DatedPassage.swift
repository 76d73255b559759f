/// A piece of a note's text in reading order: a sentence, a table cell, a field's value, a heading.
public struct DatedPassage: Hashable, Sendable {
  /// Where in the note the passage stands, which decides what its dates say about the others.
  public enum Context: Hashable, Sendable {
    /// Running text, list items and table cells: they tell the story mostly in its order.
    case text
    /// A heading, whose date is that of what stands below it.
    case heading
    /// A field's value, such as front matter, `Key: value` lines and answers: it stands outside the story's order.
    case metadata
    /// The header of a mail or of a chat message: from it on, "yesterday" and "last week" count from its date.
    case header
  }

  /// The passage's text, in UTF-8; ill-formed bytes do no harm.
  public var utf8: ArraySlice<UInt8>
  /// Where in the note the passage stands.
  public var context: Context

  /// Creates a passage from UTF-8 bytes.
  public init(utf8: ArraySlice<UInt8>, context: Context = .text) {
    self.utf8 = utf8
    self.context = context
  }

  /// Creates a passage from a string.
  public init(_ text: String, context: Context = .text) {
    self.init(utf8: Array(text.utf8)[...], context: context)
  }
}
