public import Evidence

/// What the customer gave as the reason.
public struct StatedReason: Codable, Equatable, Sendable {
  /// What kind of reason it is.
  public var category: CauseCategory
  /// The reason in a sentence.
  public var summary: String
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(category: CauseCategory, summary: String = "", evidence: [Excerpt] = []) {
    self.category = category
    self.summary = summary
    self.evidence = evidence
  }
}
