/// A question whose answer would complete or change the post-mortem.
public struct OpenQuestion: Codable, Equatable, Sendable {
  /// The model's field that it would fill, such as `turning_point.date`.
  public var field: String
  /// The question, in plain words.
  public var question: String

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(field: String, question: String) {
    self.field = field
    self.question = question
  }
}
