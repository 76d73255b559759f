import Evidence
import PostmortemModel
import Reporting
import Templating
import Testing

@Suite("Templates can be replaced one by one")
struct OverrideTests {
  private func page(_ overrides: SourceText...) throws -> String {
    let reporter = try Reporter(overrides: overrides)
    return String(
      decoding: reporter.report(SampleAccount.postmortem, sources: [], as: .html), as: UTF8.self)
  }

  @Test("A theme alone")
  func theme() throws {
    let page = try page(SourceText(name: "theme.css", text: ":root { --page: hotpink; }\n"))
    #expect(page.contains("--page: hotpink"))
    #expect(!page.contains("#f4f5f7"))
    #expect(page.contains("Halden Marine Supply"))
  }

  @Test("A block alone")
  func block() throws {
    let page = try page(
      SourceText(
        name: "report.html.mustache",
        text: """
          {{<report-page.html}}
          {{$footer}}
          <footer><p>Confidential: {{title}}</p></footer>
          {{/footer}}
          {{/report-page.html}}
          """))
    #expect(page.contains("<footer><p>Confidential: Halden Marine Supply</p></footer>"))
    #expect(!page.contains("Each small number"))
    #expect(page.contains("id=\"actions\""))
  }

  @Test("A part alone")
  func part() throws {
    let page = try page(
      SourceText(
        name: "quotes.html.mustache",
        text: "{{#quotes}}\n{{#items}}\n<p>Said: {{text}}</p>\n{{/items}}\n{{/quotes}}\n"))
    #expect(page.contains("<p>Said: Honestly, the budget"))
    #expect(!page.contains("<blockquote>"))
  }

  @Test("A misspelt name is told with its place and the name that was meant")
  func misspelt() {
    let template = SourceText(
      name: "report.md.mustache", text: "# {{title}}\n{{#signals}}\n{{itmes}}\n{{/signals}}\n")
    let error = #expect(throws: TemplateError.self) { try Reporter(overrides: [template]) }
    #expect(error?.position == SourcePosition(line: 3, column: 1))
    #expect(error?.message.contains("items") == true)
  }

  @Test("A style sheet cannot leave its element")
  func style() {
    let sheet = SourceText(name: "theme.css", text: "p {}</style><script>alert(1)</script>")
    #expect(throws: TemplateError.self) { try Reporter(overrides: [sheet]) }
  }

  @Test("The built-in templates are there to copy, each under one name")
  func builtIn() {
    let names = Reporter.templates.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(
      Set(names).isSuperset(of: [
        "report.html.mustache", "report.md.mustache", "index.html.mustache", "theme.css",
        "report.css",
      ]))
  }
}
