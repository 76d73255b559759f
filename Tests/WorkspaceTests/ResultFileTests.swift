import TestSupport
import Testing
import Workspace

@Suite struct ResultFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func doesNotReplaceACorrectedDraftUnlessForced() throws {
    let path = FilePath(folder.path("draft.md"))
    try ResultFile.write(Array("draft".utf8), to: path, force: false)
    try ResultFile.write(Array("draft".utf8), to: path, force: false)
    try folder.write("corrected", to: "draft.md")
    #expect(throws: WorkspaceError.self) {
      try ResultFile.write(Array("draft".utf8), to: path, force: false)
    }
    #expect(try folder.read("draft.md") == "corrected")
    try ResultFile.write(Array("draft".utf8), to: path, force: true)
    #expect(try folder.read("draft.md") == "draft")
  }
}
