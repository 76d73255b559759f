/// Phrases as flat arrays, filed under a word that each of them must hold.
struct CompiledPhrases: Sendable {
  /// One step of a phrase.
  struct Element: Sendable {
    enum Kind: UInt8 { case stem, exact, wordClass, number, any, gap }
    var kind: Kind
    var value: UInt64 = 0
  }

  /// One form of a phrase.
  struct Variant: Sendable {
    var elements: Range<Int32>
    var anchor: Int32
    var label: UInt16
    var file: UInt16
    var line: Int32
    var weight: Float
  }

  /// The words and phrases that a class stands for.
  struct WordClass: Sendable {
    var number: Int
    /// Members of one word each.
    private(set) var words: [Element] = []
    /// Members of several words.
    var phrases: [[Element]] = []

    /// How likely one of its words is to stand in a text.
    private(set) var rank = 1

    init(number: Int) { self.number = number }

    mutating func add(_ word: Element) {
      words.append(word)
      rank += CommonWords.contains(word.value) ? 300 : 2
    }
  }

  static let exactSalt: UInt64 = 0x5851_F42D_4C95_7F2D
  static let numberKey: UInt64 = 0x9E37_79B9_7F4A_7C15

  private(set) var elements: [Element] = []
  private(set) var variants: [Variant] = []
  private(set) var members = WordTable()
  private(set) var index = WordTable()
  /// Chains of variants with the same anchor word: the variant, and the next link or -1.
  private(set) var links: [(variant: Int32, next: Int32)] = []

  /// Puts a word into a class.
  mutating func addMember(_ element: Element, to wordClass: Int) {
    members.insert(Self.memberKey(Self.fileKey(element), wordClass), 1)
  }

  /// Adds one form of a phrase; false where it holds no word to file it under.
  mutating func add(
    _ form: [Element], classes: [WordClass], label: Int, weight: Float, file: Int, line: Int
  ) -> Bool {
    guard let anchor = Self.anchor(of: form, classes) else { return false }
    let start = Int32(elements.count)
    elements += form
    let number = Int32(variants.count)
    variants.append(
      Variant(
        elements: start..<Int32(elements.count), anchor: start + Int32(anchor),
        label: UInt16(label),
        file: UInt16(file), line: Int32(line), weight: weight))
    if form[anchor].kind == .wordClass {
      for word in classes[Int(form[anchor].value)].words { link(Self.fileKey(word), number) }
    } else {
      link(Self.fileKey(form[anchor]), number)
    }
    return true
  }

  private mutating func link(_ key: UInt64, _ variant: Int32) {
    let head = index.exchange(key, Int32(links.count))
    links.append((variant, head))
  }

  static func fileKey(_ element: Element) -> UInt64 {
    switch element.kind {
    case .stem: element.value
    case .exact: element.value ^ exactSalt
    default: numberKey
    }
  }

  static func memberKey(_ key: UInt64, _ wordClass: Int) -> UInt64 {
    (key ^ UInt64(wordClass &+ 1) &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9 | 1
  }

  /// The element least likely to stand in a text.
  private static func anchor(of form: [Element], _ classes: [WordClass]) -> Int? {
    var best: (position: Int, rank: Int)?
    for (position, element) in form.enumerated() {
      let rank: Int
      switch element.kind {
      case .stem, .exact: rank = CommonWords.contains(element.value) ? 1000 : 1
      case .wordClass:
        rank = classes[Int(element.value)].rank
      case .number: rank = 2000
      case .any, .gap: continue
      }
      if best.map({ rank < $0.rank }) ?? true { best = (position, rank) }
    }
    return best?.position
  }
}

/// Words that stand in nearly every note.
enum CommonWords {
  static func contains(_ stem: UInt64) -> Bool { stems.value(stem) > 0 }

  private static let stems: WordTable = {
    let words = """
      a an the i we they he she it you me us them him her our their his my your its to of in on at by for from with \
      into over up out off down about and or but so if as than then that this these those there here is are was were \
      be been being am do does did have has had will would can could should not no never nothing none nobody didnt \
      dont doesnt wasnt werent isnt arent cant couldnt wont wouldnt all any some one only just even still too very \
      more most what when which who why how where get got go went gone make made say said tell told want use work \
      customer team price support product time month week year day call mail email tool
      """
    var form = WordForm()
    var stems = WordTable()
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = Array(word.utf8)
      let (key, stem) = form.read(bytes, 0..<bytes.count)
      stems.insert(key, 1)
      stems.insert(stem, 1)
    }
    return stems
  }()
}
