public import Evidence

/// Something that went well.
public struct Strength: Codable, Equatable, Sendable {
  /// What went well.
  public var statement: String
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(statement: String = "", evidence: [Excerpt] = []) {
    self.statement = statement
    self.evidence = evidence
  }
}
