/// Reads figures in the forms that people write: `1,200`, `12'500`, `1 200`, `0,5`, `1.2` and the `m` behind it.
enum FigureReader {
  /// The figure whose first digit stands at `start`, with its thousands' separators and decimals, and where it ends.
  ///
  /// A comma or point sets off thousands where three digits follow a figure that is not 0, and else a fraction.
  static func figure(at start: Int, in bytes: ArraySlice<UInt8>) -> (value: Double, end: Int)? {
    guard start < bytes.endIndex, Bytes.isDigit(bytes[start]) else { return nil }
    var groups: [[UInt8]] = [[]]
    var separators: [UInt8] = []
    var cursor = start
    while cursor < bytes.endIndex {
      let byte = bytes[cursor]
      if Bytes.isDigit(byte) {
        groups[groups.count - 1].append(byte)
        cursor += 1
        continue
      }
      let isMark = byte == 0x2E || byte == 0x2C
      let width = isMark || byte == 0x27 ? 1 : spaceWidth(at: cursor, in: bytes)
      let next = cursor + width
      guard width > 0, next < bytes.endIndex, Bytes.isDigit(bytes[next]) else { break }
      // A space parts thousands only.
      if !isMark, bytes[next...].prefix(4).prefix(while: Bytes.isDigit).count != 3 { break }
      separators.append(byte)
      groups.append([])
      cursor = next
    }
    let decimals = hasFraction(groups, separators) ? groups[groups.count - 1].count : 0
    let digits = groups.joined()
    guard digits.count - decimals <= 15 else { return nil }
    let value = digits.reduce(0.0) { $0 * 10 + Double($1 - 0x30) }
    let unit = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    return (value / unit, cursor)
  }

  /// Whether what follows the last separator are decimals.
  private static func hasFraction(_ groups: [[UInt8]], _ separators: [UInt8]) -> Bool {
    guard let mark = separators.last, mark == 0x2E || mark == 0x2C,
      !separators.dropLast().contains(mark)
    else { return false }
    return groups.last?.count != 3 || groups.dropLast() == [[0x30]]
  }

  /// The bytes of a space at `index`, also of a no-break or thin one; 0 where none stands.
  static func spaceWidth(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let rest = bytes[index...]
    if rest.first == 0x20 { return 1 }
    if rest.starts(with: [0xC2, 0xA0]) { return 2 }
    if rest.starts(with: [0xE2, 0x80, 0xAF]) || rest.starts(with: [0xE2, 0x80, 0x89]) { return 3 }
    return 0
  }

  /// What a `k`, `m` or `million` behind a figure multiplies it by, and where that ends; 1 where there is none.
  static func scale(at cursor: Int, in bytes: ArraySlice<UInt8>) -> (factor: Double, end: Int) {
    guard cursor < bytes.endIndex else { return (1, cursor) }
    // A sign of a currency, "108k€", is no part of a word.
    let isEnd = { (end: Int) in
      end >= bytes.endIndex || !Bytes.isWord(bytes[end])
        || bytes[end...].starts(with: [0xE2, 0x82]) || bytes[end...].starts(with: [0xC2, 0xA3])
    }
    let rest = bytes[cursor..<min(bytes.endIndex, cursor + 12)].map(Bytes.lowercased)
    for (word, factor) in largeNumbers where rest.starts(with: word) && isEnd(cursor + word.count) {
      return (factor, cursor + word.count)
    }
    switch Bytes.lowercased(bytes[cursor]) {
    case 0x6B where isEnd(cursor + 1): return (1000, cursor + 1)
    case 0x6D where isEnd(cursor + 1): return (1_000_000, cursor + 1)
    default: return (1, cursor)
    }
  }

  /// Words for large numbers as they stand behind a figure.
  private static let largeNumbers: [(word: [UInt8], factor: Double)] = [
    (" million", 1_000_000.0), (" mio", 1_000_000), (" mln", 1_000_000), (" mn", 1_000_000),
    ("mn", 1_000_000), (" m", 1_000_000), (" lakh", 100_000), (" lakhs", 100_000), ("l", 100_000),
    (" lac", 100_000), (" crore", 10_000_000), (" cr", 10_000_000), ("cr", 10_000_000),
    (" thousand", 1000), (" tsd", 1000), (" grand", 1000), (" k", 1000), ("bn", 1_000_000_000),
    (" bn", 1_000_000_000),
    (" billion", 1_000_000_000),
  ].map { (Array($0.0.utf8), $0.1) }
}
