public import Evidence

/// Something that was tried to keep the customer.
public struct SaveAttempt: Codable, Equatable, Sendable {
  /// What was tried.
  public var what: String
  /// When.
  public var date: PartialDate?
  /// Whether it worked.
  public var outcome: SaveOutcome
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    what: String = "",
    date: PartialDate? = nil,
    outcome: SaveOutcome = .unknown,
    evidence: [Excerpt] = []
  ) {
    self.what = what
    self.date = date
    self.outcome = outcome
    self.evidence = evidence
  }
}
