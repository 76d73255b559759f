import Templating
import Testing

/// The language, case by case; the official specification's cases come on top where they are there.
@Suite struct LanguageTests {
  private static let data = record([
    "name": .text("Ann & Bo"), "empty": .text(""), "yes": .flag(true), "no": .flag(false),
    "none": .absent, "items": .list([.text("a"), .text("b")]), "nothing": .list([]),
    "person": record(["name": .text("Kim"), "role": record(["title": .text("CTO")])]),
    "people": .list([
      record(["name": .text("Ines"), "tags": .list([.text("x")])]),
      record(["name": .text("Jo"), "tags": .list([])]),
    ]),
  ])

  @Test(arguments: [
    ("{{name}}", "Ann &amp; Bo"),
    ("{{{name}}} {{&name}}", "Ann & Bo Ann & Bo"),
    ("{{ name }}", "Ann &amp; Bo"),
    ("[{{none}}{{missing}}{{person.missing}}{{missing.name}}]", "[]"),
    ("{{person.role.title}}", "CTO"),
    ("{{#person}}{{name}} {{role.title}} {{#yes}}!{{/yes}}{{/person}}", "Kim CTO !"),
    ("{{#items}}<{{.}}>{{/items}}", "<a><b>"),
    (
      "{{#people}}{{name}}:{{#tags}}{{.}}{{name}}{{/tags}}{{^tags}}-{{/tags}} {{/people}}",
      "Ines:xInes Jo:- "
    ),
    ("{{#no}}a{{/no}}{{#none}}b{{/none}}{{#nothing}}c{{/nothing}}{{#empty}}d{{/empty}}", ""),
    ("{{^no}}a{{/no}}{{^none}}b{{/none}}{{^nothing}}c{{/nothing}}{{^empty}}d{{/empty}}", "abcd"),
    ("{{#name}}{{.}}{{/name}}", "Ann &amp; Bo"),
    ("a{{! not\nshown }}b", "ab"),
    ("{{=<% %>=}}<%name%> {{name}}<%={{ }}=%> {{yes}}", "Ann &amp; Bo {{name}} true"),
    ("{ {{items}} } }}", "{  } }}"),
  ])
  func tagsMeanWhatMustacheSays(_ template: String, _ expected: String) throws {
    #expect(try renderLoosely(template, Self.data) == expected)
  }

  @Test(arguments: [
    ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
    ("a\r\n  {{#yes}}  \r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
    ("a\n{{! c }}\n{{=| |=}}\nb", "a\nb"),
    ("{{#yes}}\nb\n  {{/yes}}", "b\n"),
    (" {{#yes}}x{{/yes}} \n", " x \n"),
    ("{{#yes}}{{#yes}}\nx{{/yes}}{{/yes}}", "\nx"),
    ("  {{name}}\n", "  Ann &amp; Bo\n"),
  ])
  func aTagAloneOnItsLineLeavesNoLine(_ template: String, _ expected: String) throws {
    #expect(try renderLoosely(template, Self.data) == expected)
  }

  @Test(arguments: [
    ("[{{>p}}]", "x\ny", "[x\ny]"),
    ("  {{>p}}\nz", "x\ny\n", "  x\n  y\nz"),
    ("  {{>p}}\n", "{{#items}}\n- {{.}}\n{{/items}}\n", "  - a\n  - b\n"),
    ("  {{>p}}\n", "x\n\ny\n", "  x\n\n  y\n"),
    ("  {{>p}}\n", "{{{lines}}}\n", "  1\n2\n"),
    ("{{>missing}}", "", ""),
  ])
  func anIncludedTemplateIsIndentedLikeItsTag(
    _ template: String, _ partial: String, _ expected: String
  ) throws {
    let data = record(["items": .list([.text("a"), .text("b")]), "lines": .text("1\n2")])
    #expect(try renderLoosely(template, data, partials: ["p": partial]) == expected)
  }

  @Test func indentationAddsUp() throws {
    let output = try renderLoosely(
      " {{>a}}\n", record([:]), partials: ["a": "a\n {{>b}}\n", "b": "b\nb\n"])
    #expect(output == " a\n  b\n  b\n")
  }

  @Test(arguments: [
    ("{{<p}}{{/p}}", "<{{$t}}default{{/t}}>", "<default>"),
    ("{{<p}}ignored {{$t}}mine{{/t}}{{/p}}", "<{{$t}}default{{/t}}>", "<mine>"),
    ("{{<p}}{{$t}}{{name}}{{/t}}{{/p}}", "{{#who}}{{$t}}{{/t}}{{/who}}", "Kim"),
    ("{{<p}}{{$t}}a{{$t}}b{{/t}}{{/t}}{{/p}}", "{{$t}}{{/t}}", "ab"),
    (
      "{{<p}}\n{{$t}}\n  one\n  two\n{{/t}}\n{{/p}}\n", "<p>\n    {{$t}}\n    {{/t}}\n</p>\n",
      "<p>\n    one\n    two\n</p>\n"
    ),
    ("{{<p}}\n{{$t}}\none\n{{/t}}\n{{/p}}\n", "{{$t}}\n  default\n{{/t}}\n", "  one\n"),
    ("{{<p}}{{/p}}", "{{$t}}\n  default\n{{/t}}\n", "  default\n"),
  ])
  func blocksReplaceWhatAParentLeavesOpen(
    _ template: String, _ parent: String, _ expected: String
  ) throws {
    let data = record(["name": .text("Ann"), "who": record(["name": .text("Kim")])])
    #expect(try renderLoosely(template, data, partials: ["p": parent]) == expected)
  }

  @Test func theOutermostTemplateDecidesABlock() throws {
    let output = try renderLoosely(
      "{{<middle}}{{$t}}outer{{/t}}{{/middle}}", record([:]),
      partials: ["middle": "{{<base}}{{$t}}middle{{/t}}{{/base}}", "base": "{{$t}}base{{/t}}"])
    #expect(output == "outer")
  }

  @Test func aTemplateMayIncludeItselfWhereDataEndsIt() throws {
    let leaf = record(["n": .text("2"), "next": .list([])])
    let output = try renderLoosely(
      "{{>p}}", record(["n": .text("1"), "next": .list([leaf])]),
      partials: ["p": "{{n}}({{#next}}{{>p}}{{/next}})"])
    #expect(output == "1(2())")
  }

  @Test func endlessInclusionIsAnError() {
    #expect(throws: TemplateError.self) {
      try renderLoosely("{{>p}}", record([:]), partials: ["p": "x{{>p}}"])
    }
  }

  @Test func dataIsNeverReadAsATemplate() throws {
    let data = record(["x": .text("{{y}} {{>p}}"), "y": .text("no")])
    #expect(try renderLoosely("{{x}} {{{x}}}", data) == "{{y}} {{&gt;p}} {{y}} {{>p}}")
  }
}
