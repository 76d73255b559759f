import Evidence
import Testing

@Suite struct SourceTextTests {
  @Test func linesEndAtLineFeedAndCarriageReturnOnly() {
    let text = SourceText(name: "n.md", text: "a\r\nb\rc\u{2028}d\u{0B}e\nf\n")
    #expect(text.lineCount == 4)
    #expect(text.text(text.range(ofLine: 3)) == "c\u{2028}d\u{0B}e")
    #expect(text.position(at: text.lineStarts[3]) == SourcePosition(line: 4, column: 1))
  }

  @Test func invalidBytesAreReplacedAndTold() throws {
    let text = SourceText(
      name: "n.md", bytes: Array("ok\nbad ".utf8) + [0xFF, 0x00] + Array("!\n".utf8))
    #expect(text.text(text.range(ofLine: 2)) == "bad \u{FFFD}\u{FFFD}!")
    let finding = try #require(text.findings.first)
    #expect(finding.id == "invalid-utf8")
    #expect(finding.position == SourcePosition(line: 2, column: 5))
  }

  @Test func aByteOrderMarkIsNotText() {
    #expect(SourceText(name: "n.md", bytes: [0xEF, 0xBB, 0xBF, 0x61]).utf8 == [0x61])
  }

  @Test func longRunsOfCombiningMarksAreBrokenUp() {
    let marks = String(repeating: "\u{0301}", count: 100)
    let text = SourceText(name: "n.md", text: "e" + marks)
    #expect(text.findings.map(\.id) == ["combining-marks"])
    #expect(text.utf8.count > 201)
  }
}
