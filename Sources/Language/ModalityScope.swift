/// Says how far cues reach in one sentence.
struct ModalityScope {
  private static let longest = 12
  private static let shortest = 4
  private static let contrasts = WordKeys("but however except yet only instead")
  private static let lists = WordKeys("or nor and")

  private let text: TokenizedText
  private let sentence: Range<Int>
  private var clauses: [Range<Int>]

  init(text: TokenizedText, sentence: Range<Int>) {
    self.text = text
    self.sentence = sentence
    clauses = text.clauses(of: sentence)
  }

  mutating func range(of role: ModalityCues.Role, _ cue: Range<Int>) -> Range<Int> {
    switch role {
    case .negation: forward(from: cue, words: Self.longest, commas: false)
    case .determiner: forward(from: cue, words: Self.shortest, commas: false)
    case .denial: forward(from: cue, words: 2 * Self.longest, commas: true)
    case .retraction: backward(from: cue, commas: true)
    case .absolution: backward(from: cue, commas: false)
    case .condition, .counterfactual: clause(of: cue)
    case .guess, .hearsay: toContrast(from: cue)
    case .aside: sentence
    case .cancel: cue
    }
  }

  /// The clause that holds the cue's last token.
  ///
  /// Clauses are found by a binary search, so that a sentence of a thousand of them costs no more than it must.
  private func clause(of cue: Range<Int>) -> Range<Int> {
    let token = cue.upperBound - 1
    var low = 0
    var high = clauses.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if clauses[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return clauses[low]
  }

  private func forward(from cue: Range<Int>, words limit: Int, commas: Bool) -> Range<Int> {
    let end = clause(of: cue).upperBound
    var words = 0
    var index = cue.upperBound
    while index < end, words < limit {
      let token = text.tokens[index]
      if token.isWordLike {
        words += 1
        if Self.contrasts.contains(token.key) { break }
      } else if token.key == Mark.comma, token.kind == .punctuation, !isList(after: index, end) {
        break
      }
      index += 1
    }
    return cue.upperBound..<max(cue.upperBound, index)
  }

  /// Whether what follows the comma at `index` goes on with a list: at most three words and then `or`, `and`, or a comma.
  private func isList(after index: Int, _ end: Int) -> Bool {
    var words = 0
    for next in index + 1..<max(index + 1, min(end, index + 6)) {
      let token = text.tokens[next]
      if token.isWordLike {
        if Self.lists.contains(token.key) { return true }
        words += 1
        if words > 3 { return false }
      } else if token.key == Mark.comma {
        return true
      }
    }
    return false
  }

  private func backward(from cue: Range<Int>, commas: Bool) -> Range<Int> {
    var words = 0
    var index = cue.lowerBound
    var isAside = false
    while index > sentence.lowerBound, words < Self.longest {
      let token = text.tokens[index - 1]
      if token.isWordLike {
        if Self.contrasts.contains(token.key) { break }
        words += 1
      } else if token.kind == .punctuation, endsStatement(token) {
        break
      } else if token.kind == .punctuation, token.key == Mark.comma {
        // `price, though real, is not why`: an aside between commas is stepped over.
        if commas, index == cue.lowerBound {
          isAside = true
        } else if isAside {
          isAside = false
        } else if !isShortStart(before: index - 1) {
          break
        }
      }
      index -= 1
    }
    return index..<cue.lowerBound
  }

  /// Whether at most two words stand before the comma at `index`, as in `price, support and uptime were fine`.
  private func isShortStart(before index: Int) -> Bool {
    var words = 0
    var at = index - 1
    while at >= sentence.lowerBound, words <= 2 {
      let token = text.tokens[at]
      if token.kind == .punctuation { return words <= 2 }
      words += 1
      at -= 1
    }
    return words <= 2
  }

  private func endsStatement(_ token: Token) -> Bool {
    switch token.key {
    case Mark.semicolon, Mark.colon, Mark.arrow, Mark.open, Mark.ellipsis: true
    case Mark.dash: token.followsSpace
    default: false
    }
  }

  /// To the next `but`, or the sentence's end.
  private func toContrast(from cue: Range<Int>) -> Range<Int> {
    var index = cue.upperBound
    while index < sentence.upperBound {
      let token = text.tokens[index]
      if token.kind == .word ? Self.contrasts.contains(token.key) : token.key == Mark.semicolon {
        break
      }
      index += 1
    }
    return cue.upperBound..<index
  }
}
