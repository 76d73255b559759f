public import Evidence

/// A follow-up that somebody is committed to.
public struct Action: Codable, Equatable, Sendable {
  /// What is to be done.
  public var task: String
  /// Who does it.
  public var owner: String?
  /// By when.
  public var due: PartialDate?
  /// Whether it is done already.
  public var done: Bool
  /// Whose work it is.
  public var department: Department?
  /// Where it stands.
  public var evidence: [Excerpt]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    task: String = "",
    owner: String? = nil,
    due: PartialDate? = nil,
    done: Bool = false,
    department: Department? = nil,
    evidence: [Excerpt] = []
  ) {
    self.task = task
    self.owner = owner
    self.due = due
    self.done = done
    self.department = department
    self.evidence = evidence
  }
}
