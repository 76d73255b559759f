/// The answers about one account: a YAML document, a JSON object or a row of a form export.
public struct AnswerRecord: Hashable, Sendable {
  /// The name of the file, without folders.
  public var source: String
  /// The line on which the record starts, from 1.
  public var line: Int
  /// The answers, in the order of the file.
  public var answers: [Answer]

  /// The line on which the record ends.
  public var endLine: Int { answers.map(\.endLine).max() ?? line }

  /// Creates a record from its parts.
  public init(source: String, line: Int, answers: [Answer]) {
    self.source = source
    self.line = line
    self.answers = answers
  }
}
