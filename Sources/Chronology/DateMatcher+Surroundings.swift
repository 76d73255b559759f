/// What stands around a date.
extension DateMatcher {
  func kind(_ index: Int) -> DateWord.Kind {
    tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].word.kind : .other
  }

  /// The mark at `index`, or 0.
  func mark(_ index: Int) -> UInt8 {
    tokens.indices.contains(index) && tokens[index].kind == .mark ? tokens[index].mark : 0
  }

  func isSpaced(_ index: Int) -> Bool { index >= tokens.count || tokens[index].isSpaced }

  /// Whether the token at `index` hangs on the one before it.
  func isGlued(_ index: Int) -> Bool {
    tokens.indices.contains(index) && index > 0 && !tokens[index].isSpaced
      && tokens[index - 1].kind != .mark
  }

  /// Whether the figures at `index` are neither part of a word nor an amount or a number sign's.
  func isFree(_ index: Int) -> Bool {
    guard !isGlued(index) else { return false }
    if index + 1 < tokens.count, !tokens[index + 1].isSpaced {
      if tokens[index + 1].mark == 0x25 && tokens[index + 1].kind == .mark { return false }
      if tokens[index + 1].kind == .word, tokens[index].kind == .number, kind(index + 1) != .month {
        return false
      }
    }
    guard index > 0, tokens[index - 1].kind == .mark else { return kind(index - 1) != .measure }
    switch tokens[index - 1].mark {
    // # $ £ (C2 A3) € (E2 82 AC) + @
    case 0x23, 0x24, 0xC2, 0xE2, 0x2B, 0x40: return tokens[index].isSpaced
    default: return true
    }
  }

  /// Whether a word that comes before dates stands before `index`.
  func isLed(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .preposition, .limit, .from: true
    case .part, .season, .weekday, .pointer, .term: true
    case .link: [.part, .preposition, .limit, .season].contains(kind(index - 2))
    case .direction: true
    default: false
    }
  }

  func isAtStart(_ index: Int) -> Bool {
    index == 0
      || tokens[0..<index].suffix(3).allSatisfy { $0.kind == .mark && $0.mark != 0x27 }
        && index <= 3
  }

  func isMeasured(_ index: Int) -> Bool {
    kind(index + 1) == .measure || kind(index - 1) == .measure || kind(index + 1) == .link
  }
}
