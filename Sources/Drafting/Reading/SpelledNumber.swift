import Language

/// Reads numbers in words: `forty-two thousand`, `a hundred and ten`.
enum SpelledNumber {
  private static let units: [(word: String, value: Double)] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
    ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
    ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
    ("seventy", 70), ("eighty", 80), ("ninety", 90),
  ]
  private static let values = [UInt64: Double](
    units.compactMap { word, value in
      TokenizedText(word).tokens.first.map { ($0.key, value) }
    }, uniquingKeysWith: { first, _ in first })
  private static let hundred = WordSet("hundred")
  private static let thousand = WordSet("thousand grand k")
  private static let million = WordSet("million")
  private static let filler = WordSet("a and")
  /// No number that anybody spells has more words than this.
  private static let mostWords = 16

  /// Whether a token is a word for thousands or more, without which nothing here is a number.
  static func isLarge(_ token: Token) -> Bool {
    thousand.contains(token) || million.contains(token)
  }

  /// The number that begins at `token` and ends in thousands or more, and the token behind it.
  static func read(at token: Int, in text: TokenizedText) -> (value: Double, end: Int)? {
    var total = 0.0
    var group = 0.0
    var index = token
    var end = token
    var isLarge = false
    let last = min(text.tokens.count, token + mostWords)
    while index < last, text.tokens[index].kind == .word {
      let word = text.tokens[index]
      if let value = values[word.key] {
        group += value
      } else if hundred.contains(word) {
        group = max(group, 1) * 100
      } else if thousand.contains(word), group > 0 {
        total += group * 1000
        (group, isLarge) = (0, true)
      } else if million.contains(word), group > 0 {
        total += group * 1_000_000
        (group, isLarge) = (0, true)
      } else if filler.contains(word), index + 1 < text.tokens.count,
        !filler.contains(text.tokens[index + 1])
      {
        index += 1
        continue
      } else {
        break
      }
      index += 1
      end = index
    }
    return isLarge ? (total + group, end) : nil
  }
}
