import Evidence
import Foundation
import Portfolio
import TestSupport
import Testing
import Workspace

/// What a second run does, and what it leaves alone.
@Suite struct SiteTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["acme", "brix", "cora"] {
      try folder.write("account: \(name)\n\nIt ended in March 2025.\n", to: "notes/\(name).md")
    }
  }

  private func run(
    site: String = "site", templates: String? = nil, config: String? = nil, dryRun: Bool = false
  ) async throws -> FolderSummary {
    let company = try config.map { try Company(reading: FilePath(folder.path($0))) } ?? .none
    var run = FolderRun(
      notes: FilePath(folder.path("notes")), site: FilePath(folder.path(site)), jobs: 2,
      templates: try LoadedTemplates(
        overriddenBy: templates.map { FilePath(folder.path($0)) }, labels: company.labels),
      company: company)
    run.isDryRun = dryRun
    return try await run.run()
  }

  /// Every file of a site but the store and the program's own, with its content.
  private func content(_ site: String) throws -> [String: String] {
    var content: [String: String] = [:]
    for file in folder.files()
    where file.hasPrefix("\(site)/") && !file.contains(".postmortem")
      && !file.contains("portfolio.sqlite")
    {
      content[String(file.dropFirst(site.count))] = try folder.read(file)
    }
    return content
  }

  private func store(_ site: String = "site") throws -> PortfolioStore {
    try PortfolioStore(at: folder.path("\(site)/portfolio.sqlite"), isReadOnly: true)
  }

  @Test func leavesAloneWhatHasNotChanged() async throws {
    #expect(try await run().drafted == 3)
    let before = try content("site")
    let again = try await run()
    #expect(again.unchanged == 3 && again.drafted == 0 && again.rendered == 0)
    #expect(try content("site") == before)
  }

  @Test func readsAllAnewWhereTheCompanysWordsChanged() async throws {
    try folder.write("categories: {undetermined: Not known yet}", to: "postmortem.yml")
    _ = try await run()
    #expect(try await run(config: "postmortem.yml").drafted == 3)
    #expect(try folder.read("site/reports/acme.md").contains("Not known yet"))
    #expect(try folder.read("site/index.html").contains("Not known yet"))
    #expect(try await run(config: "postmortem.yml").unchanged == 3)
    try folder.write("categories: {undetermined: Unclear}", to: "postmortem.yml")
    #expect(try await run(config: "postmortem.yml").drafted == 3)
  }

  @Test func readsOnlyTheNoteThatChanged() async throws {
    _ = try await run()
    // As long as before and changed within the same second: neither size nor time tells.
    try folder.write("account: brox\n\nThey left in March 2025.\n", to: "notes/brix.md")
    let second = try await run()
    #expect(second.drafted == 1 && second.unchanged == 2)
    #expect(try folder.read("site/reports/brix.json").contains("brox"))
    #expect(try folder.read("site/index.html").contains("brox"))
    _ = try await run(site: "fresh")
    #expect(try content("site") == content("fresh"))
    #expect(try store().digest() == store("fresh").digest())
  }

  @Test func seesThatAnswersCameOrWent() async throws {
    _ = try await run()
    try folder.write("csm: Jo Tarrant\n", to: "notes/acme.answers.yaml")
    #expect(try await run().drafted == 1)
    #expect(try folder.read("site/reports/acme.json").contains("Jo Tarrant"))
    try FileManager.default.removeItem(atPath: folder.path("notes/acme.answers.yaml"))
    #expect(try await run().drafted == 1)
    #expect(try !folder.read("site/reports/acme.json").contains("Jo Tarrant"))
  }

  @Test func removesTheReportsOfANoteThatIsGone() async throws {
    _ = try await run()
    try FileManager.default.removeItem(atPath: folder.path("notes/brix.md"))
    let summary = try await run()
    #expect(summary.removed == 1 && summary.unchanged == 2 && summary.findings.isEmpty)
    #expect(!folder.files().contains { $0.hasPrefix("site/reports/brix") })
    _ = try await run(site: "fresh")
    #expect(try content("site") == content("fresh"))
  }

  @Test func keepsAllReportsWhereNoNoteIsLeft() async throws {
    _ = try await run()
    let before = try content("site")
    for name in ["acme", "brix", "cora"] {
      try FileManager.default.removeItem(atPath: folder.path("notes/\(name).md"))
    }
    let summary = try await run()
    #expect(summary.removed == 0)
    #expect(summary.findings.map(\.id).sorted() == ["kept-without-notes", "no-notes"])
    #expect(try content("site") == before)
  }

  @Test func keepsAnEditedReportWhoseNoteIsGone() async throws {
    _ = try await run()
    try folder.write("her words", to: "site/reports/brix.md")
    try FileManager.default.removeItem(atPath: folder.path("notes/brix.md"))
    #expect(try await run().findings.map(\.id) == ["report-without-note"])
    #expect(
      folder.files().filter { $0.hasPrefix("site/reports/brix") } == ["site/reports/brix.md"])
  }

  @Test func neverOverwritesAReportThatAPersonEdited() async throws {
    _ = try await run()
    try folder.write("her words", to: "site/reports/acme.md")
    for text in ["account: Acme Two\n", "account: Acme Two\n", "account: Acme Three\n"] {
      try folder.write(text, to: "notes/acme.md")
      #expect(try await run().findings.map(\.id) == ["kept-edited"])
      #expect(try folder.read("site/reports/acme.md") == "her words")
    }
    #expect(try folder.read("site/reports/acme.json").contains("Acme Three"))
    try FileManager.default.removeItem(atPath: folder.path("site/reports/acme.md"))
    #expect(try await run().findings.isEmpty)
    #expect(try folder.read("site/reports/acme.md").contains("Acme Three"))
  }

  @Test func takesReportsForEditedWhereTheStoreIsLost() async throws {
    _ = try await run()
    let before = try content("site")
    try FileManager.default.removeItem(atPath: folder.path("site/portfolio.sqlite"))
    #expect(try await run().findings.isEmpty)
    #expect(try content("site") == before)
    try FileManager.default.removeItem(atPath: folder.path("site/portfolio.sqlite"))
    try folder.write("account: Other\n", to: "notes/acme.md")
    #expect(Set(try await run().findings.map(\.id)) == ["kept-edited", "report-edited"])
  }

  @Test func beginsAnewWhereTheStoreIsBroken() async throws {
    _ = try await run()
    let before = try content("site")
    try folder.write(String(repeating: "no store", count: 4000), to: "site/portfolio.sqlite")
    let summary = try await run()
    #expect(summary.findings.map(\.id) == ["store-rebuilt"] && summary.drafted == 3)
    #expect(try content("site") == before)
    #expect(try await run().unchanged == 3)
  }

  @Test func rendersFromTheStoreWhereATemplateChanged() async throws {
    _ = try await run()
    let before = try content("site")
    try folder.write("# {{title}}\n", to: "templates/report.md.mustache")
    try folder.write("note", to: "notes/unreadable-later.md")
    let first = try await run(templates: "templates")
    #expect(first.rendered == 3 && first.drafted == 1)
    #expect(try folder.read("site/reports/acme.md") == "# acme\n")
    try FileManager.default.removeItem(atPath: folder.path("notes/unreadable-later.md"))
    #expect(try await run().rendered == 3)
    #expect(try content("site") == before)
  }

  @Test func writesAReportAgainThatWasDeleted() async throws {
    _ = try await run()
    let before = try content("site")
    for file in ["reports/acme.html", "reports/brix.json", "index.html"] {
      try FileManager.default.removeItem(atPath: folder.path("site/\(file)"))
    }
    let summary = try await run()
    #expect(summary.rendered == 2 && summary.unchanged == 1)
    #expect(try content("site") == before)
  }

  @Test func doesNothingWhenItIsToSayWhatThereIsToDo() async throws {
    let plan = try await run(dryRun: true)
    #expect(plan.drafted == 3)
    #expect(!folder.files().contains { $0.hasPrefix("site") })
    _ = try await run()
    let before = try content("site")
    try folder.write("account: Other\n", to: "notes/acme.md")
    try FileManager.default.removeItem(atPath: folder.path("notes/brix.md"))
    let second = try await run(dryRun: true)
    #expect(second.drafted == 1 && second.removed == 1 && second.unchanged == 1)
    #expect(try content("site") == before)
  }

  @Test func followsNoLinkOutOfTheFolder() async throws {
    try folder.write("elsewhere", to: "elsewhere/acme.md")
    try folder.write("x", to: "site/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("site/reports"), withDestinationPath: "../elsewhere")
    await #expect(throws: WorkspaceError.self) { try await run() }
    #expect(try folder.read("elsewhere/acme.md") == "elsewhere")
    _ = try await run(site: "other")
    try FileManager.default.removeItem(atPath: folder.path("other/reports/acme.md"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("other/reports/acme.md"), withDestinationPath: "../../elsewhere/acme.md")
    let summary = try await run(site: "other")
    #expect(summary.failed == 1 && summary.unchanged == 2)
    #expect(try folder.read("elsewhere/acme.md") == "elsewhere")
  }
}
