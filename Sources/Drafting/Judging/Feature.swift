import Language

/// Something that is true of a unit and may speak for or against what the unit could be.
///
/// A feature is a hash of a namespace and a value: the model's file names both in plain text, a note's units only
/// need the hash.
struct Feature: Hashable, Sendable {
  let hash: UInt64

  /// What kind of thing a feature tells.
  enum Namespace: String, CaseIterable, Sendable {
    /// Whether the unit is an item, a cell, a sentence, and so on.
    case form
    /// Who says it.
    case side
    /// What the headings above say the section holds.
    case section = "sec"
    /// What the question that it answers asks for.
    case asked = "ask"
    /// What the key or the column that it stands under names.
    case key
    /// A label of the vocabulary that the unit holds, and whether it is asserted.
    case cue
    /// A label that the unit before or behind holds, or a word before or behind a date or a name.
    case before, after
    /// A word, by its stem.
    case word = "w"
    /// Two neighbouring words.
    case pair = "ww"
    /// The first word.
    case first
    /// A word right beside a date.
    case near
    /// A word inside a date, such as "later" in "two weeks later".
    case inside = "in"
    /// Anything else that the shape tells.
    case shape

    /// Whether its values are words.
    var holdsWords: Bool {
      switch self {
      case .word, .pair, .first, .before, .after, .near, .inside: true
      default: false
      }
    }
  }

  init(_ namespace: Namespace, _ value: some Sequence<UInt8>) {
    hash = Self.mix(namespace, Self.hash(value))
  }

  init(_ namespace: Namespace, _ value: String) { self.init(namespace, value.utf8) }

  /// A feature of one word, by its stem.
  init(_ namespace: Namespace, stem: UInt64) { hash = Self.mix(namespace, stem) }

  /// A feature of two neighbouring words.
  init(_ namespace: Namespace, stems first: UInt64, _ second: UInt64) {
    hash = Self.mix(namespace, first &* 31 &+ second)
  }

  /// Reads `namespace=value` as the model's file writes it; a value in a namespace of words is a word in any of its forms,
  /// unless a colon stands before it.
  init?(parsing text: ArraySlice<UInt8>) {
    guard let equals = text.firstIndex(of: 0x3D),
      let namespace = Namespace.allCases.first(where: {
        $0.rawValue.utf8.elementsEqual(text[..<equals])
      })
    else { return nil }
    let value = text[(equals + 1)...]
    guard namespace.holdsWords, value.first != 0x3A else {
      self.init(namespace, value.first == 0x3A ? value.dropFirst() : value)
      return
    }
    let stems = TokenizedText(Array(value)).tokens.map(\.stem)
    switch stems.count {
    case 1: self.init(namespace, stem: stems[0])
    case 2: self.init(namespace, stems: stems[0], stems[1])
    default: return nil
    }
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private static func mix(_ namespace: Namespace, _ value: UInt64) -> UInt64 {
    (hash(namespace.rawValue.utf8) ^ value) &* 0x9E37_79B9_7F4A_7C15
  }
}
