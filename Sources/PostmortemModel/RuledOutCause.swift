public import Evidence

/// A cause that the notes mention and rule out.
public struct RuledOutCause: Codable, Equatable, Sendable {
  /// What kind of cause it would have been.
  public var category: CauseCategory
  /// Where it is ruled out.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(category: CauseCategory, evidence: [Excerpt] = []) {
    self.category = category
    self.evidence = evidence
  }
}
