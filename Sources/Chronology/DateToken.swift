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

  /// What the word has to do with dates.
  var word = DateWord.other
  var kind: Kind
  /// Whether white space or nothing stands before the token.
  var isSpaced: Bool
  /// The byte that separates runs (`-` for every dash), or the mark itself (`-` for every dash, `'` for every quote).
  var mark: UInt8 = 0
  /// Whether an ordinal ending ("3rd") belongs to the number.
  var isOrdinal = false
  /// Whether the word begins with a capital.
  var isCapital = false
  /// Whether the word ends as most English verbs do in the past.
  var looksPast = false
  /// The word itself and the word without its ending, in lower case, each as its key's digest.
  var key: UInt32 = 0
  var stem: UInt32 = 0
  // A passage of a megabyte can have as many tokens, so they are kept small.
  private var storedDigits: (UInt8, UInt8, UInt8) = (0, 0, 0)
  private var start: Int32
  private var end: Int32
  private var storedValues: (Int32, Int32, Int32) = (0, 0, 0)

  /// A token with nothing known of it but where it stands.
  init(kind: Kind, range: Range<Int>, isSpaced: Bool) {
    self.kind = kind
    self.isSpaced = isSpaced
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  /// The token's bytes in its passage.
  var range: Range<Int> {
    get { Int(start)..<Int(end) }
    set {
      start = Int32(clamping: newValue.lowerBound)
      end = Int32(clamping: newValue.upperBound)
    }
  }

  /// The values of up to three runs of figures, of at most nine figures each.
  var values: (Int, Int, Int) {
    get { (Int(storedValues.0), Int(storedValues.1), Int(storedValues.2)) }
    set {
      storedValues = (
        Int32(clamping: newValue.0), Int32(clamping: newValue.1), Int32(clamping: newValue.2)
      )
    }
  }

  /// How many figures the runs have; 255 stands for more.
  var digits: (Int, Int, Int) {
    get { (Int(storedDigits.0), Int(storedDigits.1), Int(storedDigits.2)) }
    set {
      storedDigits = (
        UInt8(clamping: newValue.0), UInt8(clamping: newValue.1), UInt8(clamping: newValue.2)
      )
    }
  }
}
