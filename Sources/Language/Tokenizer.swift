/// Cuts UTF-8 text into tokens in one pass.
struct Tokenizer {
  private let bytes: [UInt8]
  private var index = 0
  private var form = WordForm()
  private var spaced = true
  private var newLine = true
  private(set) var tokens: [Token] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4)
  }

  mutating func run() {
    while index < bytes.count {
      let byte = bytes[index]
      if ByteClass.isSpace(byte) {
        if byte == 0x0A { newLine = true }
        spaced = true
        index += 1
      } else if ByteClass.isLetter(byte) {
        word(from: index)
      } else if ByteClass.isDigit(byte) {
        number()
      } else if byte < 0x80 {
        mark(byte)
      } else {
        wide()
      }
    }
  }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func append(
    _ end: Int, _ kind: Token.Kind, key: UInt64, stem: UInt64, upper: Bool = false
  ) {
    tokens.append(
      Token(
        range: index..<end, kind: kind, key: key, stem: stem, startsUpper: upper,
        followsSpace: spaced, startsLine: newLine))
    index = end
    spaced = false
    newLine = false
  }

  /// The end of the letters, digits and marks inside a word that go on at `start`.
  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if ByteClass.isLetter(byte) || ByteClass.isDigit(byte) {
        end += 1
      } else if byte == UInt8(ascii: "'"), end > start, isWordByte(end + 1) {
        end += 1
      } else if byte >= 0xC2 {
        let scalar = ByteClass.scalar(bytes, at: end, end: bytes.count)
        let length = ByteClass.scalarLength(byte)
        if scalar.value == 0x2019 || scalar.value == 0x2BC {
          guard end > start, isWordByte(end + length) else { return end }
        } else if !ByteClass.isWordScalar(scalar) {
          return end
        }
        end += length
      } else {
        return end
      }
    }
    return min(end, bytes.count)
  }

  private func isWordByte(_ offset: Int) -> Bool {
    let byte = byte(offset)
    if byte < 0x80 { return ByteClass.isLetter(byte) || ByteClass.isDigit(byte) }
    return ByteClass.isWordScalar(ByteClass.scalar(bytes, at: offset, end: bytes.count))
  }

  private mutating func word(from start: Int) {
    var end = wordEnd(from: start)
    let upper = isUpper(start)
    if end == start + 1, let short = shortForm(start) {
      append(short.end, .word, key: short.key, stem: short.key, upper: upper)
      return
    }
    if end == start + 1 {
      var chain = end
      while byte(chain) == UInt8(ascii: "."), ByteClass.isLetter(byte(chain + 1)),
        !isWordByte(chain + 2)
      {
        chain += 2
      }
      if chain > end { end = byte(chain) == UInt8(ascii: ".") ? chain + 1 : chain }
    }
    let (key, stem) = form.read(bytes, start..<end)
    append(end, .word, key: key, stem: stem, upper: upper)
    skipHyphen()
  }

  private func isUpper(_ start: Int) -> Bool {
    let first = bytes[start]
    if first < 0x80 { return first &- 0x41 < 26 }
    return ByteClass.scalar(bytes, at: start, end: bytes.count).properties.isUppercase
  }

  /// `w/`, `w/o`, `w/out` and `b/c` as the words that they stand for.
  private func shortForm(_ start: Int) -> (end: Int, key: UInt64)? {
    guard byte(start + 1) == UInt8(ascii: "/") else { return nil }
    let rest = wordEnd(from: start + 2)
    let tail = bytes[min(start + 2, bytes.count)..<max(rest, min(start + 2, bytes.count))].map {
      $0 | 0x20
    }
    switch (bytes[start] | 0x20, tail) {
    case (UInt8(ascii: "w"), []): return (start + 2, WordForm.key("with"))
    case (UInt8(ascii: "w"), Array("o".utf8)), (UInt8(ascii: "w"), Array("out".utf8)):
      return (rest, WordForm.key("without"))
    case (UInt8(ascii: "b"), Array("c".utf8)): return (rest, WordForm.key("because"))
    default: return nil
    }
  }

  /// A hyphen inside a word makes no token, so that `go-live` reads as `go live`.
  private mutating func skipHyphen() {
    if byte(index) == UInt8(ascii: "-"), isWordByte(index + 1) { index += 1 }
  }

  private mutating func number() {
    var end = index
    while end < bytes.count {
      let current = bytes[end]
      if ByteClass.isDigit(current) {
        end += 1
      } else if Self.joinsDigits(current), ByteClass.isDigit(byte(end + 1)) {
        end += 2
      } else {
        break
      }
    }
    if ByteClass.isLetter(byte(end)) { end = wordEnd(from: end) }
    let key = form.read(bytes, index..<end).key
    append(end, .number, key: key, stem: key)
    skipHyphen()
  }

  private static func joinsDigits(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func mark(_ mark: UInt8) {
    var end = index + 1
    if mark == UInt8(ascii: "-"), byte(end) == UInt8(ascii: ">") {
      append(end + 1, .punctuation, key: Mark.arrow, stem: 0)
      return
    }
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      while [0x2E, 0x21, 0x3F].contains(byte(end)) { end += 1 }
      let run = bytes[index..<end]
      let key: UInt64
      if run.contains(UInt8(ascii: "?")) {
        key = Mark.question
      } else if run.contains(UInt8(ascii: "!")) {
        key = Mark.exclamation
      } else {
        key = run.count > 1 ? Mark.ellipsis : Mark.stop
      }
      append(end, .punctuation, key: key, stem: 0)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"):
      while byte(end) == mark { end += 1 }
      append(end, .punctuation, key: mark == UInt8(ascii: "-") ? Mark.dash : UInt64(mark), stem: 0)
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "<"),
      UInt8(ascii: ">"),
      UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "`"):
      append(end, .symbol, key: UInt64(mark), stem: 0)
    default:
      append(end, .punctuation, key: UInt64(mark), stem: 0)
    }
  }

  private mutating func wide() {
    let scalar = ByteClass.scalar(bytes, at: index, end: bytes.count)
    let end = min(bytes.count, index + ByteClass.scalarLength(bytes[index]))
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      spaced = true
      index = end
    case 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0xAD:
      index = end
    case 0x2013, 0x2014, 0x2015, 0x2212: append(end, .punctuation, key: Mark.dash, stem: 0)
    case 0x2190...0x21FF, 0x27A1, 0x2794: append(end, .punctuation, key: Mark.arrow, stem: 0)
    case 0x2026: append(end, .punctuation, key: Mark.ellipsis, stem: 0)
    case 0x3002: append(end, .punctuation, key: Mark.stop, stem: 0)
    case 0x2018...0x201F, 0x2039, 0x203A, 0xAB, 0xBB:
      append(end, .punctuation, key: Mark.quote, stem: 0)
    case 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0x2610...0x2612, 0x2043:
      append(end, .punctuation, key: Mark.bullet, stem: 0)
    default:
      if ByteClass.isWordScalar(scalar) {
        word(from: index)
      } else {
        append(end, .symbol, key: UInt64(scalar.value), stem: 0)
      }
    }
  }
}

/// The keys of punctuation tokens: an ASCII mark's own code, or one of these.
enum Mark {
  static let stop: UInt64 = 0x2E
  static let question: UInt64 = 0x3F
  static let exclamation: UInt64 = 0x21
  static let comma: UInt64 = 0x2C
  static let semicolon: UInt64 = 0x3B
  static let colon: UInt64 = 0x3A
  static let open: UInt64 = 0x28
  static let close: UInt64 = 0x29
  static let ellipsis: UInt64 = 0x2026
  static let dash: UInt64 = 0x2D
  static let arrow: UInt64 = 0x2192
  static let quote: UInt64 = 0x201C
  static let bullet: UInt64 = 0x2022
}
