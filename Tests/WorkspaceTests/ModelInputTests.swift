import Evidence
import PostmortemModel
import Reporting
import TestSupport
import Testing
import Workspace

@Suite struct ModelInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("They left.", to: "acme.md")
    let note = try InputFile(reading: FilePath(folder.path("acme.md")))
    let model = NoteRun().draft(note).postmortem
    try folder.write(bytes: PostmortemJSON.encode(model), to: "acme.json")
  }

  private func read(_ model: String, note: String? = nil) throws(WorkspaceError) -> ModelInput {
    try ModelInput(
      reading: FilePath(folder.path(model)), note: note.map { FilePath(folder.path($0)) })
  }

  @Test func aModelIsReadBack() throws {
    let note = try InputFile(reading: FilePath(folder.path("acme.md")))
    let input = try read("acme.json", note: "acme.md")
    #expect(input.postmortem == NoteRun().draft(note).postmortem)
    #expect(input.sources.map(\.name) == ["acme.md"] && input.findings.isEmpty)
  }

  @Test func aDraftIsReadBack() throws {
    let note = try InputFile(reading: FilePath(folder.path("acme.md")))
    let draft = NoteRun().draft(note)
    let reporter = try Templates.reporter(overriddenBy: nil)
    try folder.write(
      bytes: reporter.safeReport(draft.postmortem, sources: draft.sources, as: .markdown),
      to: "draft.md")
    let input = try read("draft.md", note: "acme.md")
    #expect(input.postmortem == draft.postmortem)
    #expect(input.sources.map(\.name) == ["acme.md"] && input.findings.isEmpty)
  }

  @Test func aNoteThatHasChangedIsTold() throws {
    try folder.write("They stayed.", to: "acme.md")
    let findings = try read("acme.json", note: "acme.md").findings
    #expect(findings.map(\.id) == ["note-changed"])
  }

  @Test(arguments: [
    ("missing.json", "unreadable"), ("acme.md", "draft-not-readable"),
    ("broken.json", "model-unreadable"),
  ]) func whatIsNoModelIsRefused(name: String, id: String) throws {
    try folder.write("{\"schema_version\": 1", to: "broken.json")
    do {
      _ = try read(name)
      Issue.record("it was read")
    } catch {
      #expect(error.findings.map(\.id) == [id])
      #expect(error.findings.map(\.source) == [folder.path(name)])
    }
  }
}
