public import Evidence

/// What one department must hear, and what is asked of it.
public struct DepartmentNotice: Codable, Equatable, Sendable {
  /// Whom to notify.
  public var department: Department
  /// Why it concerns them.
  public var why: String
  /// What happened, in their terms.
  public var message: String
  /// What is asked of them.
  public var asks: [String]
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    department: Department,
    why: String = "",
    message: String = "",
    asks: [String] = [],
    evidence: [Excerpt] = []
  ) {
    self.department = department
    self.why = why
    self.message = message
    self.asks = asks
    self.evidence = evidence
  }
}
