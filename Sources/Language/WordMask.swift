/// A small set of words in which some others seem to lie too: it tells at once that a word is not in it.
///
/// Every word has one bit; words that share it are not told apart.
struct WordMask: Sendable {
  private var bits: UInt64

  /// No words.
  static let none = WordMask(bits: 0)
  /// Whatever stands there, or nothing: every place of a text overlaps it.
  static let any = WordMask(bits: 1 << 63)

  private init(bits: UInt64) { self.bits = bits }

  /// The word of that number; none for -1.
  init(_ number: Int32) {
    bits = number < 0 ? 0 : 1 << ((UInt64(UInt32(number)) &* 0x9E37_79B9_7F4A_7C15) >> 32 % 63)
  }

  mutating func formUnion(_ other: WordMask) { bits |= other.bits }

  func union(_ other: WordMask) -> WordMask { WordMask(bits: bits | other.bits) }

  func overlaps(_ other: WordMask) -> Bool { bits & other.bits != 0 }
}
