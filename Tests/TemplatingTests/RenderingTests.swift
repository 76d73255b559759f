import Evidence
import Templating
import Testing

@Suite struct RenderingTests {
  private static let cause = TemplateShape("cause", ["title": .text, "quotes": .texts])
  private static let report = TemplateShape(
    "report", ["account": .text, "causes": .list(of: cause), "isDraft": .flag])

  private static let value = TemplateRecord(
    report,
    [
      .text("Acme & Sons"),
      .list([
        .record(TemplateRecord(cause, [.text("Gap"), .list([.text("no <SSO>"), .text("slow")])])),
        .record(TemplateRecord(cause, [.text("Price"), .list([])])),
      ]),
      .flag(true),
    ])

  @Test func aReportIsRendered() throws {
    let set = try TemplateSet(
      [
        SourceText(
          name: "report.html.mustache",
          text: """
            <h1>{{account}}</h1>{{#isDraft}} draft{{/isDraft}}
            <ul>
              {{#causes}}
              {{>cause}}
              {{/causes}}
            </ul>

            """),
        SourceText(
          name: "cause.mustache",
          text: """
            <li>{{title}} of {{account}}
            {{#quotes}}
              <q>{{.}}</q>
            {{/quotes}}
            {{^quotes}}
              nothing said
            {{/quotes}}
            </li>

            """),
      ], root: ["report.html.mustache": Self.report])
    let output = try set.render("report.html.mustache", Self.value)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        <h1>Acme &amp; Sons</h1> draft
        <ul>
          <li>Gap of Acme &amp; Sons
            <q>no &lt;SSO&gt;</q>
            <q>slow</q>
          </li>
          <li>Price of Acme &amp; Sons
            nothing said
          </li>
        </ul>

        """)
  }
}
