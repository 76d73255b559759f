package import Evidence
package import Workspace

/// What the command tells the shell, and the only place where that is decided.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// All went well.
  case fine = 0
  /// There are findings at or above `--fail-on`.
  case findings = 1
  /// Some notes of a folder could not be processed; all others were.
  case someFailed = 2
  /// The command was called wrongly (`EX_USAGE`).
  case usage = 64
  /// An input that was named cannot be read or used (`EX_NOINPUT`).
  case inputUnreadable = 66
  /// An output cannot be written, or must not be (`EX_CANTCREAT`).
  case outputNotWritable = 73

  /// The status of a run that came to its end.
  package init(findings: [Finding], failOn limit: FailOn, failedNotes: Int = 0) {
    if failedNotes > 0 {
      self = .someFailed
    } else if let severity = limit.severity, findings.contains(where: { $0.severity >= severity }) {
      self = .findings
    } else {
      self = .fine
    }
  }

  /// The status of a run that could not go on.
  package init(_ error: WorkspaceError) {
    switch error {
    case .unreadable, .unusable: self = .inputUnreadable
    case .unwritable, .busy, .crashed: self = .outputNotWritable
    }
  }
}
