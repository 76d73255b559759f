import TestSupport
import Testing

/// Rules of the house that neither the compiler nor the formatter knows.
@Suite struct HouseRuleTests {
  static let files = SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests")

  /// Files that are longer than the rule allows, and still to be cut up: no others may join them.
  private static let tooLong: Set<String> = [
    "Sources/Drafting/Reading/NoteReader.swift", "Sources/Chronology/DateMatcher.swift",
  ]

  @Test(arguments: files)
  func keepFilesShort(file: SourceFile) {
    let limit = Self.tooLong.contains(file.path) ? 600 : 400
    #expect(file.lines.count <= limit, "\(file.path) has \(file.lines.count) lines")
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
    #expect(placeholders.isEmpty, "\(placeholders)")
  }
}
