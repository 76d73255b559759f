/// Cuts sentences where one statement ends and the next begins.
enum ClauseSplitter {
  /// Start a clause wherever they stand.
  private static let openers = WordKeys(
    "but because although though whereas unless if however except until cos cuz coz yet while")
  /// Start a clause after a comma.
  private static let afterComma = WordKeys(
    "so which who then and or since when after before where nor plus hence")
  /// Start a clause after `and` or `or`.
  private static let subjects = WordKeys(
    """
    i we they he she it you there this that nobody none no our their his her my the who what when then \
    everyone somebody someone
    """)
  private static let joiners = WordKeys("and or so then")

  static func clauses(of sentence: Range<Int>, in tokens: [Token]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    for index in sentence where index > start {
      guard startsClause(index, in: tokens, from: start) else { continue }
      result.append(start..<index)
      start = index
    }
    if start < sentence.upperBound { result.append(start..<sentence.upperBound) }
    return result
  }

  private static func startsClause(_ index: Int, in tokens: [Token], from start: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .punctuation {
      return token.key == Mark.open
    }
    let before = tokens[index - 1]
    if before.kind == .punctuation {
      switch before.key {
      case Mark.semicolon, Mark.arrow, Mark.close: return true
      case Mark.colon: return token.followsSpace
      case Mark.dash: return before.followsSpace == token.followsSpace && index - 1 > start
      case Mark.comma:
        if token.kind == .word, afterComma.contains(token.key) || subjects.contains(token.key) {
          return true
        }
      default: break
      }
    }
    guard token.kind == .word else { return false }
    if openers.contains(token.key) { return true }
    return joiners.contains(token.key) && index + 1 < tokens.count
      && subjects.contains(tokens[index + 1].key)
  }
}
