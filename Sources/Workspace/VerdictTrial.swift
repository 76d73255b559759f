public import PostmortemModel

/// What the verdict is when a note is read again a little changed: it says on what the verdict hangs.
public struct VerdictTrial: Equatable, Sendable {
  /// How the note was changed.
  public enum Change: Equatable, Sendable {
    /// These lines were left out.
    case without([Int])
    /// What this line says was given as the reason, under a heading of its own.
    case asReason(Int)
  }

  /// How the note was changed.
  public var change: Change
  /// The cause that leads then.
  public var leader: CauseCategory

  /// Creates a trial.
  public init(_ change: Change, leader: CauseCategory) {
    self.change = change
    self.leader = leader
  }
}
