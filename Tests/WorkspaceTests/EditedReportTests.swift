import Evidence
import Foundation
import Portfolio
import PostmortemModel
import TestSupport
import Testing
import Workspace

/// What a folder makes of Markdown reports that a person has edited.
@Suite("Edited reports of a folder")
struct EditedReportTests {
  private let edited: EditedFolder
  private var folder: TemporaryFolder { edited.files }
  private let note = """
    account: Acme
    CSM: Jo Tarrant

    # Why they left

    They left because the price went up by a third.

    # Lessons

    - Announce price changes half a year ahead.
    - Answer within a day.

    """

  init() throws { edited = try EditedFolder(acme: note) }

  private func run(site: String = "site", templates: String? = nil) async throws -> FolderSummary {
    try await edited.run(site, templates: templates)
  }

  private func edit(_ old: String, _ new: String) throws {
    try edited.edit(old, new, in: "site")
  }

  private func change(_ old: String, _ new: String) throws {
    #expect(note.contains(old))
    try folder.write(note.replacing(old, with: new), to: "notes/acme.md")
  }

  private func model() throws -> Postmortem { try edited.model(in: "site") }

  /// Every file of the site that a reader sees.
  private func content(_ site: String = "site") throws -> [String: String] {
    var content: [String: String] = [:]
    for file in folder.files()
    where file.hasPrefix("\(site)/") && !file.contains(".postmortem") && !file.hasSuffix("sqlite") {
      content[String(file.dropFirst(site.count))] = try folder.read(file)
    }
    return content
  }

  /// Holds that another run changes nothing and tells the same.
  private func expectRest(after summary: FolderSummary, _ templates: String? = nil) async throws {
    let before = try content()
    let again = try await run(templates: templates)
    #expect(again.unchanged == 2 && again.findings == summary.findings)
    #expect(try content() == before)
  }

  @Test("They are the authority: page, model, portfolio and index follow")
  func areFollowed() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    try edit("**Outcome:** Lost", "**Outcome:** Partly lost")
    try edit("| Customer | Acme |", "| Customer | Acme Holding |")
    let edited = try folder.read("site/reports/acme.md")
    let summary = try await run()
    #expect(summary.drafted == 1 && summary.unchanged == 1)
    #expect(
      summary.findings.filter { $0.id == "report-edited" }.map(\.message) == [
        "Edited by hand; the other reports follow it in account.name, outcome, lessons[2].statement, departments[2].asks[3]"
      ])
    #expect(try folder.read("site/reports/acme.md") == edited)
    #expect(try model().lessons[1].statement == "Answer within an hour.")
    #expect(try folder.read("site/reports/acme.html").contains("Answer within an hour."))
    #expect(try folder.read("site/index.html").contains("Acme Holding"))
    let store = try PortfolioStore(at: folder.path("site/portfolio.sqlite"), isReadOnly: true)
    var names: [String?] = []
    try store.forEachIndexRow { names.append($0.account) }
    #expect(names == ["Acme Holding", "Brix"])
    try await expectRest(after: summary)
  }

  @Test("An edit of an edit is followed, and told from what we wrote")
  func areFollowedAgain() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await run()
    try edit("- Announce price changes half a year", "- Announce price changes a year")
    let summary = try await run()
    #expect(
      summary.findings.map(\.message) == [
        "Edited by hand; the other reports follow it in lessons[1].statement, lessons[2].statement, departments[2].asks[2], departments[2].asks[3]"
      ])
  }

  @Test("Where the note changes too, each field follows whoever changed it")
  func areMerged() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    let edited = try folder.read("site/reports/acme.md")
    try change("CSM: Jo Tarrant", "CSM: Kim Vale")
    let summary = try await run()
    #expect(try model().account.csm == "Kim Vale")
    #expect(try model().lessons.map(\.statement).last == "Answer within an hour.")
    #expect(try folder.read("site/reports/acme.md") == edited)
    #expect(summary.findings.map(\.id).sorted() == ["report-behind", "report-edited"])
    #expect(summary.findings.contains { $0.message.contains("follow it in account.csm") })
    try await expectRest(after: summary)
    // Back to the note as it was: only the edit is left.
    try folder.write(note, to: "notes/acme.md")
    #expect(try await run().findings.map(\.id) == ["report-edited"])
    #expect(try model().account.csm == "Jo Tarrant")
  }

  @Test("What both changed is listed, and the edit is kept")
  func clash() async throws {
    _ = try await run()
    try edit("| CSM | Jo Tarrant |", "| CSM | Jo Tarrant-Lund |")
    try change("CSM: Jo Tarrant", "CSM: Kim Vale")
    let summary = try await run()
    #expect(try model().account.csm == "Jo Tarrant-Lund")
    let clash = try #require(summary.findings.first { $0.id == "edit-clash" })
    #expect(clash.severity == .warning && clash.message.contains("“Kim Vale”"))
    try await expectRest(after: summary)
  }

  @Test(
    "An edit that is taken back, or a report that is deleted, leaves the site as if it had never been"
  )
  func takenBack() async throws {
    _ = try await run()
    let (untouched, report) = (try content(), try folder.read("site/reports/acme.md"))
    for undo in [true, false] {
      try edit("- Answer within a day.", "- Answer within an hour.")
      _ = try await run()
      if undo {
        try folder.write(report, to: "site/reports/acme.md")
      } else {
        try FileManager.default.removeItem(atPath: folder.path("site/reports/acme.md"))
      }
      #expect(try await run().findings.isEmpty)
      #expect(try content() == untouched)
    }
  }

  @Test("A note that comes to say what the edit says is no edit any more")
  func caughtUp() async throws {
    _ = try await run()
    try change("- Answer within a day.", "- Answer within an hour.")
    _ = try await run(site: "fresh")
    try folder.write(folder.read("fresh/reports/acme.md"), to: "site/reports/acme.md")
    #expect(try await run().findings.isEmpty)
    #expect(try content() == content("fresh"))
  }

  @Test("Another template is applied to what the edit says")
  func otherTemplate() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await run()
    try folder.write(
      "<p>{{title}}{{#lessons}}{{#items}} {{text}}{{/items}}{{/lessons}}</p>\n",
      to: "own/report.html.mustache")
    let summary = try await run(templates: "own")
    #expect(try folder.read("site/reports/acme.html").contains("Answer within an hour."))
    #expect(summary.findings.map(\.id) == ["report-edited"])
    try await expectRest(after: summary, "own")
  }

  @Test("A report in a form of one's own is kept, and said not to be read")
  func ownForm() async throws {
    try folder.write("# {{title}}\n", to: "own/report.md.mustache")
    _ = try await run(templates: "own")
    try folder.write("# Acme Holding\n", to: "site/reports/acme.md")
    let summary = try await run(templates: "own")
    #expect(summary.findings.map(\.id) == ["kept-edited"])
    #expect(try folder.read("site/reports/acme.md") == "# Acme Holding\n")
    #expect(try model().account.name == "Acme")
    try await expectRest(after: summary, "own")
  }

  @Test("What no field takes is told with its place, run after run")
  func unread() async throws {
    _ = try await run()
    try edit("## Lessons\n", "## Thoughts\n\nNone.\n\n## Lessons\n")
    let summary = try await run()
    let finding = try #require(summary.findings.first { $0.id == "unread-section" })
    #expect(finding.source == folder.path("site/reports/acme.md") && finding.position != nil)
    try await expectRest(after: summary)
  }

  @Test("Where the note is gone the edited report stays")
  func noteGone() async throws {
    _ = try await run()
    try edit("- Answer within a day.", "- Answer within an hour.")
    _ = try await run()
    try FileManager.default.removeItem(atPath: folder.path("notes/acme.md"))
    #expect(try await run().findings.map(\.id) == ["report-without-note"])
    #expect(folder.files().filter { $0.hasPrefix("site/reports/acme") } == ["site/reports/acme.md"])
  }
}
