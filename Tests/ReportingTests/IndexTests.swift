import PostmortemModel
import Reporting
import Testing

@Suite("The page of a folder")
struct IndexTests {
  @Test("It leads to every report and says which notes gave none")
  func entries() throws {
    let page = PageReading(
      try Reporter().index([
        IndexEntry(postmortem: SampleAccount.postmortem, link: "reports/halden-marine.html"),
        IndexEntry(postmortem: Postmortem(id: "unknown"), link: "reports/unknown.html"),
        IndexEntry(failed: "broken.md", because: "It cannot be read."),
      ]))
    #expect(
      page.attributes["href"] == ["./reports/halden-marine.html", "./reports/unknown.html"])
    for text in [
      "2 reports, 1 note without", "Halden Marine Supply", "Product quality", "30 June 2025",
      "$84,000", "unknown", "Not known", "broken.md", "It cannot be read.",
    ] {
      #expect(page.text.contains(text))
    }
  }

  @Test(
    "A link is a path below the page and nothing else",
    arguments: [
      ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
      ("a b/\"<x>.html", "./a%20b/%22%3Cx%3E.html"), ("ä.html", "./%C3%A4.html"),
    ])
  func links(path: String, address: String) throws {
    let page = PageReading(
      try Reporter().index([IndexEntry(postmortem: Postmortem(id: "x"), link: path)]))
    #expect(page.attributes["href"] == [address])
  }

  @Test("An empty folder has a page too")
  func empty() throws {
    #expect(PageReading(try Reporter().index([])).text.contains("0 reports"))
  }
}
