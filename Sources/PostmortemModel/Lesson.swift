public import Evidence

/// What to do differently.
public struct Lesson: Codable, Equatable, Sendable {
  /// The lesson.
  public var statement: String
  /// Whose work it concerns.
  public var department: Department?
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(statement: String = "", department: Department? = nil, evidence: [Excerpt] = []) {
    self.statement = statement
    self.department = department
    self.evidence = evidence
  }
}
