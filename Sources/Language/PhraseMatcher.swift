/// Looks for compiled phrases in one text.
struct PhraseMatcher {
  /// The most words that `..` stands for.
  private static let longestGap = 4

  private struct Word {
    var token: Int32
    /// What stands between this word and the one before: nothing, a comma or bracket, or the end of a statement.
    var barrier: UInt8
    var isNumber: Bool
    /// The word's numbers, or -1 where the vocabulary has no such word.
    var stem: Int32
    var exact: Int32
    /// The word as one that phrases may want.
    var mask: WordMask
  }

  private let vocabulary: Vocabulary
  private var words: [Word] = []
  private var found: [PhraseMatch] = []

  private var phrases: CompiledPhrases { vocabulary.compiled }

  init(_ vocabulary: Vocabulary, _ text: TokenizedText) {
    self.vocabulary = vocabulary
    let numbers = vocabulary.compiled.classes.numbers
    words.reserveCapacity(text.tokens.count)
    for sentence in text.sentences {
      var barrier: UInt8 = 2
      for index in sentence {
        let token = text.tokens[index]
        switch token.kind {
        case .word, .number:
          let stem = numbers.value(stem: token.stem)
          let exact = numbers.value(exact: token.key)
          let isNumber = token.kind == .number
          var mask = WordMask(stem).union(WordMask(exact))
          if isNumber { mask.formUnion(WordMask(WordNumbers.anyNumber)) }
          words.append(
            Word(
              token: Int32(index), barrier: barrier, isNumber: isNumber, stem: stem, exact: exact,
              mask: mask))
          barrier = 0
        case .punctuation:
          barrier = max(barrier, Self.barrier(of: token, before: text.tokens, index + 1))
        case .symbol: break
        }
      }
    }
  }

  private static func barrier(of token: Token, before tokens: [Token], _ next: Int) -> UInt8 {
    switch token.key {
    case Mark.comma, Mark.open, Mark.close: 1
    case Mark.semicolon: next < tokens.count && tokens[next].followsSpace ? 2 : 0  // `tl;dr`
    case Mark.colon, Mark.arrow, Mark.ellipsis, Mark.question, Mark.exclamation, Mark.bullet: 2
    case Mark.dash: token.followsSpace ? 2 : 1
    default: 0
    }
  }

  mutating func run() -> [PhraseMatch] {
    found.reserveCapacity(words.count / 2)
    for position in words.indices {
      let word = words[position]
      follow(word.stem, at: position)
      follow(word.exact, at: position)
      if word.isNumber { follow(WordNumbers.anyNumber, at: position) }
    }
    return found
  }

  private mutating func follow(_ word: Int32, at position: Int) {
    guard word >= 0, phrases.heads[Int(word)] >= 0 else { return }
    let before = (neighbour(position, -1, 0).map { words[$0].mask } ?? .none).union(.any)
    let after = (neighbour(position, 1, 0).map { words[$0].mask } ?? .none).union(.any)
    var next = Int(phrases.heads[Int(word)])
    while true {
      let filing = phrases.filings[next]
      if filing.before.overlaps(before), filing.after.overlaps(after) {
        match(filing.variant, at: position)
      }
      if filing.previous < 0 { return }
      next += 1
    }
  }

  /// Keeps a phrase, whose anchor stands at `position`, if all of it stands there.
  private mutating func match(_ number: Int32, at position: Int) {
    let variant = phrases.variants[Int(number)]
    let anchor = Int(variant.anchor)
    guard
      let last = walk(
        anchor + 1, Int(variant.elements.upperBound), from: position, step: 1, reach: 0),
      let first = walk(
        anchor - 1, Int(variant.elements.lowerBound) - 1, from: position, step: -1, reach: 0)
    else { return }
    found.append(
      PhraseMatch(
        label: LabelID(index: Int(variant.label)), weight: Double(variant.weight),
        tokens: Int(words[first].token)..<Int(words[last].token) + 1, phrase: Int(number)))
  }

  /// Matches elements from `element` until `end` beside the word at `position`, which is taken already, and returns
  /// the last word taken.
  ///
  /// `reach` is the barrier that may stand before the next word. It calls itself for gaps, optional elements and
  /// classes with phrases only, once for each choice, and never deeper than the phrase is long.
  private func walk(_ element: Int, _ end: Int, from position: Int, step: Int, reach: UInt8) -> Int?
  {
    var element = element
    var position = position
    var reach = reach
    while element != end {
      let wanted = phrases.elements[element]
      switch wanted.kind {
      case .gap: return walkGap(element, end, from: position, step: step)
      case .phraseClass:
        if let last = walkClass(element, end, from: position, step: step, reach: reach) {
          return last
        }
        guard wanted.isOptional else { return nil }
      case .stem, .exact, .wordClass, .number, .any:
        if let next = neighbour(position, step, reach), matches(wanted, words[next]) {
          guard wanted.isOptional else {
            position = next
            element += step
            reach = 0
            continue
          }
          if let last = walk(element + step, end, from: next, step: step, reach: 0) { return last }
        }
        guard wanted.isOptional else { return nil }
      }
      element += step
    }
    return position
  }

  private func walkGap(_ element: Int, _ end: Int, from position: Int, step: Int) -> Int? {
    var position = position
    for _ in 0..<Self.longestGap {
      if let last = walk(element + step, end, from: position, step: step, reach: 1) { return last }
      guard let next = neighbour(position, step, 1) else { return nil }
      position = next
    }
    return walk(element + step, end, from: position, step: step, reach: 1)
  }

  private func walkClass(
    _ element: Int, _ end: Int, from position: Int, step: Int, reach: UInt8
  ) -> Int? {
    guard let next = neighbour(position, step, reach) else { return nil }
    let wordClass = phrases.classes.list[Int(phrases.elements[element].value)]
    let mask = words[next].mask.union(.any)
    guard mask.overlaps(step > 0 ? wordClass.first : wordClass.last) else { return nil }
    if isMember(words[next], of: wordClass),
      let last = walk(element + step, end, from: next, step: step, reach: 0)
    {
      return last
    }
    for index in wordClass.phrases {
      if let taken = take(phrases.classes.phrases[Int(index)], from: next, step: step),
        let last = walk(element + step, end, from: taken, step: step, reach: 0)
      {
        return last
      }
    }
    return nil
  }

  /// Matches a member of several words, the first of which, in the direction of `step`, is at `start`.
  private func take(_ member: Range<Int32>, from start: Int, step: Int) -> Int? {
    var index = step > 0 ? Int(member.lowerBound) : Int(member.upperBound) - 1
    var position = start
    for taken in 0..<member.count {
      if taken > 0 {
        guard let next = neighbour(position, step, 0) else { return nil }
        position = next
      }
      guard matches(phrases.classes.elements[index], words[position]) else { return nil }
      index += step
    }
    return position
  }

  private func neighbour(_ position: Int, _ step: Int, _ reach: UInt8) -> Int? {
    let next = position + step
    guard next >= 0, next < words.count, words[max(position, next)].barrier <= reach
    else { return nil }
    return next
  }

  private func matches(_ element: CompiledPhrases.Element, _ word: Word) -> Bool {
    switch element.kind {
    case .stem: word.stem == element.value
    case .exact: word.exact == element.value
    case .number: word.isNumber
    case .any: true
    case .gap, .phraseClass: false
    case .wordClass: isMember(word, of: phrases.classes.list[Int(element.value)])
    }
  }

  private func isMember(_ word: Word, of wordClass: WordClasses.WordClass) -> Bool {
    guard wordClass.mask.overlaps(word.mask) else { return false }
    for index in wordClass.words {
      let member = phrases.classes.words[Int(index)]
      if member == word.stem || member == word.exact
        || (member == WordNumbers.anyNumber && word.isNumber)
      {
        return true
      }
    }
    return false
  }
}
