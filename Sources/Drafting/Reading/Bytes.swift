/// What the readers of lines ask of bytes; all of it looks at ASCII only and lets other bytes through.
enum Bytes {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// Whether the byte can be part of a word: a letter, a digit, or part of a character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || isUpper(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte + 0x20 : byte }

  /// The range without white space at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    while !range.isEmpty, isSpace(bytes[range.lowerBound]) { range = range.dropFirst() }
    while !range.isEmpty, isSpace(bytes[range.upperBound - 1]) { range = range.dropLast() }
    return range
  }

  /// The ranges of the lines of `range`, without their line feeds.
  static func lines(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<range.upperBound)
    return lines
  }

  /// Whether `word`, which is not empty, stands anywhere in `text`.
  static func contains(_ word: String, in text: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: word.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// How many words of letters or digits the range holds.
  static func wordCount(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for index in range {
      let isPart = isWord(bytes[index]) || bytes[index] == 0x27
      if isPart, !isInside { count += 1 }
      isInside = isPart
    }
    return count
  }

  static func text(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of `bytes` without white space at its ends.
  static func trimmedText(_ bytes: ArraySlice<UInt8>) -> String {
    let all = Array(bytes)
    return text(trimmed(all.indices, in: all), in: all)
  }
}

extension Range<Int> {
  fileprivate func dropFirst() -> Range<Int> { lowerBound + 1..<upperBound }
  fileprivate func dropLast() -> Range<Int> { lowerBound..<upperBound - 1 }
}
