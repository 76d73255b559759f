public import Evidence

/// A step of taking leave in good order.
public struct OffboardingStep: Codable, Equatable, Sendable {
  /// The step.
  public var step: String
  /// Whether it is done.
  public var done: Bool
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(step: String = "", done: Bool = false, evidence: [Excerpt] = []) {
    self.step = step
    self.done = done
    self.evidence = evidence
  }
}
