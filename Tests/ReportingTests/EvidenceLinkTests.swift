import Evidence
import PostmortemModel
import Reporting
import TestSupport
import Testing

@Suite("Every statement leads to its lines")
struct EvidenceLinkTests {
  private let reporter: Reporter
  private let both = [SampleAccount.note, SampleAccount.answers]

  init() throws { reporter = try Reporter() }

  @Test("Every link has its target, and no two ids are alike", arguments: 0...3)
  func targets(sourceCount: Int) {
    var sources = Array(both.prefix(sourceCount))
    if sourceCount == 3 { sources.append(SourceText(name: "other.md", text: "One\nTwo\n")) }
    var model = SampleAccount.postmortem
    model.quotes[0].evidence += [
      Excerpt(source: "elsewhere.md", line: 3, endLine: 4, quote: "from a file not at hand"),
      Excerpt(source: SampleAccount.note.name, line: 900, endLine: 900, quote: "no such line"),
    ]
    let page = PageReading(reporter.report(model, sources: sources, as: .html))
    let ids = page.attributes["id"] ?? []
    #expect(Set(ids).count == ids.count)
    let links = page.attributes["href"] ?? []
    #expect(links.count > 100)
    for link in links {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test("A link names its lines, also to those who do not see it")
  func names() {
    let page = PageReading(
      reporter.report(SampleAccount.postmortem, sources: both, as: .html))
    let names = page.attributes["aria-label"] ?? []
    #expect(names.contains("Lines 22–23 of the notes"))
    #expect(names.contains("Line A3 of the answers"))
  }

  @Test("The draft quotes every passage that it names, once")
  func draft() throws {
    let draft = String(
      decoding: reporter.report(SampleAccount.postmortem, sources: [], as: .markdown),
      as: UTF8.self)
    let parts = draft.split(separator: "## Evidence")
    try #require(parts.count == 2)
    let named = Set(labels(in: parts[0]))
    let quoted = parts[1].split(separator: "\n").filter { $0.hasPrefix("- [") }
      .compactMap { labels(in: $0).first }
    #expect(Set(quoted).count == quoted.count)
    #expect(Set(quoted) == named)
    #expect(named.isSuperset(of: ["22", "22b", "22-23", "A3"]))
  }

  @Test("All visible characters of the note are in the page, line by line")
  func conservation() {
    let together = HostileText.own.joined(separator: "\n\n")
    for note in [SampleAccount.note] + (HostileText.own + [together]).map(Self.note) {
      let page = reporter.report(
        Postmortem(id: "note"), sources: [note], as: .html)
      let listing = PageReading.piece(of: page, from: "<ol class=\"lines\">\n", to: "</ol>")
      let shown = PageReading(listing ?? []).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      let lines = (1...note.lineCount).map { line in
        HostileText.shown(note.text(note.range(ofLine: line)), isPage: true)
      }
      #expect(shown.dropLast().map { Self.visible(String($0)) } == lines.map(Self.visible))
    }
  }

  @Test("Of a form export only the header and this account's lines are shown")
  func export() {
    let export = SourceText(name: "form.csv", text: "account,why\nHalden,price\nSecret,budget\n")
    var model = SampleAccount.postmortem
    model.quotes[0].evidence = [
      Excerpt(source: "form.csv", line: 2, endLine: 2, quote: "price")
    ]
    let page = PageReading(
      reporter.report(model, sources: [SampleAccount.note, export], as: .html))
    #expect(page.text.contains("account,why"))
    #expect(page.text.contains("Halden,price"))
    #expect(!page.text.contains("Secret"))
  }

  private static func note(_ text: String) -> SourceText { SourceText(name: "n.md", text: text) }

  /// Text without its white space.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(String.init).joined()
  }

  /// The unescaped brackets of Markdown text that hold a label.
  private func labels(in text: some StringProtocol) -> [String] {
    text.split(separator: "[").dropFirst().compactMap { piece in
      guard let end = piece.firstIndex(of: "]") else { return nil }
      let label = piece[..<end]
      return label.contains(where: \.isNumber) && !label.contains(" ") ? String(label) : nil
    }
  }
}
