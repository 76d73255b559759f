public import Evidence

/// A figure of the account's health.
public struct Metric: Codable, Equatable, Sendable {
  /// The figure.
  public var value: Double
  /// When it was so.
  public var date: PartialDate?
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(value: Double, date: PartialDate? = nil, evidence: [Excerpt] = []) {
    self.value = value
    self.date = date
    self.evidence = evidence
  }
}
