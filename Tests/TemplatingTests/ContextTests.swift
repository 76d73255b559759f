import Evidence
import Templating
import Testing

@Suite struct ContextTests {
  private static let shape = TemplateShape(
    "r", ["x": .text, "u": .url, "m": .trusted, "f": .flag, "items": .texts])

  @Test(arguments: [
    "<p title=\"{{x}}\" class='a {{x}}'>{{x}}{{{m}}}</p>",
    "<a href=\"{{u}}\">{{u}}</a><a href='#{{x}}'>",
    "<title>{{x}}</title><textarea>{{x}}</textarea><b>{{x}}</b>",
    "<details{{#f}} open{{/f}}><p>{{x}}",
    "<p{{#x}} title=\"{{.}}\"{{/x}} class=\"{{#f}}on {{/f}}{{x}}\">{{x}}",
    "<!-- {{x}} --><!doctype html><style>p > a { color: red }</style>{{{m}}}",
    "<script>if (a < b) {}</script>{{x}}<svg><rect width=\"{{x}}\"/></svg>{{{m}}}",
    "a < b {{x}}", "{{#items}}<li>{{.}}{{/items}}{{^items}}<p>{{/items}}{{x}}", "<!-->{{{m}}}",
    "<!---->{{{m}}}", "<br/>{{{m}}}", "<input value = \"{{x}}\" disabled>{{{m}}}",
  ])
  func valuesMayStandWhereEscapingHolds(_ template: String) {
    #expect(loadError(template, shape: Self.shape) == "loads")
  }

  @Test(arguments: [
    (
      "<script>var a = \"{{x}}\"</script>",
      "t.html:1:18: `x` stands inside <script>, where escaping does not help"
    ),
    ("<SCRIPT>{{{m}}}", "t.html:1:9: `m` stands inside <script>, where escaping does not help"),
    ("<style>{{x}}</style>", "t.html:1:8: `x` stands inside <style>, where escaping does not help"),
    (
      "<title>{{{m}}}</title>",
      "t.html:1:8: `m` stands inside <title>, where escaping does not help"
    ),
    (
      "<p onClick=\"f({{x}})\">",
      "t.html:1:15: `x` stands in the event handler `onclick`, where escaping does not help"
    ),
    (
      "<p style=\"width:{{x}}\">",
      "t.html:1:17: `x` stands in the attribute `style`, where escaping does not help"
    ),
    (
      "<p title={{x}}>", "t.html:1:10: `x` stands in the attribute `title` without quotes around it"
    ),
    (
      "<p title=a{{x}}>",
      "t.html:1:11: `x` stands in the attribute `title` without quotes around it"
    ),
    ("<{{x}}>", "t.html:1:2: `x` stands inside a tag; values may stand in quoted attributes only"),
    (
      "<p {{x}}>", "t.html:1:4: `x` stands inside a tag; values may stand in quoted attributes only"
    ),
    (
      "<a href=\"{{x}}\">",
      "t.html:1:10: `x` stands in the attribute `href`, which takes values of kind url only"
    ),
    (
      "<use xlink:href='{{x}}'>",
      "t.html:1:18: `x` stands in the attribute `href`, which takes values of kind url only"
    ),
    (
      "<img src=\"a{{u}}\">",
      "t.html:1:12: `u` stands in the attribute `src` after other text; a URL must be the whole address"
    ),
    (
      "<p title=\"{{{m}}}\">",
      "t.html:1:11: `m` stands inside a tag or a comment, where mark-up has no place"
    ),
    (
      "<!-- {{{m}}} -->",
      "t.html:1:6: `m` stands inside a tag or a comment, where mark-up has no place"
    ),
    ("<!doctype {{x}}>", "t.html:1:11: `x` stands inside a declaration"),
    (
      "<p{{#f}} on{{/f}}click=\"{{x}}\">",
      "t.html:1:25: `x` stands in an attribute whose name a section may change"
    ),
    (
      "{{#f}}<p title=\"{{/f}}\">",
      "t.html:1:1: the section `f` ends in another place of the mark-up than it starts in"
    ),
    (
      "a\n{{^f}}<script>{{/f}}{{x}}",
      "t.html:2:1: the section `f` ends in another place of the mark-up than it starts in"
    ),
    ("<p", "t.html:1:1: the template ends inside a tag"),
  ])
  func valuesMustNotStandWhereItDoesNot(_ template: String, _ message: String) {
    #expect(loadError(template, shape: Self.shape) == message)
  }

  @Test func includedTemplatesAreSeenInTheirPlace() {
    #expect(
      loadError("<script>{{>p}}</script>", partials: ["p": "\n{{x}}"], shape: Self.shape)
        == "p:2:1: `x` stands inside <script>, where escaping does not help")
  }

  @Test(arguments: [
    "# {{x}}\n\n- **{{x}}** [{{x}}]({{u}}) <{{u}}>\n", "a `code` {{x}}\n\n```\ncode\n```\n{{x}}",
    "<details>\n<summary>s</summary>\n\n{{x}}\n", "<!-- note -->\n{{x}}",
    "---\ntitle: x\n---\n{{x}}",
    "| {{x}} | {{#f}}yes{{/f}} |", "{{{m}}} `{{{m}}}`", "a <b>c</b> {{x}} \\` {{x}}",
  ])
  func markdownValuesMayStandInText(_ template: String) {
    #expect(loadError(template, named: "t.md", shape: Self.shape) == "loads")
  }

  @Test(arguments: [
    ("`{{x}}`", "t.md:1:2: `x` stands inside code, where escaping does not help"),
    ("```\n{{x}}\n```", "t.md:2:1: `x` stands inside code, where escaping does not help"),
    (
      "<p>\n{{x}}",
      "t.md:2:1: `x` stands inside an HTML block, where escaping does not help; end it with an empty line"
    ),
    (
      "<!--\n\n{{x}} -->",
      "t.md:3:1: `x` stands inside an HTML tag or comment, where escaping does not help"
    ),
    (
      "a <b title=\"{{x}}\">",
      "t.md:1:13: `x` stands inside an HTML tag or comment, where escaping does not help"
    ),
    ("<{{x}}>", "t.md:1:2: `x` stands right after `<`; only values of kind url may"),
    (
      "---\ntitle: {{x}}\n---\n",
      "t.md:2:8: `x` stands inside front matter, where escaping does not help"
    ),
    (
      "[a]({{x}})",
      "t.md:1:5: `x` stands inside a link's parentheses, which take a value of kind url and nothing before it"
    ),
    ("\\{{x}}", "t.md:1:2: `x` stands right after a backslash, which would undo its escaping"),
  ])
  func markdownValuesMustNotStandElsewhere(_ template: String, _ message: String) {
    #expect(loadError(template, named: "t.md", shape: Self.shape) == message)
  }

  @Test func addressesAreWrittenForTheirPlace() throws {
    let url = try #require(SafeURL("https://x.io/a b?c=1&copy;=(2)"))
    let shape = TemplateShape("r", ["u": .url])
    let set = try TemplateSet(
      [
        SourceText(name: "t.html", text: "<a href=\"{{u}}\">{{u}}</a>"),
        SourceText(name: "t.md", text: "[a]({{u}}) {{u}}"),
      ], root: ["t.html": shape, "t.md": shape])
    let value = TemplateRecord(shape, [.url(url)])
    let address = "https://x.io/a%20b?c=1&amp;copy;=%282%29"
    #expect(
      String(decoding: try set.render("t.html", value), as: UTF8.self)
        == "<a href=\"\(address)\">\(address)</a>")
    #expect(
      String(decoding: try set.render("t.md", value), as: UTF8.self)
        == "[a](\(address)) https\\://x.io/a%20b?c=1\\&copy;=%282%29")
  }
}
