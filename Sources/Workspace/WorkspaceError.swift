public import Evidence

/// What keeps a run from doing its work: an input that cannot be read or an output that cannot be written.
public enum WorkspaceError: Error, Equatable, Sendable {
  /// An input that was named cannot be read.
  case unreadable(path: String, reason: String)
  /// An output cannot be written, or must not be.
  case unwritable(path: String, reason: String)
  /// Another run is working on the folder of reports.
  case busy(path: String)
  /// The process that does the work was ended again and again, and not by a note.
  case crashed(signal: String)
  /// An input was read and holds nothing to go on with, such as a broken template or a model that is none.
  case unusable([Finding])

  /// The error as findings, to be printed like all others.
  public var findings: [Finding] {
    switch self {
    case .unreadable(let path, let reason):
      [Finding("unreadable", .error, reason, in: path)]
    case .unwritable(let path, let reason):
      [Finding("unwritable", .error, reason, in: path)]
    case .busy(let path):
      [
        Finding(
          "site-busy", .error,
          "Another run is working on this folder of reports; try again when it has ended",
          in: path)
      ]
    case .crashed(let signal):
      [
        Finding(
          "crashed", .error,
          "The program was ended by signal \(signal) more than once, and by no note; nothing is lost, run it again",
          in: "postmortem")
      ]
    case .unusable(let findings): findings
    }
  }
}
