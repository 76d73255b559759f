/// Finds out which byte separates the cells of a file.
enum CSVSeparator {
  /// The separators in use, likeliest first.
  static let known: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The separator that gives the header and the row after it equally many cells, and the most of them.
  static func detected(in bytes: ArraySlice<UInt8>) -> UInt8 {
    let header = counts(in: bytes)
    let second = counts(in: bytes[header.end...])
    let isHeaderOnly = header.end == bytes.endIndex
    var best = (separator: known[0], agrees: false, count: 0)
    for (separator, (count, other)) in zip(known, zip(header.counts, second.counts)) where count > 0
    {
      let agrees = isHeaderOnly || count == other
      if (agrees ? 1 : 0, count) > (best.agrees ? 1 : 0, best.count) {
        best = (separator, agrees, count)
      }
    }
    return best.separator
  }

  /// How often each separator stands outside of quotes in the first row, and where the next row begins.
  private static func counts(in bytes: ArraySlice<UInt8>) -> (counts: [Int], end: Int) {
    var counts = known.map { _ in 0 }
    var isQuoted = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted {
        if let separator = known.firstIndex(of: byte) { counts[separator] += 1 }
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
          break
        }
      }
    }
    return (counts, index)
  }
}
