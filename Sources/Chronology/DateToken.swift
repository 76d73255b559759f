/// A word, a run of figures or a mark of a passage.
struct DateToken {
  enum Kind: UInt8 {
    /// One run of figures.
    case number
    /// Two or three runs of figures held together by one kind of separator, such as `2024-03` and `4.3.2024`.
    case pair, triple
    /// Figures that are no date: `2.4.1.7`, `12:30`, `2,900`.
    case opaque
    case word
    case mark
  }

  var kind: Kind
  /// The token's bytes in its passage.
  var range: Range<Int>
  /// Whether white space or nothing stands before the token.
  var isSpaced: Bool
  /// The values of up to three runs of figures.
  var values = (0, 0, 0)
  /// How many figures the runs have.
  var digits = (0, 0, 0)
  /// The byte that separates runs (`-` for every dash), or the mark itself (`-` for every dash, `'` for every quote).
  var mark: UInt8 = 0
  /// Whether an ordinal ending ("3rd") belongs to the number.
  var isOrdinal = false
  /// Whether the word begins with a capital.
  var isCapital = false
  var word = DateWord.other
}
