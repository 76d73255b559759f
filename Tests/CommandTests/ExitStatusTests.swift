import Evidence
import PostmortemCommand
import Testing
import Workspace

@Suite struct ExitStatusTests {
  @Test func areTheNumbersThatScriptsRelyOn() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 64, 66, 73])
  }

  @Test(arguments: FailOn.allCases, Finding.Severity.allCases)
  func failFromTheSeverityOnThatWasAskedFor(limit: FailOn, severity: Finding.Severity) {
    let findings = [Finding("some-id", severity, "Text", in: "note.md")]
    let fails: Bool =
      switch limit {
      case .error: severity == .error
      case .warning: severity != .note
      case .note: true
      case .never: false
      }
    #expect(ExitStatus(findings: findings, failOn: limit) == (fails ? .findings : .fine))
    #expect(ExitStatus(findings: [], failOn: limit) == .fine)
    #expect(ExitStatus(findings: findings, failOn: limit, failedNotes: 1) == .someFailed)
  }

  @Test func tellInputsFromOutputs() {
    #expect(ExitStatus(WorkspaceError.unreadable(path: "a", reason: "b")) == .inputUnreadable)
    #expect(ExitStatus(WorkspaceError.unusable([])) == .inputUnreadable)
    #expect(ExitStatus(WorkspaceError.unwritable(path: "a", reason: "b")) == .outputNotWritable)
  }
}
