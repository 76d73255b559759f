public import Evidence

/// One cause and what speaks for it.
public struct Cause: Codable, Equatable, Sendable {
  /// What kind of cause it is.
  public var category: CauseCategory
  /// The cause in a sentence.
  public var summary: String
  /// Whether we could have prevented it.
  public var controllable: Controllable
  /// How sure the verdict is, from 0 to 1.
  public var confidence: Double
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    category: CauseCategory,
    summary: String = "",
    controllable: Controllable = .partly,
    confidence: Double = 0,
    evidence: [Excerpt] = []
  ) {
    self.category = category
    self.summary = summary
    self.controllable = controllable
    self.confidence = confidence
    self.evidence = evidence
  }
}
