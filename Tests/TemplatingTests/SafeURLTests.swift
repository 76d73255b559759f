import Templating
import Testing

@Suite struct SafeURLTests {
  @Test(arguments: [
    ("https://x.io", "https://x.io"), ("HTTP://x.io/a?b#c", "HTTP://x.io/a?b#c"),
    ("mailto:a@b.io", "mailto:a@b.io"), ("#part-2", "#part-2"),
    (" \u{1}\n https://x.io \t", "https://x.io"), ("ht\ntps:/\t/x.io", "https://x.io"),
    ("https://x.io/a\"b'c<d>e\\f`g h", "https://x.io/a%22b%27c%3Cd%3Ee%5Cf%60g%20h"),
    ("https://x.io/é", "https://x.io/%C3%A9"), ("https://x.io/%20", "https://x.io/%20"),
  ])
  func allowedAddressesAreCleaned(_ text: String, _ expected: String) throws {
    let url = try #require(SafeURL(text))
    #expect(String(decoding: url.utf8, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:x",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//x.io", "/path", "path", "",
    "https:x",
    "https://", "https:///x", "mailto:", "ftp://x.io", "&#106;avascript:x", "https\u{301}://x.io",
  ])
  func allOthersAreRefused(_ text: String) {
    #expect(SafeURL(text) == nil)
  }
}
