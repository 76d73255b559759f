public import Evidence

/// Whether and how the customer would come back.
public struct WinBack: Codable, Equatable, Sendable {
  /// How likely it is, by their own words.
  public var likelihood: WinBackLikelihood
  /// What would have to be true.
  public var condition: String?
  /// When to ask again.
  public var revisitOn: PartialDate?
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    likelihood: WinBackLikelihood = .notStated,
    condition: String? = nil,
    revisitOn: PartialDate? = nil,
    evidence: [Excerpt] = []
  ) {
    self.likelihood = likelihood
    self.condition = condition
    self.revisitOn = revisitOn
    self.evidence = evidence
  }

  private enum CodingKeys: String, CodingKey {
    case likelihood, condition
    case revisitOn = "revisit_on"
    case evidence
  }
}
