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

  private var last: UInt8 {
    if count <= 8 { return UInt8(truncatingIfNeeded: low >> UInt64((count - 1) * 8)) }
    return count <= 16 ? UInt8(truncatingIfNeeded: high >> UInt64((count - 9) * 8)) : 0
  }
}
