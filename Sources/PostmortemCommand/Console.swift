import ArgumentParser
import Evidence
import Workspace

/// The two streams: results go to standard output, everything else to standard error.
struct Console: Sendable {
  private let printer: FindingPrinter
  private let failOn: FailOn

  init(failOn: FailOn, environment: RunEnvironment = RunEnvironment()) {
    self.failOn = failOn
    printer = FindingPrinter(isColoured: Disk.isTerminal(2) && environment.allowsColour)
  }

  /// Writes a result to `output`, or to standard output where that is nothing or `-`.
  func deliver(_ bytes: [UInt8], to output: String?, force: Bool) throws(WorkspaceError) {
    if let output, output != "-" {
      try ResultFile.write(bytes, to: FilePath(output), force: force)
    } else {
      try Disk.print(bytes, to: 1)
    }
  }

  /// Tells in a line what was done.
  func say(_ message: String) {
    // Where standard error is closed there is nobody to tell.
    try? Disk.print(Array("\(TerminalText.message(message))\n".utf8), to: 2)
  }

  /// Shows how far a long run is, in place, where somebody is watching.
  func progress(_ done: Int, of total: Int) {
    guard Disk.isTerminal(2) else { return }
    let text = done == total ? "\r\u{1B}[K" : "\r\(done) of \(total) notes"
    try? Disk.print(Array(text.utf8), to: 2)
  }

  /// Prints `findings` and a last line, and ends the command.
  ///
  /// - Throws: the exit code, where it is not 0.
  func end(
    _ findings: [Finding], failedNotes: Int = 0, saying message: String? = nil
  ) throws(ExitCode) {
    show(findings)
    if let message { say(message) }
    try end(ExitStatus(findings: findings, failOn: failOn, failedNotes: failedNotes))
  }

  /// Prints what went wrong, after what was found until then, and ends the command.
  func fail(_ error: WorkspaceError, after findings: [Finding] = []) throws(ExitCode) {
    show(findings.sortedForReading() + error.findings)
    try end(ExitStatus(error))
  }

  private func show(_ findings: [Finding]) {
    let text = findings.map(printer.line).joined()
    if !text.isEmpty { try? Disk.print(Array(text.utf8), to: 2) }
  }

  private func end(_ status: ExitStatus) throws(ExitCode) {
    if status != .fine { throw ExitCode(status.rawValue) }
  }
}
