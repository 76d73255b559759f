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
    /// The word's hash, or the class's number.
    var value: UInt64 = 0
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

  /// A link of the chain of phrases that are filed under one word.
  struct Link: Sendable {
    var variant: Int32
    var next: Int32
    /// The stem that must stand beside the word, where the phrase wants one there: it spares most walks.
    var neighbour: UInt32
    /// On which side it must stand, or 0.
    var side: Int8
  }

  static let exactSalt: UInt64 = 0x5851_F42D_4C95_7F2D
  static let numberKey: UInt64 = 0x9E37_79B9_7F4A_7C15

  private(set) var elements: [Element] = []
  private(set) var variants: [Variant] = []
  var classes = WordClasses()
  private(set) var index = WordTable(capacity: 8192)
  private(set) var links: [Link] = []

  /// Makes room for what a vocabulary of `bytes` bytes is likely to hold.
  mutating func reserve(bytes: Int) {
    elements.reserveCapacity(bytes / 10)
    variants.reserveCapacity(bytes / 32)
    links.reserveCapacity(bytes / 12)
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
    var link = Link(variant: number, next: -1, neighbour: 0, side: 0)
    for side in [1, -1] {
      let beside = anchor + side
      guard phrase.indices.contains(beside), phrase[beside].kind == .stem,
        !phrase[beside].isOptional
      else { continue }
      link.side = Int8(side)
      link.neighbour = UInt32(truncatingIfNeeded: phrase[beside].value)
      break
    }
    if phrase[anchor].kind == .wordClass {
      for word in classes.list[Int(phrase[anchor].value)].words {
        chain(link, under: classes.words[Int(word)])
      }
    } else {
      chain(link, under: WordClasses.fileKey(phrase[anchor]))
    }
  }

  private mutating func chain(_ link: Link, under key: UInt64) {
    var link = link
    link.next = index.exchange(key, Int32(links.count))
    links.append(link)
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
