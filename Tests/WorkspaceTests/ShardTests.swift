import Evidence
import TestSupport
import Testing
import Workspace

@Suite struct ShardTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<40 {
      try folder.write("account: Account \(number)\n\nPrice.\n", to: "notes/n\(number).md")
    }
  }

  private func run(_ shard: String?, site: String) async throws -> FolderSummary {
    var run = FolderRun(
      notes: FilePath(folder.path("notes")), site: FilePath(folder.path(site)), jobs: 2,
      templates: try LoadedTemplates(overriddenBy: nil))
    run.shard = shard.flatMap { Shard($0) }
    return try await run.run()
  }

  @Test(arguments: ["1/1", "3/16", "16/16"]) func areReadAsTheyAreWritten(text: String) {
    #expect(Shard(text)?.description == text)
  }

  @Test(arguments: ["", "3", "0/4", "5/4", "-1/4", "1/0", "1/4/2", "a/b", "1/99999"])
  func areNothingElse(text: String) { #expect(Shard(text) == nil) }

  @Test func holdEachNoteOnceAndAllNotes() async throws {
    var drafted = 0
    for number in 1...3 {
      let summary = try await run("\(number)/3", site: "part\(number)")
      #expect((4...26).contains(summary.drafted))
      drafted += summary.drafted
    }
    #expect(drafted == 40)
    _ = try await run(nil, site: "whole")
    let merge = PortfolioMerge(
      parts: ["part2", "part1", "part3"].map { FilePath(folder.path($0)) },
      site: FilePath(folder.path("site")), jobs: 2,
      templates: try LoadedTemplates(overriddenBy: nil))
    #expect(try await merge.run().drafted == 40)
    for file in folder.files()
    where file.hasPrefix("whole/") && !file.contains(".postmortem") && !file.hasSuffix(".sqlite") {
      #expect(try folder.read(file) == folder.read("site" + file.dropFirst(5)), "\(file)")
    }
    #expect(try await merge.run().unchanged == 40)
    #expect(try await run(nil, site: "site").unchanged == 40)
  }

  @Test func areNotMixedUp() async throws {
    _ = try await run("1/2", site: "site")
    for other in ["2/2", "1/3", nil] {
      await #expect(throws: WorkspaceError.self) { try await run(other, site: "site") }
    }
    #expect(try await run("1/2", site: "site").drafted == 0)
  }

  @Test func followWhatIsGoneFromAPart() async throws {
    _ = try await run(nil, site: "whole")
    let merge = PortfolioMerge(
      parts: [FilePath(folder.path("whole"))], site: FilePath(folder.path("site")), jobs: 1,
      templates: try LoadedTemplates(overriddenBy: nil))
    _ = try await merge.run()
    try folder.write("account: Other\n", to: "notes/n7.md")
    _ = try await run(nil, site: "whole")
    let second = try await merge.run()
    #expect(second.drafted == 1 && second.unchanged == 39)
  }
}
