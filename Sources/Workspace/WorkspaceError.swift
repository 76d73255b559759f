public import Evidence

/// What keeps a run from doing its work: an input that cannot be read or an output that cannot be written.
public enum WorkspaceError: Error, Equatable, Sendable {
  /// An input that was named cannot be read.
  case unreadable(path: String, reason: String)
  /// An output cannot be written, or must not be.
  case unwritable(path: String, reason: String)
  /// An input was read and holds nothing to go on with, such as a broken template or a model that is none.
  case unusable([Finding])

  /// The error as findings, to be printed like all others.
  public var findings: [Finding] {
    switch self {
    case .unreadable(let path, let reason):
      [Finding("unreadable", .error, reason, in: path)]
    case .unwritable(let path, let reason):
      [Finding("unwritable", .error, reason, in: path)]
    case .unusable(let findings): findings
    }
  }
}
