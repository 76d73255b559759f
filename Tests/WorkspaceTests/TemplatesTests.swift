import Evidence
import Reporting
import TestSupport
import Testing
import Workspace

@Suite struct TemplatesTests {
  private let folder: TemporaryFolder
  private var path: FilePath { FilePath(folder.path()) }

  init() throws { folder = try TemporaryFolder() }

  @Test func thoseWrittenOutAreAllUsedAndChangeNothing() throws {
    let (written, findings) = try Templates.write(to: path)
    #expect(written.count == Reporter.templates.count && findings.isEmpty)
    #expect(try Templates.unused(in: path) == [])
    _ = try Templates.reporter(overriddenBy: path)
  }

  @Test func nothingIsReplacedAndWhatIsMissingIsAdded() throws {
    let name = try #require(Reporter.templates.first?.name)
    try folder.write("mine", to: name)
    let (written, findings) = try Templates.write(to: path)
    #expect(written.count == Reporter.templates.count - 1)
    #expect(findings.map(\.id) == ["template-kept"])
    #expect(try folder.read(name) == "mine")
  }

  @Test func aNameThatNothingUsesIsTold() throws {
    try folder.write("x", to: "repotr.md.mustache")
    try folder.write("x", to: "them.css")
    try folder.write("{{> letterhead }}", to: "report.md.mustache")
    try folder.write("x", to: "letterhead.mustache")
    try folder.write("x", to: "notes.txt")
    let findings = try Templates.unused(in: path)
    #expect(findings.map(\.id) == ["template-unused", "template-unused"])
    #expect(findings[0].source.hasSuffix("repotr.md.mustache"))
    #expect(findings[1].source.hasSuffix("them.css"))
  }

  @Test func aMistakeIsToldUnderThePathOfItsFile() throws {
    try folder.write("a\n{{nobody}}", to: "report.md.mustache")
    do {
      _ = try Templates.reporter(overriddenBy: path)
      Issue.record("the template was taken")
    } catch {
      let finding = try #require(error.findings.first)
      #expect(finding.source == folder.path("report.md.mustache"))
      #expect(finding.position == SourcePosition(line: 2, column: 1))
    }
  }
}
