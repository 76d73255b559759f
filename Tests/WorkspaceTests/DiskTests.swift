import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct DiskTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> FilePath { FilePath(folder.path(name)) }

  @Test func readsWhatItWrites() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try Disk.save(bytes, to: path("note.md"), replacing: false)
    #expect(try Disk.bytes(of: path("note.md")) == bytes)
    #expect(folder.files() == ["note.md"])
  }

  @Test func takesNoNameThatIsTaken() throws {
    try folder.write("hers", to: "note.md")
    #expect(throws: WorkspaceError.self) {
      try Disk.save(Array("ours".utf8), to: path("note.md"), replacing: false)
    }
    #expect(try folder.read("note.md") == "hers")
    #expect(folder.files() == ["note.md"])
  }

  @Test func keepsTheModeOfAFileThatItReplaces() throws {
    try folder.write("old", to: "note.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path("note.md"))
    try Disk.save(Array("new".utf8), to: path("note.md"), replacing: true)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("note.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try folder.read("note.md") == "new")
  }

  @Test func writesThroughNoLink() throws {
    try folder.write("elsewhere", to: "target")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: "target")
    #expect(throws: WorkspaceError.self) {
      try Disk.save(Array("x".utf8), to: path("link"), replacing: true)
    }
    #expect(try folder.read("target") == "elsewhere")
  }

  @Test(.timeLimit(.minutes(10)))
  func readsNeitherPipesNorFoldersNorDevices() throws {
    let status = try #require(run("/usr/bin/env", "mkfifo", folder.path("pipe.md")))
    #expect(status == 0)
    for name in [folder.path("pipe.md"), folder.path(), "/dev/zero", folder.path("nothing")] {
      #expect(throws: WorkspaceError.self) { try Disk.bytes(of: FilePath(name)) }
    }
  }

  @Test func refusesALinkWhereOneMustNotBeFollowed() throws {
    try folder.write("text", to: "real.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.md"), withDestinationPath: "real.md")
    #expect(try Disk.bytes(of: path("link.md")) == Array("text".utf8))
    #expect(throws: WorkspaceError.self) {
      try Disk.bytes(of: path("link.md"), followingLinks: false)
    }
  }

  @Test func refusesWhatIsTooLargeToBeANote() throws {
    let handle = try #require(
      FileManager.default.createFile(atPath: folder.path("big.md"), contents: nil)
        ? FileHandle(forWritingAtPath: folder.path("big.md")) : nil)
    try handle.truncate(atOffset: UInt64(Disk.readLimit) + 1)
    try handle.close()
    #expect(throws: WorkspaceError.self) { try Disk.bytes(of: path("big.md")) }
  }

  @Test func listsNamesThatAreNotText() throws {
    let odd = FilePath(bytes: Array(folder.path().utf8) + [0x2F, 0xFF, 0xFE] + Array(".md".utf8))
    try Disk.save([0x61], to: odd, replacing: false)
    let names = try Disk.names(in: FilePath(folder.path()))
    #expect(names == [[0xFF, 0xFE] + Array(".md".utf8)])
    #expect("\(odd)".hasSuffix("\\x{ff}\\x{fe}.md"))
  }

  @Test func makesFoldersWithThoseAboveThem() throws {
    try Disk.createFolder(path("a/b/c"))
    try Disk.createFolder(path("a/b/c"))
    #expect(Disk.status(path("a/b/c"))?.kind == .folder)
    try folder.write("x", to: "file")
    #expect(throws: WorkspaceError.self) { try Disk.createFolder(path("file/below")) }
  }

  private func run(_ program: String, _ arguments: String...) -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
