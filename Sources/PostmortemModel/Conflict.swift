public import Evidence

/// Two inputs that contradict each other.
public struct Conflict: Codable, Equatable, Sendable {
  /// The model's field that they disagree on, such as `account.churn_date`.
  public var field: String
  /// The value that was kept.
  public var kept: String
  /// The value that was not.
  public var other: String
  /// Where both stand.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(field: String, kept: String, other: String, evidence: [Excerpt] = []) {
    self.field = field
    self.kept = kept
    self.other = other
    self.evidence = evidence
  }
}
