public import Evidence

/// One reason for or against a cause.
public struct CausePoint: Codable, Equatable, Sendable {
  /// The reason, in words that a customer success manager understands.
  public var what: String
  /// What it adds to the cause's points; negative where it speaks against.
  public var points: Double
  /// Where it stands.
  public var evidence: [Excerpt]

  /// The reason of what is too small to be told point by point, for the cause or against it.
  public static let smallerThings = "smaller things"

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(what: String = "", points: Double = 0, evidence: [Excerpt] = []) {
    self.what = what
    self.points = points
    self.evidence = evidence
  }
}
