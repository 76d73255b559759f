/// A line of a vocabulary file that could not be used, and why.
public struct VocabularyProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes.
  public var column: Int
  /// What is wrong, as a sentence without the final full stop.
  public var message: String

  /// `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}
