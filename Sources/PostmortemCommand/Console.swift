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

  /// Whether somebody may be watching standard error.
  var isWatched: Bool { Disk.isTerminal(2) }

  /// Writes a line of a result.
  func list(_ line: String) {
    try? Disk.print(Array("\(TerminalText.message(line))\n".utf8), to: 1)
  }

  /// Shows how far a long run is, in place; an empty text takes the line away.
  func progress(_ text: String) {
    let line = TerminalText.message(text).unicodeScalars.prefix(78).map(String.init).joined()
    try? Disk.print(Array("\r\(line)\u{1B}[K".utf8), to: 2)
  }

  /// Runs a command that finds things on its way, prints what it found and what went wrong, and ends it.
  ///
  /// - Throws: the exit code, where it is not 0.
  func run(
    _ command: (_ found: inout [Finding]) throws(WorkspaceError) -> Void
  ) throws(ExitCode) {
    var found: [Finding] = []
    do throws(WorkspaceError) {
      try command(&found)
    } catch {
      return try fail(error, after: found)
    }
    try end(found)
  }

  /// Prints `findings` and a last line, and ends the command.
  ///
  /// - Throws: the exit code, where it is not 0.
  func end(_ findings: [Finding], saying message: String? = nil) throws(ExitCode) {
    try end(findings, of: findings, failedNotes: 0, saying: message.map { [$0] } ?? [])
  }

  /// Prints those of all `findings` that are `shown` and some last lines, and ends the command.
  ///
  /// - Throws: the exit code, where it is not 0.
  func end(
    _ shown: [Finding], of findings: [Finding], failedNotes: Int, saying lines: [String]
  ) throws(ExitCode) {
    show(shown)
    for line in lines { say(line) }
    try end(ExitStatus(findings: findings, failOn: failOn, failedNotes: failedNotes))
  }

  /// Prints what went wrong, after what was found until then, and ends the command.
  func fail(_ error: WorkspaceError, after findings: [Finding] = []) throws(ExitCode) {
    show(findings.sortedForReading() + error.findings)
    try end(ExitStatus(error))
  }

  /// Prints findings.
  func show(_ findings: [Finding]) {
    let text = findings.map(printer.line).joined()
    if !text.isEmpty { try? Disk.print(Array(text.utf8), to: 2) }
  }

  private func end(_ status: ExitStatus) throws(ExitCode) {
    if status != .fine { throw ExitCode(status.rawValue) }
  }
}
