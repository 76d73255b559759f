import Evidence
import Foundation
import PostmortemModel
import TestSupport
import Testing
import Workspace

/// A file about several accounts in a folder of notes: each has reports, a record and a name of its own.
@Suite struct CohortFileTests {
  private let folder: TemporaryFolder
  private let text = """
    # Lost in Q1

    ## Kestrel Freight - lost 2026-03-31 - ARR $54,000 - SMB

    CSM: Jo Tarrant

    Onboarding took five months.

    ## Brix AG - lost 2026-02-28 - ARR €12,000

    Dana, their champion, left.
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(text, to: "notes/q1.md")
  }

  private func run(answers: String? = nil, site: String = "site") async throws -> FolderSummary {
    let exports = try AnswersFile.exports(
      answers: answers.map { FilePath(folder.path($0)) }, accounts: nil, accountColumn: nil)
    return try await FolderRun(
      notes: FilePath(folder.path("notes")), site: FilePath(folder.path(site)), exports: exports,
      jobs: 2, templates: try LoadedTemplates(overriddenBy: nil)
    ).run()
  }

  private func reports() -> [String] {
    folder.files().filter { $0.hasPrefix("site/reports/") && $0.hasSuffix(".json") }
      .map { String($0.dropFirst(13).dropLast(5)) }
  }

  @Test func hasAReportForEachAccountWithTheLinesOfTheFile() async throws {
    #expect(try await run().drafted == 2)
    #expect(reports() == ["q1--brix-ag", "q1--kestrel-freight"])
    let brix = try folder.read("site/reports/q1--brix-ag.json")
    #expect(brix.contains("\"line\": 9") && !brix.contains("Kestrel"))
    let page = try folder.read("site/reports/q1--brix-ag.html")
    #expect(page.contains("id=\"L9\"") && !page.contains("id=\"L3\""))
  }

  @Test func draftsOnlyTheSectionThatChanged() async throws {
    _ = try await run()
    #expect(try await run().unchanged == 2)
    try folder.write(text.replacingOccurrences(of: "Dana", with: "Dora"), to: "notes/q1.md")
    let second = try await run()
    #expect(second.drafted == 1 && second.unchanged == 1)
    _ = try await run(site: "fresh")
    for file in folder.files() where file.hasPrefix("fresh/reports/") {
      #expect(try folder.read(file) == folder.read("site" + file.dropFirst(5)), "\(file)")
    }
  }

  @Test func followsTheFileWhereAccountsComeAndGo() async throws {
    _ = try await run()
    try folder.write(text + "\n\n## Cora - lost 2026-01-31\n\nPrice.\n", to: "notes/q1.md")
    let more = try await run()
    #expect(more.drafted == 1 && more.unchanged == 2)
    try folder.write("account: Acme\n", to: "notes/q1.md")
    #expect(try await run().removed == 3)
    #expect(reports() == ["q1"])
  }

  @Test func keepsReportsOfAFileThatCannotBeRead() async throws {
    _ = try await run()
    try FileManager.default.removeItem(atPath: folder.path("notes/q1.md"))
    try folder.write("", to: "notes/q1.md")
    let handle = try #require(FileHandle(forWritingAtPath: folder.path("notes/q1.md")))
    try handle.truncate(atOffset: UInt64(Disk.readLimit) + 1)
    try handle.close()
    let summary = try await run()
    #expect(summary.failed == 1 && summary.removed == 0)
    #expect(reports() == ["q1--brix-ag", "q1--kestrel-freight"])
  }

  @Test func givesAccountsNamesThatNoFileHas() async throws {
    try folder.write("account: Other\n", to: "notes/q1/brix-ag.md")
    try folder.write("account: Other\n", to: "notes/q1--Brix AG.md")
    try folder.write(text + "\n\n## BRIX AG - lost 2026-01-31\n\nPrice.\n", to: "notes/q1.md")
    let summary = try await run()
    #expect(summary.drafted == 5 && Set(reports()).count == 5)
    #expect(summary.findings.map(\.id) == ["second-section"])
    #expect(summary.findings.first?.position?.line == 13)
  }

  @Test func givesEachAccountItsRowAndItsAnswers() async throws {
    try folder.write("account,csm\nBRIX,Sam\nCora,Al\n", to: "form.csv")
    try folder.write(
      "account,industry\nBrix AG,Retail\nKestrel,Rail\n", to: "notes/q1.answers.csv")
    let summary = try await run(answers: "form.csv")
    #expect(summary.drafted == 3)
    let brix = try folder.read("site/reports/q1--brix-ag.json")
    #expect(brix.contains("\"csm\": \"Sam\"") && brix.contains("\"industry\": \"Retail\""))
    #expect(
      Set(summary.findings.map(\.id)) == ["no-row", "row-without-note", "no-matching-row"])
  }

  @Test func leavesOutWhatSaysThatItIsADraft() async throws {
    try folder.write("---\ndraft: true\n---\n" + text, to: "notes/q2.md")
    let summary = try await run()
    #expect(summary.notes == 2 && summary.findings.map(\.id) == ["skipped-draft"])
  }

  @Test func readsOneAccountOfSeveral() throws {
    let file = try InputFile(reading: FilePath(folder.path("notes/q1.md")))
    let one = NoteRun(account: "brix").draft(file)
    #expect(one.postmortem.account.name == "Brix AG" && one.findings.isEmpty)
    #expect(NoteRun().draft(file).findings.map(\.id) == ["several-accounts"])
  }
}
