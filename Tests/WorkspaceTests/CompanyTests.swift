import Evidence
import PostmortemModel
import Settings
import TestSupport
import Testing

import Workspace

@Suite struct CompanyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func complaints(_ text: String) throws -> [String] {
    try folder.write(text, to: "postmortem.yml")
    do {
      _ = try Company(reading: FilePath(folder.path("postmortem.yml")))
      return []
    } catch {
      return error.findings.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.id)" }
    }
  }

  @Test func settingsAreLookedForFromTheNotesUpToTheWorkingFolder() {
    func found(_ folder: String, _ working: String = "/home/jo") -> [String] {
      CompanyFile.folders(from: FilePath(folder), workingFolder: FilePath(working))
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(found("notes/2025") == ["notes/2025", "notes", ""])
    #expect(found(".") == [""])
    #expect(found("/home/jo/notes") == ["/home/jo/notes", "/home/jo"])
    #expect(found("/srv/notes") == ["/srv/notes"])
    #expect(found("../notes") == ["../notes"])
    #expect(found("/", "/") == ["/"])
  }

  @Test(arguments: [
    ("categories: {pricing: Support}", ["1:23 config-label"]),
    ("departments: {finance: product}", ["1:24 config-label"]),
    ("headings: {lesons: [x]}", ["1:12 config-unknown-key"]),
    ("vocabulary: {cause/pricng: [x]}", ["1:14 config-unknown-key"]),
    ("vocabulary: {cause/pricing: [\"a (b (c\"]}", ["1:30 config-phrase"]),
    (
      "vocabulary: {cause/pricing: [\"x = y\", \"[x]\"]}",
      ["1:30 config-phrase", "1:39 config-phrase"]
    ),
    ("categories: {undetermined: {phrases: [x]}}", ["1:14 config-unknown-key"]),
    ("headings: {lessons: [\"?\"]}", ["1:22 config-phrase"]),
    (
      "categories: {pricing: Support}\nheadings: {lesons: [x]}",
      ["1:23 config-label", "2:12 config-unknown-key"]
    ),
  ])
  func whatIsWrongIsToldInItsPlaceAndNothingIsUsed(text: String, expected: [String]) throws {
    #expect(try complaints(text) == expected)
  }

  /// A template that says nothing as it is, and is right once its lines are taken into use.
  @Test func theExampleChangesNothingAndIsRight() throws {
    #expect(
      CompanySettings.read(SourceText(name: "x", text: ExampleSettings.text)).settings
        == CompanySettings(source: "x"))
    let used = ExampleSettings.text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.isEmpty }.filter {
        $0.hasPrefix("# ") && !$0.hasSuffix(".") || $0.hasPrefix("#   ")
      }
      .map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(try complaints(used) == [], "\(used)")
    let settings = CompanySettings.read(SourceText(name: "x", text: used)).settings
    #expect(settings.categories.count == 2 && settings.vocabulary.count == 5)
  }

  @Test func theExampleNeverReplacesAFile() throws {
    try folder.write("mine", to: "postmortem.yml")
    let (written, findings) = try ExampleSettings.write(to: FilePath(folder.path()))
    #expect(written == [] && findings.map(\.id) == ["config-kept"])
    #expect(try folder.read("postmortem.yml") == "mine")
  }
}
