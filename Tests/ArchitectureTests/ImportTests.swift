import Foundation
import TestSupport
import Testing

/// Holds the table of who may import whom; the architecture page explains it.
@Suite struct ImportTests {
  /// What each target may import, beside Swift's own library.
  static let allowed: [String: Set<String>] = [
    "Evidence": [],
    "Markup": ["CCmark", "Evidence"],
    "JSONText": ["Evidence"],
    "Answers": ["Yams", "CYaml", "JSONText", "Evidence"],
    "PostmortemModel": ["JSONText", "Evidence"],
    "Settings": ["Answers", "PostmortemModel", "Evidence"],
    "Language": [],
    "Chronology": ["PostmortemModel", "Evidence"],
    "Drafting": [
      "Markup", "Answers", "Settings", "PostmortemModel", "Evidence", "Language", "Chronology",
      "CVocabulary",
    ],
    "Templating": ["Evidence"],
    "Reporting": ["PostmortemModel", "Templating", "CTemplates", "Evidence"],
    "Corrections": [
      "Markup", "Chronology", "Reporting", "JSONText", "PostmortemModel", "Evidence",
    ],
    "Portfolio": ["GRDB", "PostmortemModel", "Evidence", "CTemplates"],
    "Workspace": [
      "Portfolio", "Drafting", "Corrections", "Reporting", "Templating", "Answers", "Settings",
      "PostmortemModel", "Language", "JSONText", "Evidence", "CTemplates", "CSystem",
    ],
    "PostmortemCommand": [
      "Workspace", "Reporting", "PostmortemModel", "Language", "Evidence", "ArgumentParser",
    ],
    "postmortem": ["PostmortemCommand"],
  ]

  /// The C library and Foundation, and the only files outside the outermost targets that may import them, with the reason.
  static let exceptions: [String: Set<String>] = [
    // The system calls: on paths, on files that stay open, on processes; and the environment.
    "Sources/Workspace/Disk.swift": ["Glibc", "Musl", "Darwin"],
    "Sources/Workspace/OpenFile.swift": ["Glibc", "Musl", "Darwin"],
    "Sources/Workspace/ChildProcess.swift": ["Glibc", "Musl", "Darwin"],
    "Sources/Workspace/WorkerSocket.swift": ["Glibc", "Musl", "Darwin"],
    "Sources/PostmortemCommand/RunEnvironment.swift": ["Glibc", "Musl", "Darwin"],
    // The memory of the last report's values, kept for the next one's.
    "Sources/Reporting/SpareValues.swift": ["Synchronization"],
    "Sources/Reporting/Reporter.swift": ["Synchronization"],
    // The end of the process.
    "Sources/PostmortemCommand/Program.swift": ["Glibc", "Musl", "Darwin"],
  ]

  static let sources = SourceFile.all(in: "Sources")

  @Test func knowEveryTarget() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent("Sources").path)
    let cTargets: Set<String> = ["CCmark", "CTemplates", "CVocabulary", "CSystem"]
    #expect(Set(folders).subtracting(cTargets) == Set(Self.allowed.keys))
  }

  @Test(arguments: sources)
  func areThoseOfTheTable(file: SourceFile) {
    let allowed = Self.allowed[file.target, default: []].union(
      Self.exceptions[file.path, default: []])
    let strangers = Set(file.imports).subtracting(allowed)
    #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
  }

  @Test func reachTheCLibraryThroughOneFile() {
    let importers = Self.sources.filter { $0.imports.contains("CCmark") }.map(\.path)
    #expect(importers.count <= 1, "\(importers)")
  }

  @Test func doNotLetDraftingAndReportingKnowEachOther() {
    #expect(Self.allowed["Drafting"]?.contains("Reporting") == false)
    #expect(Self.allowed["Reporting"]?.contains("Drafting") == false)
  }

  @Test func listNoExceptionThatIsNotNeeded() {
    for (path, modules) in Self.exceptions {
      let file = Self.sources.first { $0.path == path }
      #expect(file.map { modules.isSubset(of: Set($0.imports)) } == true, "\(path)")
    }
  }
}
