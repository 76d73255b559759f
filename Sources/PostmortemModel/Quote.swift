public import Evidence

/// The customer's own words.
public struct Quote: Codable, Equatable, Sendable {
  /// The words.
  public var text: String
  /// Who said them.
  public var speaker: String?
  /// Where they stand.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(text: String = "", speaker: String? = nil, evidence: [Excerpt] = []) {
    self.text = text
    self.speaker = speaker
    self.evidence = evidence
  }
}
