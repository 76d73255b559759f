import Foundation
import TestSupport

/// Texts that try to become more than text: the public payloads, some of our own, and every joined special character.
enum HostileText {
  /// Of our own writing, for where the public suites are absent.
  static let own = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "x -->", "<![CDATA[ x",
    "</td></table>",
    "[x](javascript:alert(1))", "![x](http://x.example/x.gif)", "[x]: javascript:alert(1)",
    "[1]: javascript:alert(1)", "[1]", "[ ] x", "<https://x.example>", "https://x.example",
    "mail@x.example",
    "# x", "x\n===", "x\n---", "---", "***", "- x", "+ x", "* x", "1. x", "2) x", "> x", "```\nx",
    "~~~\nx", "    x",
    "\tx", "`x`", "``x", "*x*", "**x**", "_x_", "~~x~~", "| x | y |", "x | y\n--- | ---", "\\",
    "\\\\|", "x\\",
    "x  \ny", "x\n\ny", "x\r\ny", "\u{2028}x\u{2029}", "&lt;b&gt;", "&#60;b&#62;", "&amp;", "&copy",
    "@team #12",
    "**Root cause: pricing.** x", "x [3]", "{{x}}", "{{{x}}}", "\"", "'", "<", ">", "&", "[", "]",
    "!", "![", "](x)",
  ]

  /// The public payloads that are not blank, or nothing where they are absent.
  static let publicPayloads: [String] = {
    guard let bytes = try? Repository.payload("xss_payloads_16238.json"),
      let pairs = try? JSONDecoder().decode([[String]].self, from: Data(bytes))
    else { return [] }
    return pairs.compactMap(\.last).filter { !$0.allSatisfy(\.isWhitespace) }
  }()

  /// Each special character of HTML and Markdown with each code point that makes one Character of it and a quotation mark.
  ///
  /// To code that compares Characters, such a special character is not there.
  static let joined: [String] = {
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

  /// What a run takes: everything with `SECURITY_WHOLE=1` in the environment, else every 16th.
  static let chosen: [String] = {
    let step = ProcessInfo.processInfo.environment["SECURITY_WHOLE"] == "1" ? 1 : 16
    let all = publicPayloads + joined
    return own + stride(from: 0, to: all.count, by: step).map { all[$0] }
  }()

  /// The chosen texts, some to each post-mortem.
  static let batches: [ArraySlice<String>] = stride(from: 0, to: chosen.count, by: 50).map {
    chosen[$0..<min($0 + 50, chosen.count)]
  }
}
