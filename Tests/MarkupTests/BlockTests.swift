import Evidence
import Markup
import Testing

/// A note's elements as lines of text, indented by depth: kind, lines, flow.
func outline(_ text: String) -> [String] {
  let document = MarkupDocument(parsing: SourceText(name: "n.md", text: text))
  return document.elements.indices.dropFirst().map { index in
    let element = document.elements[index]
    var depth = 0
    var parent = element.parent
    while parent > 0 {
      depth += 1
      parent = document.elements[parent].parent
    }
    let flow = document.flow(of: index)
    let lines =
      element.lines.count == 1
      ? "\(element.lines.lowerBound)" : "\(element.lines.lowerBound)-\(element.lines.upperBound)"
    let words = flow.text(0..<flow.utf8.count).replacing("\n", with: "⏎")
    return String(repeating: "  ", count: depth) + "\(name(of: element.kind)) \(lines)"
      + (words.isEmpty ? "" : ": \(words)")
  }
}

private func name(of kind: MarkupDocument.Element.Kind) -> String {
  switch kind {
  case .document: "document"
  case .frontMatter: "front"
  case .heading(let level): "h\(level)"
  case .paragraph: "p"
  case .blockQuote: "quote"
  case .list(let ordered): ordered ? "ol" : "ul"
  case .item(.none): "li"
  case .item(.open): "li[ ]"
  case .item(.done): "li[x]"
  case .codeBlock(let info): info.isEmpty ? "code" : "code(\(info))"
  case .htmlBlock: "html"
  case .thematicBreak: "rule"
  case .table: "table"
  case .tableRow(let isHeader): isHeader ? "head" : "row"
  case .tableCell(let column): "cell\(column)"
  case .linkDefinition: "definition"
  }
}

@Suite struct BlockTests {
  @Test(arguments: [
    ("# One\ntwo\nthree\n\n## Four ##\n", ["h1 1: One", "p 2-3: two⏎three", "h2 5: Four"]),
    ("One\nmore\n===\nTwo\n---\ntext\n", ["h1 1-3: One⏎more", "h2 4-5: Two", "p 6: text"]),
    ("> a\n> b\nlazy\n>> c", ["quote 1-4", "  p 1-3: a⏎b⏎lazy", "  quote 4", "    p 4: c"]),
    (
      "1. a\n2. b\n\n   c\n- d",
      [
        "ol 1-4", "  li 1", "    p 1: a", "  li 2-4", "    p 2: b", "    p 4: c", "ul 5", "  li 5",
        "    p 5: d",
      ]
    ),
    ("```swift x\nlet a\n\nb\n```\nc", ["code(swift x) 1-5: let a⏎⏎b", "p 6: c"]),
    ("    a\n      b\n\n\nc", ["code 1-2: a⏎  b", "p 5: c"]),
    ("> ```\n> a\nb", ["quote 1-2", "  code 1-2: a", "p 3: b"]),
    (
      "<!-- a\nb -->\nc\n\n<div>\nd\n</div>\n\ne",
      [
        "html 1-2: <!-- a⏎b -->", "p 3: c", "html 5-7: <div>⏎d⏎</div>", "p 9: e",
      ]
    ),
    ("a\n\n***\nb", ["p 1: a", "rule 3", "p 4: b"]),
  ])
  func blocksStandOnTheirLines(_ text: String, _ expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    (
      "- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- x [ ] e",
      [
        "ul 1-5", "  li[ ] 1", "    p 1: a", "  li[x] 2", "    p 2: b", "  li[x] 3", "    p 3: c",
        "  li 4", "    p 4: [y] d", "  li 5", "    p 5: x [ ] e",
      ]
    ),
    ("- \\[ ] a", ["ul 1", "  li 1", "    p 1: [ ] a"]),
  ])
  func tasksHaveBoxes(_ text: String, _ expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("---\na: 1\nb: # x\n---\n# T", ["front 1-4: a: 1⏎b: # x", "h1 5: T"]),
    ("---\r\na: 1\r\n...\r\nT", ["front 1-3: a: 1", "p 4: T"]),
    ("---\na: 1\n\nb", ["rule 1", "p 2: a: 1", "p 4: b"]),
    ("a\n---\nb\n---\n", ["h2 1-2: a", "h2 3-4: b"]),
    ("---\n---\nx", ["front 1-2", "p 3: x"]),
  ])
  func frontMatterIsClosedOrNone(_ text: String, _ expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    (
      "[a]: /u \"t\"\n[b]:\n/v\ntext [a]",
      [
        "definition 1: [a]: /u \"t\"", "definition 2-3: [b]:⏎/v", "p 4: text a",
      ]
    ),
    (
      "x\n\n[a]: /u\n\n> [b]: /v\n",
      ["p 1: x", "definition 3: [a]: /u", "quote 5", "  definition 5: [b]: /v"]
    ),
    (
      "- [b]: /v\n-\n- c",
      [
        "ul 1-3", "  li 1", "    definition 1: [b]: /v", "  li 2", "  li 3", "    p 3: c",
      ]
    ),
  ])
  func definitionsAreKept(_ text: String, _ expected: [String]) {
    #expect(outline(text) == expected)
  }
}
