public import Evidence

/// A product that the customer moved to or looked at.
public struct Competitor: Codable, Equatable, Sendable {
  /// Its name.
  public var name: String
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(name: String, evidence: [Excerpt] = []) {
    self.name = name
    self.evidence = evidence
  }
}
