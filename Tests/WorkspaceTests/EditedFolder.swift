import Evidence
import PostmortemModel
import TestSupport
import Testing
import Workspace

/// Two notes and the folders of reports made of them, of which a person edits the first.
struct EditedFolder {
  let files: TemporaryFolder

  init(acme note: String) throws {
    files = try TemporaryFolder()
    try files.write(note, to: "notes/acme.md")
    try files.write("account: Brix\n\nThey left in March 2025.\n", to: "notes/brix.md")
  }

  /// Brings the reports of `site` up to date.
  func run(_ site: String, templates: String? = nil) async throws -> FolderSummary {
    try await FolderRun(
      notes: FilePath(files.path("notes")), site: FilePath(files.path(site)), jobs: 2,
      templates: try LoadedTemplates(overriddenBy: templates.map { FilePath(files.path($0)) })
    ).run()
  }

  /// Edits the first report of `site`.
  func edit(_ old: String, _ new: String, in site: String) throws {
    let text = try files.read("\(site)/reports/acme.md")
    #expect(text.contains(old))
    try files.write(text.replacing(old, with: new), to: "\(site)/reports/acme.md")
  }

  /// The first model of `site`.
  func model(in site: String) throws -> Postmortem {
    try PostmortemJSON.decode(
      SourceText(name: "acme.json", text: files.read("\(site)/reports/acme.json")))
  }
}
