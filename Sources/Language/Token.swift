/// A word, number or mark of a text, and where it stands.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: Sendable {
    /// Letters, with the digits and apostrophes inside; also `e.g.`, `w/out`.
    case word
    /// Digits with what belongs to them: `1,200.50`, `04.03.2025`, `14:30`, `23rd`.
    case number
    /// A mark of punctuation, or a run of the same one.
    case punctuation
    /// Anything else: currency signs, emojis, `%`.
    case symbol
  }

  /// The token's bytes.
  public var range: Range<Int>
  /// What it is.
  public var kind: Kind
  /// A hash of the folded form: lower case, accents dropped, apostrophes straight, `n't` as `nt`.
  public var key: UInt64
  /// A hash of the stem, on which `crash`, `crashes`, `crashed` and `crashing` agree.
  public var stem: UInt64
  /// Whether the first letter is a capital.
  public var startsUpper: Bool
  /// Whether white space or the start of the text stands before it.
  public var followsSpace: Bool
  /// Whether it starts a line.
  public var startsLine: Bool

  /// Whether it is a word or a number, as phrases see them.
  public var isWordLike: Bool { kind == .word || kind == .number }
}
