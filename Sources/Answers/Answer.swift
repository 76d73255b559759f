/// One answer, the keys it was filed under, and where it stands.
public struct Answer: Hashable, Sendable {
  /// The keys as written, outermost first; a whole question is one key, and a value without a key has the key "".
  public var path: [String]
  /// The index, from 0, in the outermost list that holds the answer.
  ///
  /// A top-level list of maps is many records, not a list in this sense.
  public var item: Int?
  /// The answer exactly as written, never re-typed: dates, numbers and `No` stay text; null is empty.
  public var text: String
  /// The line on which the answer's text starts, from 1.
  public var line: Int
  /// The line on which the answer's text ends.
  public var endLine: Int
  /// The column at which the answer starts, from 1, in UTF-8 bytes.
  public var column: Int

  /// Creates an answer from its parts.
  public init(
    path: [String], item: Int? = nil, text: String, line: Int, endLine: Int, column: Int
  ) {
    self.path = path
    self.item = item
    self.text = text
    self.line = line
    self.endLine = endLine
    self.column = column
  }
}
