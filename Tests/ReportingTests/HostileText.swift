import Evidence
import Foundation
import PostmortemModel
import TestSupport

/// Text that tries to be more than text.
enum HostileText {
  /// A few of each kind.
  static let samples = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)",
    "\"\u{301} onmouseover=alert(1) x=\"", "</style><script>alert(1)</script>", "<!-- -->", "]]>",
    "{{title}} {{{style}}} {{>evidence.html}}", "[a](javascript:alert(1))",
    "![x](http://example.com/x.gif)", "<http://example.com>", "http://example.com/?a=b&c=d",
    "www.example.com", "# heading", "- item", "+ item", "1. item", "1) item", "| a | b |",
    "| --- | --- |", "---", "===", "***", "```", "~~~ swift", "> quote", "&amp; &lt; &#35; &copy;",
    "<Jane Doe>", "[12]", "[ ] task", "[x]: http://example.com", "back\\slash\\",
    "_a_ *b* **c** ~~d~~ `e`", "snake_case_name", "two\n\n# lines", "a\r\nb\tc", "    code", "!",
    "**bold:** text", "\u{202e}abc", "\u{1b}[31mred", "\u{2028}line", "@team #12", "a|b\\|c",
    "1", "Undated", "",
  ]

  /// The lines of the public list of naughty strings.
  static func naughty() throws -> [String] {
    let bytes = try Repository.payload("blns/blns.json")
    return try JSONDecoder().decode([String].self, from: Data(bytes))
  }

  /// The sample account with every free text replaced by `text`.
  static func postmortem(saying text: String) throws -> Postmortem {
    let json = Data(PostmortemJSON.encode(SampleAccount.postmortem))
    let changed = replace(try JSONSerialization.jsonObject(with: json), by: text, key: "")
    let data = try JSONSerialization.data(withJSONObject: changed)
    return try PostmortemJSON.decode(SourceText(name: "changed.json", bytes: [UInt8](data)))
  }

  /// Keys whose values come from a vocabulary, are dates, or tie evidence to its source.
  private static let fixed: Set<String> = [
    "category", "controllable", "department", "journey_stage", "kind", "outcome", "stage",
    "likelihood", "date", "due", "start_date", "notice_date", "renewal_date", "churn_date",
    "revisit_on", "identified_on", "closed_on", "source", "file",
  ]

  private static func replace(_ value: Any, by text: String, key: String) -> Any {
    switch value {
    case let object as [String: Any]:
      return Dictionary(
        uniqueKeysWithValues: object.map { ($0.key, replace($0.value, by: text, key: $0.key)) })
    case let list as [Any]: return list.map { replace($0, by: text, key: key) }
    case is String where !fixed.contains(key): return text
    default: return value
    }
  }
}
