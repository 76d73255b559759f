import Language

/// Tells by the money and the places of a note whether its writer puts the day before the month.
enum DayOrder {
  /// Whether the day comes first where the note seems to be from; nil where that does not show.
  ///
  /// Bare dollars are those of the United States unless the note speaks of another country; Canada writes both orders.
  static func ofPlace(_ texts: [TokenizedText]) -> Bool? {
    var hasDollars = false
    for text in texts {
      for (index, token) in text.tokens.enumerated() where token.kind == .symbol {
        if dayFirst.contains(token.key) { return true }
        // `A$` and `NZ$` are of elsewhere, and tell nothing of Canada.
        let isPlain = token.followsSpace || index == 0 || text.tokens[index - 1].kind != .word
        if token.key == dollar, isPlain { hasDollars = true }
      }
    }
    guard hasDollars else { return nil }
    switch DollarCountry.code(of: texts) {
    case "USD": return false
    case "CAD": return nil
    default: return true
    }
  }

  private static let dollar: UInt64 = 0x24
  private static let dayFirst = Set(TokenizedText("£ € ₹ ₦ ₺ ₱").tokens.map(\.key))
}
