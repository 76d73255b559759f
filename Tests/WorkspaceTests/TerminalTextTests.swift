import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct TerminalTextTests {
  @Test(
    arguments: [
      ("plain text stays", "plain text stays"),
      ("Café Ødegård 東京 👩‍🚀", "Café Ødegård 東京 👩‍🚀"),
      ("\u{1B}]0;owned\u{07}", "\\u{1b}]0;owned\\u{07}"),
      ("a\u{202E}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
      ("\u{9B}31m", "\\u{9b}31m"),
      ("two\nlines\r\n", "two\\u{0a}lines\\u{0d}\\u{0a}"),
      ("\u{7F}\u{2028}", "\\u{7f}\\u{2028}"),
    ])
  func showsControlsInMessages(text: String, shown: String) {
    #expect(TerminalText.message(text) == shown)
  }

  @Test func showsBytesThatAreNoText() {
    #expect(
      TerminalText.message([0x61, 0xFF, 0x9B, 0x62, 0xE2, 0x82]) == "a\\x{ff}\\x{9b}b\\x{e2}\\x{82}"
    )
  }

  @Test func keepsLineFeedsAndTabsInResults() {
    let text = Array("a\tb\nc\u{1B}".utf8)
    #expect(TerminalText.text(text) == Array("a\tb\nc\\u{1b}".utf8))
  }

  @Test func escapesInJSONLeaveTheValueAsItIs() throws {
    let value = ["quote": "pay\u{202E}ment \u{85} \u{7F} — done"]
    let encoded = try [UInt8](JSONEncoder().encode(value))
    let safe = TerminalText.json(encoded)
    #expect(try JSONDecoder().decode([String: String].self, from: Data(safe)) == value)
    #expect(hazards(in: safe).isEmpty)
  }

  /// Every scalar alone: it stays as it is, or is shown by its number.
  @Test func showsHazardsAndNothingElse() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let shown = TerminalText.message(text)
      let isShown =
        scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
        || [0x2028...0x2029, 0x206A...0x206F, 0xFFF9...0xFFFB].contains { $0.contains(value) }
      if isShown {
        let digits = String(value, radix: 16)
        #expect(shown == "\\u{\(digits.utf8.count < 2 ? "0" : "")\(digits)}")
      } else if shown != text {
        Issue.record("U+\(String(value, radix: 16)) became \(shown)")
      }
    }
  }

  @Test func leavesNoHazardInAnyBytes() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let shown = TerminalText.message(bytes)
      #expect(hazards(in: Array(shown.utf8)).isEmpty, "\(bytes)")
      #expect(!shown.utf8.contains(0x0A))
    }
  }

  @Test(.enabled(if: Repository.payloads != nil))
  func leavesNoHazardInPublicHostileText() throws {
    struct Line: Decodable { var text: String }
    let trojans = try JSONDecoder().decode(
      [Line].self, from: Data(Repository.payload("trojan-source/lines.json"))
    ).map(\.text)
    let naughty = try JSONDecoder().decode(
      [String].self, from: Data(Repository.payload("blns/blns.json")))
    #expect(trojans.count + naughty.count > 500)
    for text in trojans + naughty {
      #expect(hazards(in: Array(TerminalText.message(text).utf8)).isEmpty)
      #expect(hazards(in: TerminalText.text(Array(text.utf8))).isEmpty)
      #expect(hazards(in: TerminalText.json(Array(text.utf8))).isEmpty)
    }
  }

  /// Control and bidirectional characters by Unicode's own properties, line feed and tab aside.
  private func hazards(in bytes: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0 != "\n" && $0 != "\t"
        && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
    }
  }
}
