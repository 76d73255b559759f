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

  /// What a field's date is the date of.
  public enum Field: Hashable, Sendable {
    /// Of the talk or of the note itself.
    case noteDay
    /// Of the contract's start, of the notice, of the contract's or the service's end.
    case start, notice, end
  }

  /// The passage's text, in UTF-8; ill-formed bytes do no harm.
  public var utf8: ArraySlice<UInt8>
  /// Where in the note the passage stands.
  public var context: Context
  /// What the passage's date is the date of: a field's key, the other cells of a table's row.
  public var label: ArraySlice<UInt8>
  /// What the date is the date of, where the passage is a field's value and the field is known.
  public var field: Field?
  /// Whether the passage tells what is still to be done.
  public var isPlan: Bool

  /// Creates a passage from UTF-8 bytes.
  public init(
    utf8: ArraySlice<UInt8>, context: Context = .text, label: ArraySlice<UInt8> = [],
    field: Field? = nil, isPlan: Bool = false
  ) {
    self.utf8 = utf8
    self.context = context
    self.label = label
    self.field = field
    self.isPlan = isPlan
  }

  /// Creates a passage from a string.
  public init(
    _ text: String, context: Context = .text, label: String = "", field: Field? = nil,
    isPlan: Bool = false
  ) {
    self.init(
      utf8: Array(text.utf8)[...], context: context, label: Array(label.utf8)[...], field: field,
      isPlan: isPlan)
  }
}
