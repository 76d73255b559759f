/// The words of a vocabulary, numbered from 0, so that phrases are small and one look-up tells all that is known of a word.
///
/// A word is known by its stem or, where a phrase wants it exactly, by its folded form; the two are numbered apart.
struct WordNumbers: Sendable {
  /// The number that stands for any number.
  static let anyNumber: Int32 = 0

  private static let exactSalt: UInt64 = 0x5851_F42D_4C95_7F2D
  private static let numberKey: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var table = WordTable(capacity: 1024)
  /// Of each word whether it stands in nearly every text.
  private var common: [Bool] = []

  init() { _ = number(of: Self.numberKey) }

  /// How many there are.
  var count: Int { common.count }

  /// The number of a word by its stem, or -1.
  func value(stem: UInt64) -> Int32 { table.value(stem) }

  /// The number of a word by its folded form, or -1.
  func value(exact: UInt64) -> Int32 { table.value(exact ^ Self.exactSalt) }

  /// Numbers a word by its stem.
  mutating func number(stem: UInt64) -> Int32 { number(of: stem) }

  /// Numbers a word by its folded form.
  mutating func number(exact: UInt64) -> Int32 { number(of: exact ^ Self.exactSalt) }

  func isCommon(_ number: Int32) -> Bool { common[Int(number)] }

  private mutating func number(of key: UInt64) -> Int32 {
    let known = table.value(key)
    if known >= 0 { return known }
    let number = Int32(common.count)
    table.insert(key, number)
    common.append(CommonWords.contains(key) || CommonWords.contains(key ^ Self.exactSalt))
    return number
  }
}
