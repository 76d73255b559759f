public import Evidence

/// The moment from which the relationship went the wrong way.
public struct TurningPoint: Codable, Equatable, Sendable {
  /// What happened.
  public var summary: String
  /// When.
  public var date: PartialDate?
  /// How far the account had come then.
  public var journeyStage: JourneyStage?
  /// How sure the verdict is, from 0 to 1.
  public var confidence: Double
  /// Where it stands.
  public var evidence: [Excerpt]
  /// Other moments that could have been it.
  public var alternatives: [Moment]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    summary: String = "",
    date: PartialDate? = nil,
    journeyStage: JourneyStage? = nil,
    confidence: Double = 0,
    evidence: [Excerpt] = [],
    alternatives: [Moment] = []
  ) {
    self.summary = summary
    self.date = date
    self.journeyStage = journeyStage
    self.confidence = confidence
    self.evidence = evidence
    self.alternatives = alternatives
  }

  private enum CodingKeys: String, CodingKey {
    case summary, date
    case journeyStage = "journey_stage"
    case confidence, evidence, alternatives
  }
}
