import Evidence
import PostmortemModel
import Reporting
import Testing

@Suite("A page needs nothing but itself")
struct PageTests {
  private let reporter: Reporter

  init() throws { reporter = try Reporter() }

  private var page: [UInt8] {
    reporter.report(
      SampleAccount.postmortem, sources: [SampleAccount.note, SampleAccount.answers], as: .html)
  }

  @Test("The policy allows its one style sheet and nothing else")
  func policy() throws {
    let index = reporter.index([])
    for page in [page, index] {
      let policy = String(
        decoding: try #require(
          PageReading.piece(of: page, from: "content=\"default-src", to: "\"")),
        as: UTF8.self)
      let style = try #require(PageReading.piece(of: page, from: "<style>", to: "</style>"))
      #expect(
        policy
          == " 'none'; style-src '\(StyleDigest.source(of: style))'; base-uri 'none'; form-action 'none'"
      )
    }
  }

  @Test(
    "Digests are those of the standard",
    arguments: [
      (0, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      (55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
      (56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
      (64, "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="),
      (1000, "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
    ])
  func digest(count: Int, expected: String) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
    #expect(StyleDigest.source(of: bytes) == "sha256-\(expected)")
  }

  @Test("There is no script, no style attribute, no form, and nothing to load")
  func quiet() {
    let reading = PageReading(page)
    let names = Set(reading.tags.map { $0.dropFirst().prefix { $0.isLetter } })
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "form", "input", "object"]))
    #expect(reading.attributes["style"] == nil)
    #expect(reading.attributes["src"] == nil)
    #expect(reading.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
  }

  @Test("Headings go down one level at a time, from a single first one")
  func headings() {
    let levels = PageReading(page).tags.compactMap { tag -> Int? in
      guard tag.hasPrefix("<h") else { return nil }
      return tag.dropFirst(2).first?.wholeNumberValue
    }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test("Equal input gives equal bytes")
  func determinism() throws {
    #expect(page == page)
    let other = try Reporter()
    for format in ReportFormat.allCases {
      #expect(
        reporter.report(SampleAccount.postmortem, sources: [], as: format)
          == other.report(SampleAccount.postmortem, sources: [], as: format))
    }
  }

  @Test("JSON is the model's own")
  func json() {
    let model = SampleAccount.postmortem
    #expect(reporter.report(model, sources: [], as: .json) == PostmortemJSON.encode(model))
  }
}
