import Language

/// Something that is true of a unit and may speak for or against what the unit could be.
///
/// A feature is a hash of a namespace and a value: the model's file names both in plain text, a note's units only
/// need the hash.
struct Feature: Hashable, Sendable {
  let hash: UInt64

  /// What kind of thing a feature tells.
  enum Namespace: Int, CaseIterable, Sendable {
    /// Whether the unit is an item, a cell, a sentence, and so on.
    case form
    /// Who says it.
    case side
    /// What the headings above say the section holds.
    case section
    /// What the question that it answers asks for.
    case asked
    /// What the key or the column that it stands under names.
    case key
    /// A label of the vocabulary that the unit holds, and whether it is asserted.
    case cue
    /// A label that the unit before or behind holds, or a word before or behind a date or a name.
    case before, after
    /// A word, by its stem.
    case word
    /// The first letters of a longer word, which words of one family share.
    case beginning
    /// Two neighbouring words.
    case pair
    /// The first word.
    case first
    /// A word right beside a date, or a few words from a name.
    case near
    /// A word inside a date, such as "later" in "two weeks later", or inside a name.
    case inside
    /// Anything else that the shape tells.
    case shape

    /// The namespace as the model's file writes it.
    var name: String {
      switch self {
      case .section: "sec"
      case .asked: "ask"
      case .word: "w"
      case .beginning: "wb"
      case .pair: "ww"
      case .inside: "in"
      default: "\(self)"
      }
    }

    /// Whether its values are words.
    var holdsWords: Bool {
      switch self {
      case .word, .pair, .first, .before, .after, .near, .inside: true
      default: false
      }
    }
  }

  private init(hash: UInt64) { self.hash = hash }

  /// A feature whose value is the pieces of text one after the other.
  init(_ namespace: Namespace, _ value: String, _ more: String = "", _ most: String = "") {
    var hash = Self.hash(value)
    if !more.isEmpty { hash = Self.hash(more, behind: hash) }
    if !most.isEmpty { hash = Self.hash(most, behind: hash) }
    self.hash = Self.mix(namespace, hash)
  }

  /// A feature of one word, by its stem.
  init(_ namespace: Namespace, stem: UInt64) { hash = Self.mix(namespace, stem) }

  /// A feature of the first letters of a word; nil for one that is hardly longer, or does not begin with plain letters.
  init?(beginning token: Token, of text: TokenizedText) {
    guard token.range.count > Self.beginning else { return nil }
    let letters = text.utf8[token.range].prefix(Self.beginning).lazy.map(Bytes.lowercased)
    guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    hash = Self.mix(.beginning, Self.hash(bytes: letters, behind: Self.start))
  }

  /// So many letters begin a word.
  private static let beginning = 4

  /// A feature of two neighbouring words.
  init(_ namespace: Namespace, stems first: UInt64, _ second: UInt64) {
    hash = Self.mix(namespace, first &* 31 &+ second)
  }

  /// Tells `sink` of a feature whose value is the pieces of text one after the other.
  static func tell(
    _ namespace: Namespace, _ value: String, _ more: String = "", _ most: String = "",
    to sink: Judge.Sink
  ) {
    // Among words a colon says that this is none.
    let mark = namespace.holdsWords ? ":" : ""
    sink(Feature(namespace, value, more, most), "\(namespace.name)=\(mark)\(value)\(more)\(most)")
  }

  /// Tells `sink` of a feature of one word.
  static func tell(
    _ namespace: Namespace, word: Token, of text: TokenizedText, to sink: Judge.Sink
  ) {
    sink(
      Feature(namespace, stem: word.stem),
      "\(namespace.name)=\(ProperNames.word(word, text))")
  }

  /// Tells `sink` of the first letters of a word.
  static func tell(beginning token: Token, of text: TokenizedText, to sink: Judge.Sink) {
    guard let feature = Feature(beginning: token, of: text) else { return }
    sink(
      feature, "\(Namespace.beginning.name)=\(ProperNames.word(token, text).prefix(beginning))")
  }

  /// Tells `sink` of what stands at `index`, `step` tokens from something in a stretch of tokens, and returns it where it is a word;
  /// of marks and of the stretch's edge it tells beside the thing only.
  @discardableResult
  static func tell(
    _ namespace: Namespace, neighbour index: Int, _ step: Int, in stretch: Range<Int>,
    of text: TokenizedText, to sink: Judge.Sink
  ) -> Token? {
    guard stretch.contains(index) else {
      if step == 1 { tell(namespace, "edge", to: sink) }
      return nil
    }
    let token = text.tokens[index]
    guard token.kind == .word else {
      if step == 1 { tell(namespace, "mark", ProperNames.word(token, text), to: sink) }
      return nil
    }
    tell(namespace, word: token, of: text, to: sink)
    return token
  }

  /// Reads `namespace=value` as the model's file writes it; a value in a namespace of words is a word in any of its forms,
  /// unless a colon stands before it.
  init?(parsing text: ArraySlice<UInt8>) {
    guard let equals = text.firstIndex(of: 0x3D),
      let namespace = Namespace.allCases.first(where: {
        $0.name.utf8.elementsEqual(text[..<equals])
      })
    else { return nil }
    let value = text[(equals + 1)...]
    guard namespace.holdsWords, value.first != 0x3A else {
      let plain = value.first == 0x3A ? value.dropFirst() : value
      self.init(hash: Self.mix(namespace, Self.hash(bytes: plain, behind: Self.start)))
      return
    }
    let stems = TokenizedText(Array(value)).tokens.map(\.stem)
    switch stems.count {
    case 1: self.init(namespace, stem: stems[0])
    case 2: self.init(namespace, stems: stems[0], stems[1])
    default: return nil
    }
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what `hash` is the hash of with `text` behind it.
  private static func hash(_ text: String, behind hash: UInt64 = start) -> UInt64 {
    // The buffer does not outlive the closure.
    unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe Self.hash(bytes: $0, behind: hash)
    } ?? Self.hash(bytes: text.utf8, behind: hash)
  }

  @inline(__always)
  private static func hash(bytes: some Sequence<UInt8>, behind hash: UInt64) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private static let seeds = Namespace.allCases.map { hash($0.name) }

  private static func mix(_ namespace: Namespace, _ value: UInt64) -> UInt64 {
    (seeds[namespace.rawValue] ^ value) &* 0x9E37_79B9_7F4A_7C15
  }
}
