import Evidence
import Templating
import TestSupport
import Testing

/// The official specification's own cases (github.com/mustache/spec), in a set without shapes.
///
/// Not supported, and an error when a template is loaded: `~dynamic-names` and `~lambdas`, which let data decide what a
/// template does.
@Suite(.enabled(if: Repository.payloads != nil))
struct MustacheSpecTests {
  @Test(arguments: SpecFile.cases("comments")) func comments(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: SpecFile.cases("delimiters")) func delimiters(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: SpecFile.cases("interpolation")) func interpolation(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: SpecFile.cases("inverted")) func inverted(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: SpecFile.cases("partials")) func partials(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: SpecFile.cases("sections")) func sections(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: SpecFile.cases("~inheritance")) func inheritance(_ spec: SpecCase) throws {
    try check(spec)
  }

  @Test(arguments: [
    ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22), ("partials", 12),
    ("sections", 34), ("~inheritance", 27),
  ])
  func everyCaseIsRead(_ file: String, _ count: Int) {
    #expect(SpecFile.cases(file).count == count)
  }

  private func check(_ spec: SpecCase) throws {
    let sources = [("main.html", spec.template)] + spec.partials
    let set = try TemplateSet(sources.map { SourceText(name: $0, text: $1) }, root: nil) { _ in
      .html
    }
    let output = try set.renderLoosely("main.html", spec.data)
    #expect(String(decoding: output, as: UTF8.self) == spec.expected)
  }
}
