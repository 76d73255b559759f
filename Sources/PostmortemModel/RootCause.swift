/// Why the customer left: the verdict, what else played a part, what did not, and how it was weighed.
public struct RootCause: Codable, Equatable, Sendable {
  /// The root cause; its category is `undetermined` where the notes do not tell.
  public var primary: Cause
  /// What else played a part in its own right, strongest first.
  public var contributing: [Cause]
  /// What the notes mention and rule out.
  public var ruledOut: [RuledOutCause]
  /// What the customer gave as the reason, where it differs from the root cause.
  public var statedReason: StatedReason?
  /// The upheaval that opened the question.
  public var trigger: Trigger?
  /// Every cause that was weighed, strongest first, with what spoke for and against it.
  public var candidates: [CauseCandidate]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    primary: Cause,
    contributing: [Cause] = [],
    ruledOut: [RuledOutCause] = [],
    statedReason: StatedReason? = nil,
    trigger: Trigger? = nil,
    candidates: [CauseCandidate] = []
  ) {
    self.primary = primary
    self.contributing = contributing
    self.ruledOut = ruledOut
    self.statedReason = statedReason
    self.trigger = trigger
    self.candidates = candidates
  }

  private enum CodingKeys: String, CodingKey {
    case primary, contributing
    case ruledOut = "ruled_out"
    case statedReason = "stated_reason"
    case trigger, candidates
  }
}
