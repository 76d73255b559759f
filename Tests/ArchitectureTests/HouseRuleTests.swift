import TestSupport
import Testing

/// Rules of the house that neither the compiler nor the formatter knows.
@Suite struct HouseRuleTests {
  static let files = SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests")

  @Test(arguments: files)
  func keepFilesShort(file: SourceFile) {
    #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
  }

  /// Words that end the program, or silence the compiler, where a value or an error would do.
  @Test(arguments: SourceFile.all(in: "Sources"))
  func useNoTrapWords(file: SourceFile) {
    let words = [
      "try" + "!", "as" + "!", "fatalError(", "preconditionFailure(", "@unchecked",
      "nonisolated(unsafe)",
      "unsafeBitCast(", "@preconcurrency",
    ]
    for (index, line) in file.code.enumerated() {
      for word in words where line.contains(word) {
        Issue.record("\(file.path): “\(word)” in code line \(index + 1): \(line)")
      }
    }
  }

  @Test(arguments: SourceFile.all(in: "Tests"))
  func testThroughThePublicFace(file: SourceFile) {
    #expect(!file.code.contains { $0.contains("@testable" + " import") }, "\(file.path)")
  }

  @Test func leaveNoPlaceholderFiles() {
    let placeholders = Self.files.filter { $0.path.hasSuffix("/Placeholder.swift") }.map(\.path)
    withKnownIssue("modules that are still being written", isIntermittent: true) {
      #expect(placeholders.isEmpty, "\(placeholders)")
    }
  }
}
