import Evidence
import Markup
import PostmortemModel
import Reporting
import TestSupport
import Testing

/// A report on hostile text has the elements of one on harmless words, and in them the texts as they were given.
@Suite("Text from a note stays text")
struct HostileReportTests {
  private let reporter: Reporter

  init() throws { reporter = try Reporter() }

  @Test("Texts of our own")
  func own() { for text in HostileText.own { check([text]) } }

  @Test("Texts of our own, together")
  func ownTogether() { check(HostileText.own) }

  @Test("Special characters joined to marks", arguments: HostileText.batches(HostileText.joined))
  func joined(texts: [String]) { check(texts) }

  @Test(
    "Public payloads",
    .enabled(if: Repository.payloads != nil, "the public payloads are absent (PAYLOADS)"),
    arguments: HostileText.batches(HostileText.publicTexts))
  func publicTexts(texts: [String]) { check(texts) }

  /// Holds that `texts` are no more than text in either report; names those that are more by themselves.
  private func check(_ texts: [String]) {
    let differences = differences(texts)
    guard !differences.isEmpty else { return }
    let guilty = texts.filter { !self.differences([$0]).isEmpty }
    let names = guilty.prefix(5).map(\.debugDescription).joined(separator: ", ")
    Issue.record("\(differences.joined(separator: "\n")), by \(guilty.count) texts: \(names)")
  }

  /// What is different in the reports from those on as many harmless words.
  private func differences(_ texts: [String]) -> [String] {
    let names = texts.indices.map { "zq\($0)qz" }
    return draftDifferences(texts, names) + pageDifferences(texts, names)
  }

  private func draftDifferences(_ texts: [String], _ names: [String]) -> [String] {
    let hostile = DraftOutline(report(texts, .markdown))
    let harmless = DraftOutline(report(names, .markdown))
    var expected = harmless.text
    for (name, text) in zip(names, texts) {
      expected = expected.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: DraftOutline.collapsed(HostileText.shown(text)))
    }
    var differences: [String] = []
    if hostile.blocks != harmless.blocks { differences.append("other blocks in the draft") }
    if hostile.inlines != harmless.inlines { differences.append("other inlines in the draft") }
    if hostile.text != DraftOutline.collapsed(expected) {
      differences.append("other text in the draft")
    }
    return differences
  }

  private func pageDifferences(_ texts: [String], _ names: [String]) -> [String] {
    let hostile = PageReading(withoutDrawing(report(texts, .html)))
    let harmless = PageReading(withoutDrawing(report(names, .html)))
    var differences: [String] = []
    if hostile.tags != harmless.tags { differences.append("other elements in the page") }
    if hostile.attributes["href"] != harmless.attributes["href"] {
      differences.append("other links in the page")
    }
    return differences
  }

  private func report(_ texts: [String], _ format: ReportFormat) -> [UInt8] {
    reporter.report(HostilePostmortem(texts).model, sources: [], as: format)
  }

  /// A page without its timeline's drawing, of which the words decide how many labels fit; the drawing by itself is
  /// held to the elements that drawings have.
  private func withoutDrawing(_ page: [UInt8]) -> [UInt8] {
    guard let drawing = PageReading.piece(of: page, from: "<div class=\"chart\">", to: "</div>")
    else { return page }
    let kinds = Set(PageReading(drawing).tags.map { $0.prefix { $0 != " " && $0 != ">" } })
    let allowed: Set<Substring> = [
      "<svg", "</svg", "<line", "<text", "</text", "<rect", "<polyline", "<circle", "<line/",
      "<rect/", "<polyline/", "<circle/",
    ]
    #expect(kinds.isSubset(of: allowed))
    return PageReading.removing(drawing, from: page)
  }
}

/// What a parser makes of a draft.
private struct DraftOutline {
  /// Each element, with its depth.
  var blocks: [String] = []
  /// How often each style of inline mark-up occurs.
  var inlines: [String: Int] = [:]
  /// All text, each run of white space as one space.
  var text = ""

  init(_ markdown: [UInt8]) {
    let document = MarkupDocument(parsing: SourceText(name: "draft.md", bytes: markdown))
    var depths: [Int] = []
    var runs: [String] = []
    for (index, element) in document.elements.enumerated() {
      depths.append(element.parent < 0 ? 0 : depths[element.parent] + 1)
      blocks.append("\(depths[index]) \(element.kind)")
      let flow = document.flow(of: index)
      runs.append(String(decoding: flow.utf8, as: UTF8.self))
      for span in flow.spans { inlines["\(span.style)", default: 0] += 1 }
    }
    text = Self.collapsed(runs.joined(separator: " "))
  }

  static func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}
