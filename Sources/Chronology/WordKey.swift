/// A word of at most sixteen bytes, lower-cased, packed so that it compares and hashes without memory of its own.
struct WordKey: Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0
  private(set) var count = 0

  init() {}

  init(_ word: String) {
    for byte in word.utf8 { append(byte) }
  }

  /// Whether the word fits.
  var isExact: Bool { count <= 16 }

  /// Appends a byte, in lower case: ASCII letters, and the Latin-1 letters after their lead byte 0xC3.
  mutating func append(_ byte: UInt8) {
    var folded = byte
    if (0x41...0x5A).contains(byte) {
      folded = byte | 0x20
    } else if (0x80...0x9E).contains(byte), count > 0, last == 0xC3, byte != 0x97 {
      folded = byte + 0x20
    }
    if count < 8 {
      low |= UInt64(folded) << UInt64(count * 8)
    } else if count < 16 {
      high |= UInt64(folded) << UInt64((count - 8) * 8)
    }
    count += 1
  }

  private var last: UInt8 { byte(count - 1) }

  private func byte(_ index: Int) -> UInt8 {
    guard index >= 0, index < 16 else { return 0 }
    return UInt8(
      truncatingIfNeeded: index < 8 ? low >> UInt64(index * 8) : high >> UInt64(index * 8 - 64))
  }

  /// The first `length` bytes.
  private func prefix(_ length: Int) -> WordKey {
    guard length < count else { return self }
    var key = self
    key.count = length
    key.low = length < 8 ? low & (1 << UInt64(length * 8) - 1) : low
    key.high = length <= 8 ? 0 : length < 16 ? high & (1 << UInt64(length * 8 - 64) - 1) : high
    return key
  }

  /// Whether the word ends as most English verbs do in the past.
  var endsLikePast: Bool {
    count >= 5 && count <= 16 && byte(count - 1) == 0x64 && byte(count - 2) == 0x65
  }

  /// The word in four bytes, which tell all words of `DateVocabulary` and most others apart.
  var digest: UInt32 {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    return UInt32(truncatingIfNeeded: mixed >> 32) ^ UInt32(truncatingIfNeeded: count)
  }

  /// The word without the commonest English endings, so that "filing" and "filed" meet.
  var stem: WordKey {
    guard count <= 16, count >= 4 else { return self }
    switch (byte(count - 3), byte(count - 2), byte(count - 1)) {
    case (0x69, 0x6E, 0x67) where count >= 6: return prefix(count - 3)
    case (_, 0x65, 0x64) where count >= 5, (_, 0x65, 0x73) where count >= 5,
      (_, 0x61, 0x6C) where count >= 5:
      return prefix(count - 2)
    case (_, _, 0x73), (_, _, 0x65): return prefix(count - 1)
    default: return self
    }
  }
}
