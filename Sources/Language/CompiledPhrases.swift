/// Phrases as flat arrays, each filed under a word that it must hold.
struct CompiledPhrases: Sendable {
  /// One step of a phrase.
  struct Element: Sendable {
    enum Kind: UInt8 {
      /// A word by its stem, or by its folded form.
      case stem, exact
      /// One word of a class; or any member of it, words and phrases.
      case wordClass, phraseClass
      /// Any number; any word; up to four words.
      case number, any, gap
    }
    var kind: Kind
    var isOptional = false
    /// The word's number, or the class's.
    var value: Int32 = 0
  }

  /// A phrase with one word that it is filed under.
  struct Variant: Sendable {
    var elements: Range<Int32>
    var anchor: Int32
    var label: UInt16
    var file: UInt16
    var line: Int32
    var weight: Float
  }

  /// A phrase that is filed under some word.
  struct Filing: Sendable {
    var variant: Int32
    /// The phrase that was filed under the same word before, or -1; once all are laid out, that is the one behind.
    var previous: Int32
    /// The words of which one must stand right before and right behind the word: they spare most walks.
    var before = WordMask.any
    var after = WordMask.any
  }

  private(set) var elements: [Element] = []
  private(set) var variants: [Variant] = []
  var classes = WordClasses()
  private(set) var filings: [Filing] = []
  /// Where the phrases that are filed under each word begin, or -1.
  private(set) var heads: [Int32] = []

  /// Makes room for what a vocabulary of `bytes` bytes is likely to hold.
  mutating func reserve(bytes: Int) {
    elements.reserveCapacity(bytes / 10)
    variants.reserveCapacity(bytes / 32)
    filings.reserveCapacity(bytes / 12)
    classes.reserve(bytes: bytes)
  }

  /// What a phrase is for, and where it is written.
  struct Origin {
    var label: Int
    var weight: Float
    var file: Int
    var line: Int
  }

  /// Adds a phrase; false where it holds no word to file it under.
  ///
  /// Where only a class with phrases could be the anchor, the phrase is filed once for each of them.
  mutating func add(_ phrase: [Element], _ origin: Origin) -> Bool {
    guard let anchor = anchor(of: phrase, allowingPhrases: true) else { return false }
    let element = phrase[anchor]
    guard element.kind == .phraseClass else {
      file(phrase, anchor: anchor, origin)
      return true
    }
    let wordClass = classes.list[Int(element.value)]
    if !wordClass.words.isEmpty {
      var plain = phrase
      plain[anchor].kind = .wordClass
      file(plain, anchor: anchor, origin)
    }
    var isAdded = true
    for member in wordClass.phrases {
      let range = classes.phrases[Int(member)]
      var plain = Array(phrase[..<anchor])
      for index in range { plain.append(classes.elements[Int(index)]) }
      plain += phrase[(anchor + 1)...]
      if let best = self.anchor(of: plain, allowingPhrases: false) {
        file(plain, anchor: best, origin)
      } else {
        isAdded = false
      }
    }
    return isAdded
  }

  private mutating func file(_ phrase: [Element], anchor: Int, _ origin: Origin) {
    let start = Int32(elements.count)
    elements.append(contentsOf: phrase)
    let number = Int32(variants.count)
    variants.append(
      Variant(
        elements: start..<Int32(elements.count), anchor: start + Int32(anchor),
        label: UInt16(truncatingIfNeeded: origin.label),
        file: UInt16(truncatingIfNeeded: origin.file), line: Int32(origin.line),
        weight: origin.weight))
    let filing = Filing(
      variant: number, previous: -1, before: neighbours(phrase[..<anchor].reversed(), step: -1),
      after: neighbours(phrase[(anchor + 1)...], step: 1))
    if phrase[anchor].kind == .wordClass {
      for word in classes.list[Int(phrase[anchor].value)].words {
        file(filing, under: classes.words[Int(word)])
      }
    } else {
      file(filing, under: WordClasses.word(phrase[anchor]))
    }
  }

  private mutating func file(_ filing: Filing, under word: Int32) {
    while heads.count < classes.numbers.count { heads.append(-1) }
    var filing = filing
    filing.previous = heads[Int(word)]
    heads[Int(word)] = Int32(filings.count)
    filings.append(filing)
  }

  /// The words that can stand where the first of `elements` stands, read in the direction of `step`.
  private func neighbours(_ elements: some Sequence<Element>, step: Int) -> WordMask {
    var mask = WordMask.none
    for element in elements {
      mask.formUnion(classes.firstWords(of: element, step: step))
      if !element.isOptional { return mask }
    }
    return .any
  }

  /// Lays the phrases that are filed under one word beside each other, once all are added.
  mutating func layOut() {
    var laid: [Filing] = []
    laid.reserveCapacity(filings.count)
    for word in heads.indices {
      var next = heads[word]
      if next >= 0 { heads[word] = Int32(laid.count) }
      while next >= 0 {
        laid.append(filings[Int(next)])
        next = filings[Int(next)].previous
      }
    }
    filings = laid
    while heads.count < classes.numbers.count { heads.append(-1) }
  }

  /// The element least likely to stand in a text.
  private func anchor(of phrase: [Element], allowingPhrases: Bool) -> Int? {
    var best: (position: Int, rank: Int32)?
    for (position, element) in phrase.enumerated() where !element.isOptional {
      guard element.kind != .phraseClass || allowingPhrases,
        let rank = classes.rank(of: element)
      else { continue }
      if best.map({ rank < $0.rank }) ?? true { best = (position, rank) }
    }
    return best?.position
  }
}
