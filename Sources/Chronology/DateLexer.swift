/// Cuts a passage into the tokens that dates are made of.
struct DateLexer {
  private let bytes: ArraySlice<UInt8>
  private let base: Int
  private var position = 0
  private var tokens: [DateToken] = []

  /// The tokens of `bytes`, whose ranges count from its first byte.
  static func tokens(of bytes: ArraySlice<UInt8>) -> [DateToken] {
    var lexer = DateLexer(bytes)
    lexer.run()
    return lexer.tokens
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    base = bytes.startIndex
    tokens.reserveCapacity(bytes.count / 5 + 4)
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[base + offset] : 0
  }

  private mutating func run() {
    var isSpaced = true
    while position < bytes.count {
      let first = byte(position)
      let width = Self.isSpace(first) ? 1 : spaceWidth(at: position)
      if width > 0 {
        position += width
        isSpaced = true
        continue
      }
      if Self.isDigit(first) {
        readNumber(isSpaced)
      } else if isLetter(at: position) {
        readWord(isSpaced)
      } else {
        readMark(isSpaced)
      }
      isSpaced = false
    }
  }

  // MARK: Numbers

  private mutating func readNumber(_ isSpaced: Bool) {
    let start = position
    var token = DateToken(kind: .number, range: start..<start, isSpaced: isSpaced)
    var runs = 0
    var isOpaque = false
    while true {
      var value = 0
      let runStart = position
      while Self.isDigit(byte(position)) {
        if position - runStart < 9 { value = value * 10 + Int(byte(position) - 0x30) }
        position += 1
      }
      let count = position - runStart
      switch runs {
      case 0: (token.values.0, token.digits.0) = (value, count)
      case 1: (token.values.1, token.digits.1) = (value, count)
      case 2: (token.values.2, token.digits.2) = (value, count)
      default: isOpaque = true
      }
      runs += 1
      let (separator, width) = separator(at: position)
      guard width > 0, Self.isDigit(byte(position + width)) else { break }
      if separator == 0x3A || separator == 0x2C || (runs > 1 && separator != token.mark) {
        isOpaque = true
      }
      token.mark = separator
      position += width
    }
    token.kind = isOpaque ? .opaque : runs == 1 ? .number : runs == 2 ? .pair : .triple
    if token.kind == .number, let width = ordinalWidth(at: position) {
      token.isOrdinal = true
      position += width
    }
    token.range = start..<position
    tokens.append(token)
  }

  /// The separator inside a date at `offset`, with dashes of every kind as `-`, and its width in bytes.
  private func separator(at offset: Int) -> (mark: UInt8, width: Int) {
    switch byte(offset) {
    case 0x2D, 0x2E, 0x2F, 0x3A, 0x2C: (byte(offset), 1)
    case 0xE2 where dashWidth(at: offset) > 0: (0x2D, 3)
    default: (0, 0)
    }
  }

  private func ordinalWidth(at offset: Int) -> Int? {
    let letters = (byte(offset) | 0x20, byte(offset + 1) | 0x20)
    switch letters {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72):
      return isLetter(at: offset + 2) ? nil : 2
    default:
      // The masculine and feminine ordinal signs of the Romance languages.
      return byte(offset) == 0xC2 && [0xBA, 0xAA].contains(byte(offset + 1)) ? 2 : nil
    }
  }

  // MARK: Words

  private mutating func readWord(_ isSpaced: Bool) {
    let start = position
    var key = WordKey()
    while true {
      if isLetter(at: position) {
        key.append(byte(position))
        position += 1
      } else if byte(position) == 0x2D, position > start, isLetter(at: position + 1),
        joinsHyphen(key)
      {
        key.append(0x2D)
        position += 1
      } else {
        break
      }
    }
    var token = DateToken(kind: .word, range: start..<position, isSpaced: isSpaced)
    token.word = DateVocabulary.meaning(of: key)
    token.key = key.digest
    token.stem = key.stem.digest
    token.looksPast = key.endsLikePast
    token.isCapital = (0x41...0x5A).contains(byte(start))
    tokens.append(token)
  }

  /// Whether a hyphen after the word belongs to it: only the tens of "twenty-first" do.
  private func joinsHyphen(_ key: WordKey) -> Bool {
    key == Self.twenty || key == Self.thirty || key == Self.segunda
  }

  private static let twenty = WordKey("twenty")
  private static let thirty = WordKey("thirty")
  private static let segunda = WordKey("segunda")

  // MARK: Marks

  private mutating func readMark(_ isSpaced: Bool) {
    let start = position
    let first = byte(position)
    var mark = first
    var width = 1
    if first >= 0x80 {
      width = Self.isLead(first) ? Self.width(of: first) : 1
      if dashWidth(at: position) > 0 { mark = 0x2D }
      if first == 0xE2, byte(position + 1) == 0x80, [0x98, 0x99].contains(byte(position + 2)) {
        mark = 0x27
      }
    }
    position = min(position + width, bytes.count)
    var token = DateToken(kind: .mark, range: start..<position, isSpaced: isSpaced)
    token.mark = mark
    tokens.append(token)
  }

  // MARK: Bytes

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isLead(_ byte: UInt8) -> Bool { byte >= 0xC2 && byte < 0xF5 }

  private static func width(of lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Letters are those of ASCII and everything beyond it but the general punctuation, Latin-1's signs, and symbols.
  private func isLetter(at offset: Int) -> Bool {
    let byte = byte(offset)
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    switch byte {
    case 0xC2, 0xE2, 0xF0...0xFF: return false
    case 0x80...0xBF:
      // A continuation byte is a letter's only after a letter's lead byte.
      guard offset > 0 else { return false }
      let previous = self.byte(offset - 1)
      return previous >= 0xC3 && previous < 0xF0 && previous != 0xE2
        || (previous >= 0x80 && previous < 0xC0 && offset > 1
          && (0xE0..<0xF0).contains(self.byte(offset - 2)) && self.byte(offset - 2) != 0xE2)
    default: return true
    }
  }

  /// The width of a no-break or thin space at `offset`, or 0.
  private func spaceWidth(at offset: Int) -> Int {
    if byte(offset) == 0xC2, byte(offset + 1) == 0xA0 { return 2 }
    guard byte(offset) == 0xE2, byte(offset + 1) == 0x80 else { return 0 }
    return (0x80...0x8B).contains(byte(offset + 2)) || byte(offset + 2) == 0xAF ? 3 : 0
  }

  /// The width of a Unicode dash at `offset`, or 0.
  private func dashWidth(at offset: Int) -> Int {
    byte(offset) == 0xE2 && byte(offset + 1) == 0x80 && (0x90...0x95).contains(byte(offset + 2))
      ? 3 : 0
  }
}
