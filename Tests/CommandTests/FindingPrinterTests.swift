import Evidence
import PostmortemCommand
import Testing

@Suite struct FindingPrinterTests {
  private let finding = Finding(
    "invalid-utf8", .warning, "Broken \u{1B}[2J text", in: "notes/a\u{202E}.md",
    at: SourcePosition(line: 3, column: 7))

  @Test func writesLinesThatEditorsUnderstand() {
    #expect(
      FindingPrinter(isColoured: false).line(finding)
        == "notes/a\\u{202e}.md:3:7: warning: Broken \\u{1b}[2J text [invalid-utf8]\n")
  }

  @Test func leavesOutAPlaceThatIsNotKnown() {
    let finding = Finding("unreadable", .error, "Permission denied", in: "a.md")
    #expect(
      FindingPrinter(isColoured: false).line(finding)
        == "a.md: error: Permission denied [unreadable]\n")
  }

  @Test func coloursNothingButItsOwnText() {
    let line = FindingPrinter(isColoured: true).line(finding)
    #expect(line.contains("\u{1B}[33mwarning:\u{1B}[0m"))
    #expect(line.contains("\\u{1b}[2J"))
  }
}
