/// Reads the parts of one phrase of a vocabulary file.
struct PhraseReader {
  /// A part of a phrase.
  enum Part {
    case element(CompiledPhrases.Element)
    case alternatives([CompiledPhrases.Element])
    case reference(UInt64)
    case open
    case bar
    case close(isOptional: Bool)
    case problem(String)
  }

  let bytes: [UInt8]
  private(set) var index: Int
  let end: Int
  private(set) var form: WordForm
  private var isInGroup = false

  init(bytes: [UInt8], index: Int, end: Int, form: WordForm) {
    self.bytes = bytes
    self.index = index
    self.end = end
    self.form = form
  }

  /// The next part, or nil at the end.
  mutating func next() -> Part? {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x2D {
      index += 1
    }
    guard index < end else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "("): return open()
    case UInt8(ascii: ")"): return close()
    case UInt8(ascii: "|") where isInGroup: return single(.bar)
    case UInt8(ascii: "*"): return single(.element(.init(kind: .any)))
    case UInt8(ascii: "#"): return single(.element(.init(kind: .number)))
    case UInt8(ascii: "."): return gap()
    case UInt8(ascii: "{"): return reference()
    default: return words()
    }
  }

  private mutating func single(_ part: Part) -> Part {
    index += 1
    return part
  }

  private mutating func open() -> Part {
    guard !isInGroup else { return .problem("a group stands in another") }
    isInGroup = true
    return single(.open)
  }

  private mutating func close() -> Part {
    guard isInGroup else { return .problem("the closing ) opens nowhere") }
    isInGroup = false
    index += 1
    guard index < end, bytes[index] == UInt8(ascii: "?") else { return .close(isOptional: false) }
    return single(.close(isOptional: true))
  }

  private mutating func gap() -> Part {
    guard index + 1 < end, bytes[index + 1] == UInt8(ascii: ".") else {
      return .problem("a full stop has no meaning here; `..` stands for up to four words")
    }
    index += 2
    return .element(.init(kind: .gap))
  }

  private mutating func reference() -> Part {
    guard let close = bytes[index..<end].firstIndex(of: UInt8(ascii: "}")) else {
      return .problem("the class has no closing }")
    }
    let key = WordForm.key(bytes[index + 1..<close])
    index = close + 1
    return .reference(key)
  }

  private mutating func words() -> Part {
    var words: [CompiledPhrases.Element] = []
    while true {
      let isExact = index < end && bytes[index] == UInt8(ascii: "\"")
      if isExact { index += 1 }
      let start = index
      while index < end, isWordByte(bytes[index]) { index += 1 }
      guard index > start else {
        return .problem("a word is missing or a mark has no meaning here")
      }
      let (key, stem) = form.read(bytes, start..<index)
      words.append(.init(kind: isExact ? .exact : .stem, value: isExact ? key : stem))
      if isExact {
        guard index < end, bytes[index] == UInt8(ascii: "\"") else {
          return .problem("the exact word has no closing \"")
        }
        index += 1
      }
      guard !isInGroup, index < end, bytes[index] == UInt8(ascii: "|") else { break }
      index += 1
    }
    return words.count == 1 ? .element(words[0]) : .alternatives(words)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte == UInt8(ascii: "'") || byte >= 0x80
  }
}
