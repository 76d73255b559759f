import Foundation
import Evidence
import Reporting
import TestSupport
import Testing
import Workspace

@Suite struct FolderRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(jobs: Int = 2, answers: String? = nil, site: String = "site") async throws
    -> FolderSummary
  {
    let export = try answers.map { try AnswersFile(InputFile(reading: FilePath(folder.path($0)))) }
    return try await FolderRun(
      notes: FilePath(folder.path("notes")), site: FilePath(folder.path(site)),
      exports: [export].compactMap { $0 },
      jobs: jobs, templates: try LoadedTemplates(overriddenBy: nil)
    ).run()
  }

  @Test func draftsEveryNoteInThreeFormats() async throws {
    try folder.write("account: Acme\n", to: "notes/acme.md")
    try folder.write("account: Brix\n", to: "notes/2025/Brix.MD")
    let summary = try await run()
    #expect(summary.drafted == 2 && summary.failed == 0)
    let reports = folder.files().filter { $0.hasPrefix("site/") && !$0.contains(".postmortem") }
    #expect(
      reports == [
        "site/index.html", "site/portfolio.sqlite", "site/reports/2025-brix.html",
        "site/reports/2025-brix.json",
        "site/reports/2025-brix.md", "site/reports/acme.html", "site/reports/acme.json",
        "site/reports/acme.md",
      ])
  }

  @Test func tellsWhatItPassesOver() async throws {
    try folder.write("account: Acme\n", to: "notes/acme.md")
    try folder.write("about", to: "notes/README.md")
    try folder.write("x", to: "notes/.draft.md")
    try folder.write("x", to: "notes/.git/x.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("notes/link.md"), withDestinationPath: "acme.md")
    let summary = try await run()
    #expect(summary.drafted == 1)
    #expect(
      summary.findings.map(\.id).sorted() == [
        "skipped-hidden", "skipped-hidden", "skipped-link", "skipped-readme",
      ])
  }

  @Test func goesOnAfterANoteThatCannotBeRead() async throws {
    try folder.write("account: Acme\n", to: "notes/acme.md")
    try folder.write("", to: "notes/big.md")
    let handle = try #require(FileHandle(forWritingAtPath: folder.path("notes/big.md")))
    try handle.truncate(atOffset: UInt64(Disk.readLimit) + 1)
    try handle.close()
    let summary = try await run()
    #expect(summary.drafted == 1 && summary.failed == 1)
    #expect(summary.findings.contains { $0.id == "unreadable" && $0.source.hasSuffix("big.md") })
  }

  @Test func clearsAwayWhatAKilledRunLeft() async throws {
    try folder.write("account: Acme\n", to: "notes/acme.md")
    try folder.write("half a rep", to: "site/reports/.acme.md.abc.postmortem-tmp")
    _ = try await run()
    #expect(!folder.files().contains { $0.hasSuffix("postmortem-tmp") })
  }

  @Test func writesTheSameBytesWhateverTheNumberOfJobs() async throws {
    for index in 0..<60 {
      try folder.write("account: Account \(index % 7)\n\nText \(index)\n", to: "notes/n\(index).md")
    }
    _ = try await run(jobs: 1, site: "one")
    _ = try await run(jobs: 8, site: "eight")
    let one = folder.files().filter { $0.hasPrefix("one/") && !$0.contains(".postmortem") }
    #expect(one.count == 60 * 3 + 2)
    for file in one {
      #expect(try folder.read(file) == folder.read("eight" + file.dropFirst(3)), "\(file)")
    }
  }

  @Test func doesNotReadItsOwnReports() async throws {
    try folder.write("account: Acme\n", to: "notes/acme.md")
    for _ in 0..<2 {
      #expect(try await run(site: "notes").notes == 1)
      #expect(try await run(site: "notes/site").notes == 1)
    }
  }

  @Test func findsTheRowOfAnExportByTheAccountsName() async throws {
    try folder.write("account,csm\nCAFE ODEGARD,Jo\nUnrelated,Sam\n", to: "export.csv")
    try folder.write("account: Café Ødegård\n", to: "notes/a.md")
    try folder.write("account: Nobody\n", to: "notes/b.md")
    let summary = try await run(answers: "export.csv")
    #expect(summary.drafted == 3)
    #expect(try folder.read("site/reports/a.json").contains("export.csv"))
    #expect(try !folder.read("site/reports/b.json").contains("export.csv"))
  }
}
