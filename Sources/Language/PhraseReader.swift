/// Reads the parts of one phrase of a vocabulary file.
struct PhraseReader {
  /// A part of a phrase.
  enum Part {
    case element(CompiledPhrases.Element)
    /// A word by its stem, or by its folded form.
    case stem(UInt64)
    case exact(UInt64)
    case reference(UInt64)
    case open
    case bar
    case close
    case problem(StaticString)
  }

  let bytes: [UInt8]
  private(set) var index: Int
  let end: Int
  private(set) var form: WordForm
  private var isInGroup = false
  private var isQuoted = false

  init(bytes: [UInt8], index: Int, end: Int, form: WordForm) {
    self.bytes = bytes
    self.index = index
    self.end = end
    self.form = form
  }

  /// The next part, or nil at the end.
  mutating func next() -> Part? {
    skipSeparators()
    guard index < end else {
      return isQuoted ? unclosedQuote() : nil
    }
    if isQuoted { return quotedWord() }
    switch bytes[index] {
    case UInt8(ascii: "("): return open()
    case UInt8(ascii: ")"): return close()
    case UInt8(ascii: "|"): return single(.bar)
    case UInt8(ascii: "*"): return single(.element(.init(kind: .any)))
    case UInt8(ascii: "#"): return single(.element(.init(kind: .number)))
    case UInt8(ascii: "."): return gap()
    case UInt8(ascii: "{"): return reference()
    case UInt8(ascii: "\""):
      index += 1
      isQuoted = true
      return next()
    default: return word(isExact: false)
    }
  }

  /// Whether a `?`, which makes the group before it optional, stands here; steps over it.
  mutating func takesQuestionMark() -> Bool { takes(UInt8(ascii: "?")) }

  /// Whether a `|` stands here, right after a word; steps over it.
  mutating func takesBar() -> Bool { !isInGroup && !isQuoted && takes(UInt8(ascii: "|")) }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSeparators() {
    while index < end {
      let byte = bytes[index]
      let isSeparator =
        byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (isQuoted && byte != UInt8(ascii: "\"") && !isWordByte(byte))
      guard isSeparator else { return }
      index += 1
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
    return single(.close)
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

  private mutating func quotedWord() -> Part? {
    let part = word(isExact: true)
    skipSeparators()
    if takes(UInt8(ascii: "\"")) { isQuoted = false }
    return part
  }

  private mutating func unclosedQuote() -> Part {
    isQuoted = false
    return .problem("the quotation has no closing \"")
  }

  private mutating func word(isExact: Bool) -> Part {
    let start = index
    while index < end, isWordByte(bytes[index]) { index += 1 }
    guard index > start else {
      return .problem("a word is missing or a mark has no meaning here")
    }
    let (key, stem) = form.read(bytes, start..<index)
    return isExact ? .exact(key) : .stem(stem)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte == UInt8(ascii: "'") || byte >= 0x80
  }
}
