import Evidence
import Markup
import Testing

@Suite struct FlowTests {
  private func flow(_ text: String, of index: Int = 1) -> FlowText {
    MarkupDocument(parsing: SourceText(name: "n.md", text: text)).flow(of: index)
  }

  @Test func spansSayWhatMarkupSaid() {
    let flow = flow(
      "**a *b*** `c d` [e **f**](/u&amp;v \"T\") ![g](h.png) <i>x</i> ~~y **z**~~ <http://k.l>")
    #expect(flow.text(0..<flow.utf8.count) == "a b c d e f g <i>x</i> y z http://k.l")
    let spans = flow.spans.map { "\(flow.text($0.range)): \($0.style)" }
    #expect(
      spans == [
        "a b: strong", "b: emphasis", "c d: code", "e f: link(destination: \"/u&v\")", "f: strong",
        "g: image(destination: \"h.png\")", "<i>: html", "</i>: html", "y z: strikethrough",
        "z: strong", "http://k.l: link(destination: \"http://k.l\")",
      ])
    #expect(flow.spans[3].title == "T")
  }

  @Test(arguments: [
    ("~~a~~ b", "a b", 1), ("\\~~a~~ b", "~~a~~ b", 0), ("`~~a~~` b", "~~a~~ b", 0),
    ("~a~ ~~~b~~~ ", "~a~ ~~~b~~~", 0), ("a ~~ b ~~ c", "a ~~ b ~~ c", 0),
    ("~~a\nb~~ ~~c~~", "a\nb c", 2), ("| ~~a~~ |\n|---|\n", "", 0),
  ])
  func tildesStrikeOut(_ source: String, _ text: String, _ count: Int) {
    let flow = flow(source)
    #expect(flow.text(0..<flow.utf8.count) == text)
    #expect(flow.spans.count { $0.style == .strikethrough } == count)
  }

  @Test(arguments: [
    "w1 *w1\nw2* w2  \nw3\\\nw4",
    "> w1\n>   w2\nw3\n> - w4\n>     w5\nw6",
    "[l1]: /u 'x\ny'\nw3 `w3\nw4  w4\n  w5` [w5\nw6](/u\n'w6\nw8') w8",
    "w1 <b\nclass=w2\n> w3\nw4 &copy; &amp; &nbsp;w4\nw5",
    "w1 [w1][l\n1] w2 [l 1] w2 ![w2\nw3](<a b>\n\"c\") w4\n\n[l 1]: u",
    "w1\rw2\r\nw3\nw4\r\rw6",
    "# w1\nw2\n===\nw4\n\n    w6\n    w7\n\n```\nw10\n```\n<div>w12\nw13\n</div>",
    "w1 \\`w1 ``w1 `\nw2`` w2 \\[w2](\nw3 \"w3\nw4\") w4\nw5",
    "| w1 | w1 |\n|---|---|\n| w3 | `w3` |",
    "* w1\n\n  w3\n  1. w4\n     w5\n     ***\n  w7",
    "w1 ~~w1\nw2~~ w2 **~~w2\nw3~~** w3",
    "> ``` w\n> w2\n>\n>   w4\n> ```\n\n---\n\nw9 <http://w9\n>w10",
    // A link whose text ends with a tag that runs over a line.
    "w1 [w1 <b\n\tc='w2'>](\n/u) w3\nw4",
    // Lines without the marks of all quotations and items: their `>` and white space are text, or in a link's tail.
    "1. > [a]: /u\n  > 'w2'\n  > w3 w3\n\n[w5 w5",
    "1. > w1 [w1](\n  > 'w2') w2\n  > w3",
    "> > w1 [](/u\n>   'b'\n>  ) w3 `w3\n>     w4` [w4\n> w5](/u) w5",
    "- 1. w1\\\n \t`w2 w2\n \t w3` w3 <b\n \tc=w4> w4",
    // What looks like a definition and is none, and one with a control character in its destination.
    "[a]: /w1(\nw2 w2", "[ ]: /w1\nw2 w2", "[a]: /u \"\\\"\nw2 w2", "[a]: /u '\\'\nv'\nw3 w3",
    "[a]: /u\u{1}v\nw2 w2 [a](w2\nw3",
    // What looks like an underline is indented as code is; the line after the heading looks like one as well.
    "w1\n\t-\nw3\n---\n===\nw6", "w1\n     ---\nw3\n---", "[a]: /u\n===\nw3\n===\nw5",
  ])
  func everyByteKnowsItsLine(_ text: String) {
    let document = MarkupDocument(parsing: SourceText(name: "n.md", text: text))
    var seen = 0
    for index in document.elements.indices {
      for word in words(of: document.flow(of: index)) {
        seen += 1
        #expect(word.named == word.line, "\(word) in \(text)")
        #expect(document.elements[index].lines.contains(word.line))
      }
    }
    #expect(seen > 1)
  }

  /// The words `w3` of a flow: the line they name and the line the flow says.
  private func words(of flow: FlowText) -> [(named: Int, line: Int)] {
    var words: [(Int, Int)] = []
    var index = 0
    while index < flow.utf8.count {
      var end = index + 1
      var number = 0
      if flow.utf8[index] == UInt8(ascii: "w") {
        while end < flow.utf8.count, (0x30...0x39).contains(flow.utf8[end]) {
          number = number * 10 + Int(flow.utf8[end] - 0x30)
          end += 1
        }
        if end > index + 1 { words.append((number, flow.line(at: index))) }
      }
      index = end
    }
    return words
  }
}
