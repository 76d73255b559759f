public import Evidence

/// A warning that came before the loss.
public struct Signal: Codable, Equatable, Sendable {
  /// What kind of warning it is.
  public var kind: SignalKind
  /// What was to be seen.
  public var what: String
  /// When.
  public var date: PartialDate?
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    kind: SignalKind,
    what: String = "",
    date: PartialDate? = nil,
    evidence: [Excerpt] = []
  ) {
    self.kind = kind
    self.what = what
    self.date = date
    self.evidence = evidence
  }
}
