import Evidence
import Foundation
import PostmortemModel
import TestSupport
import Testing
import Workspace

/// What is made of Markdown reports that a person has edited in folders of reports that are put together.
@Suite("Edited reports of parts")
struct EditedPartTests {
  private let edited: EditedFolder
  private var folder: TemporaryFolder { edited.files }
  private let note = """
    account: Acme

    # Lessons

    - Announce price changes half a year ahead.
    - Answer within a day.

    """

  init() throws { edited = try EditedFolder(acme: note) }

  private func run(_ site: String = "part") async throws -> FolderSummary {
    try await edited.run(site)
  }

  private func merge() async throws -> FolderSummary {
    try await PortfolioMerge(
      parts: [FilePath(folder.path("part"))], site: FilePath(folder.path("site")), jobs: 2,
      templates: try LoadedTemplates(overriddenBy: nil)
    ).run()
  }

  private func edit(_ old: String, _ new: String, in site: String = "part") throws {
    try edited.edit(old, new, in: site)
  }

  private func lessons() throws -> [String] {
    try edited.model(in: "site").lessons.map(\.statement)
  }

  /// Holds that the reports of the merged folder are those of the part, and that another merge has nothing to do.
  private func expectCarried(after summary: FolderSummary) async throws {
    for file in ["acme.md", "acme.html", "acme.json", "brix.md"] {
      #expect(try folder.read("site/reports/\(file)") == folder.read("part/reports/\(file)"))
    }
    let again = try await merge()
    #expect(again.unchanged == 2 && again.findings == summary.findings)
  }

  @Test("They are carried byte for byte, and what follows them too")
  func areCarried() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "* Answer within an *hour*.")
    _ = try await run()
    let summary = try await merge()
    #expect(try lessons().last == "Answer within an hour.")
    let finding = try #require(summary.findings.first { $0.id == "report-edited" })
    #expect(finding.source == folder.path("site/reports/acme.md"))
    try await expectCarried(after: summary)
  }

  @Test("They are carried though the part was not run over since")
  func areCarriedAtOnce() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    let edited = try folder.read("part/reports/acme.md")
    let summary = try await merge()
    #expect(summary.findings.map(\.id) == ["report-edited"])
    #expect(try lessons().last == "Answer within an hour.")
    #expect(try folder.read("site/reports/acme.md") == edited)
    #expect(try await merge().unchanged == 2)
    // A run over the part makes of it what the merge has made.
    _ = try await run()
    try await expectCarried(after: summary)
  }

  @Test("A second edit replaces the first, also where the part was run over between them")
  func areCarriedAgain() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await run()
    _ = try await merge()
    try edit("- Announce price changes half a year", "- Announce price changes a year")
    let summary = try await merge()
    #expect(summary.drafted == 1 && summary.unchanged == 1)
    #expect(summary.findings.map(\.id).sorted() == ["part-behind", "report-edited"])
    #expect(try lessons() == ["Announce price changes a year ahead.", "Answer within an hour."])
    _ = try await run()
    try await expectCarried(after: try await merge())
  }

  @Test(
    "An edit that is taken back in the part is gone from the merged folder",
    arguments: [true, false])
  func takenBack(isRunOver: Bool) async throws {
    _ = try await run()
    let report = try folder.read("part/reports/acme.md")
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await run()
    _ = try await merge()
    try folder.write(report, to: "part/reports/acme.md")
    if isRunOver { _ = try await run() }
    _ = try await merge()
    #expect(try lessons().last == "Answer within a day.")
    #expect(try folder.read("site/reports/acme.md") == report)
  }

  @Test("What a person edits in the merged folder itself is theirs, and not what was carried")
  func editedWhereTheyWereCarriedTo() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await merge()
    try edit("- Answer within an hour.", "- Answer within a minute.", in: "site")
    try edit("- Answer within an hour.", "- Answer at once.")
    #expect(try await merge().findings.map(\.id).contains("kept-edited"))
    #expect(try folder.read("site/reports/acme.md").contains("within a minute"))
  }

  @Test("A run over the merged folder goes on from what was carried")
  func areGoneOnFrom() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await merge()
    let edited = try folder.read("site/reports/acme.md")
    let summary = try await run("site")
    #expect(summary.unchanged == 2 && summary.findings.map(\.id) == ["report-edited"])
    try folder.write(note.replacing("half a year", with: "a month"), to: "notes/acme.md")
    _ = try await run("site")
    #expect(try folder.read("site/reports/acme.md") == edited)
    #expect(try lessons() == ["Announce price changes a month ahead.", "Answer within an hour."])
    // It still counts as carried: the part decides what comes of it.
    try edit("- Answer within an hour.", "- Answer at once.")
    _ = try await run()
    _ = try await merge()
    #expect(try lessons() == ["Announce price changes a month ahead.", "Answer at once."])
    #expect(try folder.read("site/reports/acme.md") == folder.read("part/reports/acme.md"))
  }

  @Test("Where a part has lost its reports, what its store holds is written")
  func withoutReports() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await run()
    try FileManager.default.removeItem(atPath: folder.path("part/reports"))
    _ = try await merge()
    #expect(try lessons().last == "Answer within an hour.")
    #expect(try folder.read("site/reports/acme.md").contains("- Answer within an hour."))
  }
}
