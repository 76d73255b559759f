public import Evidence

/// An upheaval that opened the question whether to stay: it asks why we were expendable, and is not the reason itself.
public struct Trigger: Codable, Equatable, Sendable {
  /// What happened.
  public var summary: String
  /// When.
  public var date: PartialDate?
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(summary: String = "", date: PartialDate? = nil, evidence: [Excerpt] = []) {
    self.summary = summary
    self.date = date
    self.evidence = evidence
  }
}
