public import Evidence

/// A dated event of the account's history.
public struct TimelineEvent: Codable, Equatable, Sendable {
  /// When.
  public var date: PartialDate
  /// What happened.
  public var what: String
  /// What kind of event it is.
  public var kind: EventKind
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    date: PartialDate,
    what: String = "",
    kind: EventKind = .other,
    evidence: [Excerpt] = []
  ) {
    self.date = date
    self.what = what
    self.kind = kind
    self.evidence = evidence
  }
}
