import Evidence
import Foundation
import Markup
import TestSupport
import Testing

@Suite struct LimitTests {
  private func document(_ text: String) -> MarkupDocument {
    MarkupDocument(parsing: SourceText(name: "n.md", text: text))
  }

  @Test(arguments: [
    ("a\n" + String(repeating: "> ", count: 33) + "x\n", 2, "33", "32"),
    (String(repeating: "- ", count: 40) + "x", 1, "33", "32"),
    (String(repeating: "*\t", count: 33) + "x", 1, "33", "32"),
    (String(repeating: "*    ", count: 33) + "x", 1, "33", "32"),
    (String(repeating: "1. ", count: 33) + "x", 1, "33", "32"),
    (String(repeating: "- 7) > ", count: 11) + "x", 1, "33", "32"),
    ("a\n" + String(repeating: "![\n", count: 1_001), 1_002, "1001", "1000"),
    (String(repeating: "a", count: 1 << 20) + "\n", 1, "1048577", "1048576"),
  ])
  func aNoteAboveALimitIsReadAsPlainText(
    _ text: String, _ line: Int, _ value: String, _ limit: String
  )
    throws
  {
    let document = document(text + "\n\n**b**\n  c\n")
    let finding = try #require(document.findings.first)
    #expect(finding.id == "markup-limit")
    if value != "1048577" {
      #expect(finding.position == SourcePosition(line: line, column: 1))
      #expect(finding.message.contains(value))
    }
    #expect(finding.message.contains(limit))
    let last = document.elements.count - 1
    #expect(document.elements.dropFirst().allSatisfy { $0.kind == .paragraph })
    let flow = document.flow(of: last)
    #expect(flow.text(0..<flow.utf8.count) == "**b**\n  c")
  }

  @Test func aStaircaseOfItemsCountsAsDeepAsItNests() {
    let stairs = (0..<40).map { String(repeating: " ", count: 2 * $0) + "- x\n" }.joined()
    let finding = document(stairs).findings.first
    #expect(finding?.position?.line == 33)
  }

  @Test(arguments: [
    String(repeating: "- - - ", count: 30), String(repeating: "* ", count: 50),
    String(repeating: "-", count: 100), String(repeating: " ", count: 90) + "- deep",
    String(repeating: "- a\n- b\n\n", count: 500), String(repeating: "\t- a\n", count: 100),
    String(repeating: "> - a\n", count: 100), String(repeating: ">\t- a\n", count: 100),
    String(repeating: "- a\n  - b\n    1. c\n", count: 100),
    String(repeating: "> ", count: 32) + "x",
  ])
  func ordinaryNotesAreBelowTheLimits(_ text: String) {
    #expect(document(text).findings.isEmpty)
  }

  @Test(.timeLimit(.minutes(10))) func aMillionLevelsAreAFlatList() {
    let source = SourceText(name: "n.md", text: String(repeating: "> ", count: 1_000_000) + "x")
    #expect(MarkupDocument(parsing: source).elements.count == 2)
    var limits = MarkupLimits()
    limits.noteBytes = .max
    limits.containers = .max
    let document = MarkupDocument(parsing: source, limits: limits)
    #expect(document.elements.count == 1_000_002)
    #expect(document.elements[0].end == 1_000_002)
    #expect(document.flow(of: 1_000_001).utf8 == [UInt8(ascii: "x")])
  }

  /// Inputs that make Markdown parsers slow, as large as a note may be.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("- ", 32, "x", "\n"), ("*\t", 32, "x", "\n\n"), (">", 32, "", "a*"), (">", 32, "", "*_"),
      ("> ", 1, "- - - - - - - x\n", ">\n"), (" -", 32, " > ```", "\n"), ("", 0, "", "> a\n"),
      ("![[]()", 1_000, "", "a "), ("[a]: =\n![", 1_000, "", "b"), ("", 0, "", "*a _b "),
      ("", 0, "", "[a](b "), ("", 0, "", "[a](b '"), ("", 0, "", "[a](<b"),
      ("", 0, "[a]: u\n\n", "[a]["),
      ("", 0, "", "`` ` "), ("", 0, "", "a`\nb"), ("", 0, "", "|"), ("", 0, "|a\n|-\n", "|*\n"),
      ("", 0, "a|b\n-|-\n", "~~*|*~~\n"), ("", 0, "", "[a]: u\n"), ("", 0, "", "&acE;*a*"),
      ("", 0, "[a]: u (\n", "[a]: u '\n"), ("", 0, "", "~~a~~"), ("", 0, "", "<b\n>"),
      ("", 0, "", "-\n"),
      ("", 0, "", "a\\\n"), ("", 0, "", "<!--"), ("", 0, "", "[a]:\n"), ("", 0, "---\n", "a\n"),
      ("*a **a ", 80_000, "", ""), ("[", 500_000, "a", "]"), ("_", 500_000, ".", "_"),
    ])
  func hostileInputOfAnAllowedSizeIsReadInBoundedTime(
    _ head: String, _ times: Int, _ middle: String, _ tail: String
  ) {
    var text = String(repeating: head, count: times) + middle
    if !tail.isEmpty {
      text += String(repeating: tail, count: ((1 << 20) - text.utf8.count) / tail.utf8.count)
    }
    let document = document(text)
    #expect(document.elements.count > 1)
    for index in document.elements.indices { _ = document.flow(of: index).line(at: 0) }
  }

  /// A description of an input that blows parsers up: texts and how often each stands there.
  private struct BlowUp: Decodable {
    let name: String
    let parts: [(text: String, count: Int?)]
    let isMarkdown: Bool

    enum CodingKeys: String, CodingKey { case name, parts, format }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      isMarkdown = try container.decodeIfPresent(String.self, forKey: .format) == nil
      var parts: [(String, Int?)] = []
      if container.contains(.parts) {
        var list = try container.nestedUnkeyedContainer(forKey: .parts)
        while !list.isAtEnd {
          var part = try list.nestedUnkeyedContainer()
          let text = try part.decode(String.self)
          parts.append((text, try? part.decode(Int.self)))
        }
      }
      self.parts = parts
    }

    func text(bytes: Int) -> String {
      let unit = parts.reduce(0) { $0 + ($1.count == nil ? $1.text.utf8.count : 0) }
      return parts.map { String(repeating: $0.text, count: $0.count ?? bytes / max(1, unit)) }
        .joined()
    }
  }

  @Test(.enabled(if: Repository.payloads != nil), .timeLimit(.minutes(10)))
  func knownBlowUpsAreReadInBoundedTime() throws {
    let blowUps = try JSONDecoder().decode(
      [BlowUp].self, from: Data(Repository.payload("blowups/blowups.json")))
    #expect(blowUps.count > 10)
    for blowUp in blowUps where blowUp.isMarkdown && !blowUp.parts.isEmpty {
      for bytes in [150, 60_000, 1 << 20] {
        let document = document(blowUp.text(bytes: bytes))
        #expect(document.elements.count > 1, "\(blowUp.name)")
      }
    }
  }
}
