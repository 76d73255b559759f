/// Looks for compiled phrases in one text.
struct PhraseMatcher {
  /// The most words that `..` stands for.
  private static let longestGap = 4

  private struct Word {
    var token: Int32
    /// What stands between this word and the one before: nothing, a comma or bracket, or the end of a statement.
    var barrier: UInt8
    var isNumber: Bool
    var key: UInt64
    var stem: UInt64
  }

  private let phrases: CompiledPhrases
  private var words: [Word] = []
  private var found: [PhraseMatch] = []

  init(_ phrases: CompiledPhrases, _ text: TokenizedText) {
    self.phrases = phrases
    words.reserveCapacity(text.tokens.count)
    for sentence in text.sentences {
      var barrier: UInt8 = 2
      for index in sentence {
        let token = text.tokens[index]
        switch token.kind {
        case .word, .number:
          words.append(
            Word(
              token: Int32(index), barrier: barrier, isNumber: token.kind == .number,
              key: token.key,
              stem: token.stem))
          barrier = 0
        case .punctuation: barrier = max(barrier, Self.barrier(of: token))
        case .symbol: break
        }
      }
    }
  }

  private static func barrier(of token: Token) -> UInt8 {
    switch token.key {
    case Mark.comma, Mark.open, Mark.close: 1
    case Mark.semicolon, Mark.colon, Mark.arrow, Mark.ellipsis, Mark.question, Mark.exclamation,
      Mark.bullet:
      2
    case Mark.dash: token.followsSpace ? 2 : 1
    default: 0
    }
  }

  mutating func run() -> [PhraseMatch] {
    for position in words.indices {
      let word = words[position]
      follow(phrases.index.value(word.stem), at: position)
      follow(phrases.index.value(word.key ^ CompiledPhrases.exactSalt), at: position)
      if word.isNumber { follow(phrases.index.value(CompiledPhrases.numberKey), at: position) }
    }
    return found
  }

  private mutating func follow(_ head: Int32, at position: Int) {
    var link = head
    while link >= 0 {
      let (number, next) = phrases.links[Int(link)]
      link = next
      let variant = phrases.variants[Int(number)]
      let anchor = Int(variant.anchor)
      guard
        let last = walk(anchor + 1, Int(variant.elements.upperBound), from: position, step: 1),
        let first = walk(anchor - 1, Int(variant.elements.lowerBound) - 1, from: position, step: -1)
      else { continue }
      found.append(
        PhraseMatch(
          label: LabelID(index: Int(variant.label)), weight: Double(variant.weight),
          tokens: Int(words[first].token)..<Int(words[last].token) + 1, phrase: Int(number)))
    }
  }

  /// Matches elements from `element` until `end` beside the word at `position`, which is matched already, and returns
  /// the last word taken.
  ///
  /// It calls itself for gaps only, of which a phrase has two at most.
  private func walk(_ element: Int, _ end: Int, from position: Int, step: Int) -> Int? {
    var element = element
    var position = position
    while element != end {
      let wanted = phrases.elements[element]
      if wanted.kind == .gap {
        for skipped in 0...Self.longestGap {
          if let next = neighbour(position, step, barrier: 1),
            matches(phrases.elements[element + step], words[next]),
            let last = walk(element + 2 * step, end, from: next, step: step)
          {
            return last
          }
          guard skipped < Self.longestGap, let next = neighbour(position, step, barrier: 1) else {
            return nil
          }
          position = next
        }
        return nil
      }
      guard let next = neighbour(position, step, barrier: 0), matches(wanted, words[next]) else {
        return nil
      }
      position = next
      element += step
    }
    return position
  }

  private func neighbour(_ position: Int, _ step: Int, barrier: UInt8) -> Int? {
    let next = position + step
    guard next >= 0, next < words.count, words[max(position, next)].barrier <= barrier else {
      return nil
    }
    return next
  }

  private func matches(_ element: CompiledPhrases.Element, _ word: Word) -> Bool {
    switch element.kind {
    case .stem: return word.stem == element.value
    case .exact: return word.key == element.value
    case .number: return word.isNumber
    case .any: return true
    case .gap: return false
    case .wordClass:
      let number = Int(element.value)
      return phrases.members.value(CompiledPhrases.memberKey(word.stem, number)) > 0
        || phrases.members.value(
          CompiledPhrases.memberKey(word.key ^ CompiledPhrases.exactSalt, number)) > 0
    }
  }
}
