import Language

/// Finds names by their capitals.
enum ProperNames {
  /// Words that may stand inside a name without a capital.
  private static let joiners: Set<String> = [
    "&", "of", "de", "der", "den", "van", "von", "and", "du", "la", "le", "y", "da", "di", "del",
    "'", "’", "-", "–", ".", "+",
  ]
  /// Words that begin sentences, or carry capitals, and name nobody.
  static let common: Set<String> = [
    "the", "a", "an", "i", "we", "he", "she", "they", "it", "you", "our", "his", "her", "their",
    "my", "your", "its", "this", "that", "these", "those",
    "there", "then", "so", "but", "and", "or", "nor", "if", "when", "while", "what", "who", "why",
    "how", "where", "which", "for", "from", "to", "in",
    "on", "at", "by", "with", "without", "no", "not", "yes", "nope", "nah", "yeah", "ok", "okay",
    "well", "now", "after", "before", "since", "because",
    "as", "once", "only", "just", "also", "even", "still", "never", "nothing", "nobody", "everyone",
    "everything", "somebody", "someone", "one", "two", "three", "both",
    "each", "every", "all", "some", "any", "most", "more", "less", "first", "second", "third",
    "last", "next", "another", "other", "same", "said", "says",
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
    "jul", "july", "aug", "august", "sep", "sept",
    "september", "oct", "october", "nov", "november", "dec", "december", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday",
    "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "q1", "q2",
    "q3", "q4", "h1", "h2", "fy", "christmas", "easter", "xmas", "thanksgiving",
    "arr", "mrr", "acv", "csm", "ae", "ceo", "cfo", "coo", "cto", "cio", "ciso", "vp", "hr", "it",
    "qbr", "ebr", "nps", "csat", "roi", "kpi", "sso", "api", "crm", "erp",
    "sla", "faq", "pdf", "csv", "excel", "eur", "usd", "gbp", "chf", "pm", "am", "uk", "us", "usa",
    "eu", "q", "english", "german", "french", "spanish", "dutch", "italian",
    "european", "american", "british", "support", "product", "sales", "finance", "engineering",
    "marketing", "legal", "security", "leadership", "implementation", "onboarding",
    "customer", "success", "account", "exit", "call", "interview", "notes", "note", "renewal",
    "contract", "notice", "zoom", "teams", "slack", "email", "mail", "phone",
    "internal", "re", "fw", "fwd", "hi", "hello", "dear", "thanks", "thank", "regards", "cheers",
    "best", "kind", "please", "sorry", "maybe", "perhaps", "apparently", "honestly",
    "tbh", "fyi", "todo", "action", "actions", "lesson", "lessons", "spreadsheet", "spreadsheets",
    "paper", "none", "ticket", "tickets", "board", "chair", "director", "manager", "head",
    "let", "ask", "asked", "told", "tell", "got", "get", "go", "went", "gone", "did", "do", "does",
    "don't", "didn't", "is", "was", "were", "are", "be", "been", "has", "had", "have", "can",
    "could", "would", "should", "will", "must",
    "i'm", "i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "they're", "they've", "they'd",
    "it's", "that's", "there's", "he's", "she's", "you're", "isn't", "wasn't", "whoever",
    "whatever", "until", "by", "about", "than", "too", "very", "really", "out", "up", "down",
    "over", "back", "off", "our",
  ]

  /// Runs of words with capitals in a range of tokens, with what joins them.
  static func runs(in tokens: Range<Int>, of text: TokenizedText) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var end = 0
    for index in tokens {
      let token = text.tokens[index]
      if isNameWord(token, text) {
        if start == nil { start = index }
        end = index + 1
      } else if let open = start {
        let isJoined = joiners.contains(word(token, text)) && index - end < 2
        if !isJoined {
          runs.append(open..<end)
          start = nil
        }
      }
    }
    if let open = start { runs.append(open..<end) }
    return runs
  }

  private static func isNameWord(_ token: Token, _ text: TokenizedText) -> Bool {
    token.kind == .word && token.startsUpper && !common.contains(word(token, text))
  }

  /// The token in lower case.
  static func word(_ token: Token, _ text: TokenizedText) -> String {
    String(decoding: text.utf8[token.range], as: UTF8.self).lowercased()
  }

  /// A person's name without the role that follows it in brackets or behind a comma.
  static func person(_ text: String) -> String {
    var end = text.endIndex
    for index in text.utf8.indices where [0x28, 0x2C, 0x3B, 0x7C, 0x2F].contains(text.utf8[index]) {
      end = index
      break
    }
    var name = String(text[..<end])
    for dash in [" - ", " – ", " — "] {
      if let cut = name.range(of: dash) { name = String(name[..<cut.lowerBound]) }
    }
    while name.last == " " { name.removeLast() }
    return name
  }
}

extension String {
  /// The range of the first occurrence of `part`, by bytes.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    let bytes = Array(part.utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: bytes) {
        return index..<utf8.index(index, offsetBy: bytes.count)
      }
      index = utf8.index(after: index)
    }
    return nil
  }
}
