import Evidence
import Templating
import TestSupport
import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ])
  func aMarkBeforeCombiningMarksIsStillEscaped(_ mark: String, _ escaped: String) throws {
    let marks = [
      0x0300...0x036F, 0x1AB0...0x1ACE, 0x20D0...0x20F0, 0xFE00...0xFE0F, 0x200C...0x200D,
    ]
    for scalar in marks.joined().compactMap({ Unicode.Scalar(UInt32($0)) }) {
      let output = try render("<p title=\"{{x}}\">", .html, "a\(mark)\(scalar)b")
      #expect(Array(output.utf8) == Array("<p title=\"a\(escaped)\(scalar)b\">".utf8))
    }
  }

  @Test(arguments: [
    ("plain – “text” ✓", "plain – “text” ✓"),
    ("a\u{0}\u{1b}b", "a\u{FFFD}\u{FFFD}b"),
    ("\u{7f}\u{85}", "\\u{7f}\\u{85}"),
    ("x\u{202E}y\u{2066}", "x\\u{202e}y\\u{2066}"),
    ("a\tb\r\nc", "a\tb\r\nc"),
    ("שלום\u{200F}!", "שלום\u{200F}!"),
  ])
  func htmlLosesNothingAndHidesNothing(_ text: String, _ expected: String) throws {
    #expect(Array(try render("{{x}}", .html, text).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
    ("\u{1}", "\u{FFFD}"), ("\u{7f}", "\\u{7f}"), ("\u{9b}", "\\u{9b}"), ("\u{202e}", "\\u{202e}"),
    ("#", "#"), ("–", "–"), ("\t", "\t"),
  ])
  func whereAMarkStandsMakesNoDifference(_ mark: String, _ escaped: String) throws {
    let shape = TemplateShape("root", ["x": .text])
    let set = try TemplateSet(
      [SourceText(name: "t", text: "{{x}}")], root: ["t": shape], format: { _ in .html })
    for length in 0..<40 {
      for place in 0...length {
        let before = String(repeating: "x", count: place)
        let after = String(repeating: "y", count: length - place)
        let text = TemplateValue.text(before + mark + after + mark)
        let output = try set.render("t", TemplateRecord(shape, [text]))
        #expect(output == Array((before + escaped + after + escaped).utf8))
      }
    }
  }

  @Test(arguments: [
    ("a\tb\nc & <d>", "a\tb\nc & <d>"),
    ("a\r\nb\rc", "a\nb\\u{d}c"),
    ("\u{1b}[31m", "\\u{1b}[31m"),
    ("\u{9b}x\u{202e}", "\\u{9b}x\\u{202e}"),
  ])
  func plainTextShowsControls(_ text: String, _ expected: String) throws {
    #expect(Array(try render("{{x}}", .plain, text).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("nothing to do", "nothing to do"),
    ("a\\b", #"a\\b"#), ("`code`", #"\`code\`"#), ("*bold*", #"\*bold\*"#), ("2 * 3", "2 * 3"),
    ("snake_case_name", "snake_case_name"), ("_em_", #"\_em\_"#),
    ("a __init__", #"a \_\_init\_\_"#),
    ("{x}", #"\{x\}"#), ("[a](b)", #"\[a\](b)"#), ("![a]", #"!\[a\]"#),
    ("[ ] task", #"\[ \] task"#),
    ("<b>", #"\<b>"#), ("a|b", #"a\|b"#), ("~20 seats", "~20 seats"),
    ("~~gone~~", #"\~\~gone\~\~"#),
    ("~~~", #"\~\~\~"#), ("# title", "\\# title"), ("C# and F#", "C# and F#"),
    ("end ##", "end \\##"),
    ("> quote", #"\> quote"#), ("a > b", "a > b"), ("->", "->"), ("- item", #"\- item"#),
    ("-5%", "-5%"),
    ("--flag", #"\--flag"#), ("---", #"\---"#), ("well - known", "well - known"),
    ("+ item", #"\+ item"#), ("+1", "+1"),
    ("+++", #"\+++"#), ("===", #"\==="#), ("a = b", "a = b"), ("1. first", #"1\. first"#),
    ("1) first", #"1\) first"#),
    ("1.5 million", "1.5 million"), ("in 2024. Then", "in 2024. Then"),
    ("1234567890. x", #"1234567890\. x"#),
    ("R&D", "R&D"), ("&amp;", #"\&amp;"#), ("&#60;", #"\&#60;"#), ("&#x3c;", #"\&#x3c;"#),
    ("A & B", "A & B"),
    ("AT&T;", #"AT\&T;"#), ("http://x.io/a_b", #"http\://x.io/a_b"#),
    ("see www.x.io", #"see www\.x.io"#),
    ("awww.", "awww."), ("time: 10:30", "time: 10:30"), (": term", #"\: term"#),
    ("Hello!", "Hello!"), ("a\nb\r\nc", "a b c"), ("  - a  ", #"\- a"#), ("\t\n", ""),
    ("a\u{2028}b", "a b"), ("\n\u{2028}    # x \u{2029}\n", "\\# x"), ("\u{a0}x\u{3000}", "x"),
    ("\u{2003}", ""), ("a\u{a0}b", "a\u{a0}b"), ("\u{200b}x", "\u{200b}x"),
    ("\u{202E}x", #"\\u\{202e\}x"#), ("“quoted” – text", "“quoted” – text"), (":-:", #"\:-:"#),
    ("- :", #"\- :"#),
  ])
  func markdownTextStaysText(_ text: String, _ expected: String) throws {
    #expect(Array(try render("{{x}}\n", .markdown, text).utf8) == Array((expected + "\n").utf8))
  }

  @Test(arguments: [
    ("Cost: {{x}}\n", "- 5", "Cost: - 5\n"),
    ("Cost: {{x}}\n", "# 5", "Cost: # 5\n"),
    ("- {{x}}\n", "- 5", "- \\- 5\n"),
    ("1. {{x}}\n", "# 5", "1. \\# 5\n"),
    ("> {{x}}\n", "> 5", "> \\> 5\n"),
    ("| {{x}} |\n", "---", "| \\--- |\n"),
    ("{{x}}. what\n", "1", "&#49;. what\n"),
    ("On {{x}}. what\n", "1", "On 1. what\n"),
    ("{{x}}[more](#more)\n", "Wow!", "Wow\\![more](#more)\n"),
    ("{{x}}\n", "R&D", "R&D\n"),
    ("{{x}}amp;\n", "R&", "R\\&amp;\n"),
    ("{{x}}{{x}}\n", "-", "\\-\\-\n"),
    ("{{#x}}{{.}}{{/x}}\n", "Great!", "Great!\n"),
    ("# About {{x}}\n", "C #", "# About C \\#\n"),
    ("{{x}}{{x}}", "www.", "www\\.www\\."),
  ])
  func markdownLooksAtWhatStandsAround(_ template: String, _ text: String, _ expected: String)
    throws
  {
    #expect(Array(try render(template, .markdown, text).utf8) == Array(expected.utf8))
  }

  @Test func everyEscapedTextReadsBackAsItself() throws {
    var random = SeededGenerator(seed: 20_261)
    let pieces =
      Array("ab1 \\`*_{}[]<>#+-.!|&~:;=)(\"'@/$%w").map(String.init) + [
        "&lt;", "www.", "http://", "é",
      ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let output = try render("{{x}}\n", .markdown, text)
      #expect(unescaped(output.dropLast()) == text.trimmedSpaces, "\(text)")
    }
  }

  /// Takes backslashes before ASCII punctuation and the escape for a digit away.
  private func unescaped(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.popFirst() {
        result.append(next)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
  }
}
