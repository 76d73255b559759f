import Foundation

/// Texts that try to become more than text.
public enum HostileText {
  /// Of our own writing, a few of each kind.
  public static let own = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)",
    "\"\u{301} onmouseover=alert(1) x=\"", "</style><script>alert(1)</script>", "<!-- x", "x -->",
    "<![CDATA[ x", "]]>", "</td></table>", "{{title}} {{{style}}} {{>evidence.html}}", "{{{x}}}",
    "[x](javascript:alert(1))", "![x](http://x.example/x.gif)", "[x]: javascript:alert(1)",
    "[1]: javascript:alert(1)", "[1]", "[12]", "x [3]", "[ ] x", "[x] x", "[X]", "[ ]",
    "\n[ ] x", "<https://x.example>", "https://x.example/?a=b&c=d", "www.example.com",
    "mail@x.example", "<Jane Doe>", "# x", "x\n===", "===", "x\n---", "---", "***", "- x", "+ x",
    "* x", "1. x", "2) x", "1", "> x", "```\nx", "```", "~~~ swift", "    x", "\n    x", "\n# x",
    "\tx", "\u{2028}    x", "\u{a0}x\u{a0}", "\u{3000}# x", "\u{1680}x\u{202f}",
    "\u{2003}x\u{205f}", "\u{85}x", "\u{feff}# x", "\u{b}\u{c}x", "`x`", "``x",
    "_a_ *b* **c** ~~d~~ `e`",
    "snake_case_name", "**bold:** text", "**Root cause: pricing.** x", "~~x~~", "| x | y |",
    "x | y\n--- | ---", "| --- | --- |", "a|b\\|c", "\\", "\\\\|", "back\\slash\\", "x  \ny",
    "x\n\ny", "x\r\ny\tz", "\r\nx\r", "\u{2028}x\u{2029}", "x \u{2028}", "&lt;b&gt;", "&#60;b&#62;",
    "&amp; &copy;", "&copy", "@team #12", "\u{202e}abc\u{202c}", "\u{1b}[31mred",
    "\u{0}\u{7f}\u{9b}",
    "Undated", "\"", "'", "<", ">", "&", "[", "]", "!", "![", "](x)",
  ]

  /// The public payloads and the public list of naughty strings, each once, but blank ones; nothing where they are absent.
  ///
  /// Once, because what is said twice may be merged in a report, and then it has fewer elements than on different words.
  public static let publicTexts: [String] = {
    guard let payloads = try? Repository.payload("xss_payloads_16238.json"),
      let pairs = try? JSONDecoder().decode([[String]].self, from: Data(payloads)),
      let list = try? Repository.payload("blns/blns.json"),
      let naughty = try? JSONDecoder().decode([String].self, from: Data(list))
    else { return [] }
    var seen: Set<[UInt8]> = []
    return (pairs.compactMap(\.last) + naughty).filter { text in
      seen.insert(Array(text.utf8)).inserted
        && !text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
  }()

  /// Each special character of HTML and Markdown with each code point that makes one Character of it and a quotation mark.
  ///
  /// To code that compares Characters, such a special character is not there.
  public static let joined: [String] = {
    let marks = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      mark in
      var text = "\""
      text.unicodeScalars.append(mark)
      return text.count == 1
    }
    return ["\"", "'", "<b>", "&lt;", "[x](y)", "*x*", "`x`", "|"].flatMap { special in
      marks.map { mark in
        var text = String.UnicodeScalarView()
        for scalar in special.unicodeScalars {
          text.append(scalar)
          text.append(mark)
        }
        return String(text)
      }
    }
  }()

  /// Some of the texts, so many at a time: all with `SECURITY_WHOLE=1` in the environment, else every 16th.
  public static func batches(_ texts: [String]) -> [[String]] {
    let step = ProcessInfo.processInfo.environment["SECURITY_WHOLE"] == "1" ? 1 : 16
    let chosen = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
    return stride(from: 0, to: chosen.count, by: 50).map {
      Array(chosen[$0..<min($0 + 50, chosen.count)])
    }
  }

  /// What a reader is shown in place of a text: controls as marked escapes, on a page those that HTML forbids as U+FFFD.
  public static func shown(_ text: String, isPage: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0B where !isPage, 0x09, 0x0A, 0x0C, 0x0D:
        result.append(scalar)
      case 0x00...0x1F where isPage:
        result.append("\u{FFFD}")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }
}
