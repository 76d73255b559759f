/// Words and phrases that stand for each other, as flat arrays.
struct WordClasses: Sendable {
  typealias Element = CompiledPhrases.Element

  /// More members than this, written out, are a mistake.
  static let mostForms = 256

  /// Where a class's members are.
  struct WordClass: Sendable {
    /// Members of one word, in ``WordClasses/words``.
    var words: Range<Int32>
    /// Members of several words, in ``WordClasses/phrases``.
    var phrases: Range<Int32>
    /// How likely one of the words is to stand in a text, and one of the phrases.
    var rank: Int32
    /// The members of one word.
    var mask: WordMask
    /// The words that members begin with, and those that they end with.
    var first: WordMask
    var last: WordMask
  }

  /// The words of the vocabulary.
  var numbers = WordNumbers()
  private(set) var list: [WordClass] = []
  /// The members of one word.
  private(set) var words: [Int32] = []
  /// The elements of each member of several words, in ``elements``.
  private(set) var phrases: [Range<Int32>] = []
  private(set) var elements: [Element] = []

  /// Makes room for what a vocabulary of `bytes` bytes is likely to hold.
  mutating func reserve(bytes: Int) {
    list.reserveCapacity(bytes / 32)
    words.reserveCapacity(bytes / 12)
    phrases.reserveCapacity(bytes / 64)
    elements.reserveCapacity(bytes / 24)
  }

  /// The word that an element of one word is.
  static func word(_ element: Element) -> Int32 {
    element.kind == .number ? WordNumbers.anyNumber : element.value
  }

  /// How likely it is that a text holds `element`; nil where any text does.
  func rank(of element: Element) -> Int32? {
    switch element.kind {
    case .stem, .exact: numbers.isCommon(element.value) ? 1000 : 1
    case .wordClass, .phraseClass: list[Int(element.value)].rank
    case .number: 2000
    case .any, .gap: nil
    }
  }

  /// Where the members of a class that is being made start.
  struct Opening {
    fileprivate var word: Int
    fileprivate var phrase: Int
  }

  /// Starts a class, to which ``add(_:)`` adds until ``close(_:)``; one at a time.
  func open() -> Opening { Opening(word: words.count, phrase: phrases.count) }

  /// Ends a class, and returns an element that stands for it.
  mutating func close(_ opening: Opening) -> Element {
    let wordRange = Int32(opening.word)..<Int32(words.count)
    let phraseRange = Int32(opening.phrase)..<Int32(phrases.count)
    list.append(
      WordClass(
        words: wordRange, phrases: phraseRange, rank: rank(wordRange, phraseRange),
        mask: mask(wordRange), first: mask(wordRange, phraseRange, step: 1),
        last: mask(wordRange, phraseRange, step: -1)))
    return Element(
      kind: phraseRange.isEmpty ? .wordClass : .phraseClass, value: Int32(list.count - 1))
  }

  /// Adds a member to the class that is being made; false where it is empty or stands for too much.
  mutating func add(_ member: ArraySlice<Element>) -> Bool {
    guard let first = member.first else { return false }
    if member.count == 1, !first.isOptional {
      switch first.kind {
      case .stem, .exact, .number:
        words.append(Self.word(first))
        return true
      case .wordClass, .phraseClass:
        include(Int(first.value))
        return true
      case .any, .gap: break
      }
    }
    if member.allSatisfy({ !$0.isOptional && $0.kind != .phraseClass && $0.kind != .gap }) {
      append(member)
      return true
    }
    guard let forms = forms(of: member) else { return false }
    for form in forms { append(form[...]) }
    return true
  }

  private mutating func append(_ phrase: ArraySlice<Element>) {
    let start = Int32(elements.count)
    elements.append(contentsOf: phrase)
    phrases.append(start..<Int32(elements.count))
  }

  private mutating func include(_ number: Int) {
    let other = list[number]
    for index in other.words { words.append(words[Int(index)]) }
    for index in other.phrases { phrases.append(phrases[Int(index)]) }
  }

  /// The member written out, without classes of phrases and optional parts.
  private func forms(of member: ArraySlice<Element>) -> [[Element]]? {
    var forms: [[Element]] = [[]]
    for element in member {
      guard element.kind != .gap else { return nil }
      var plain = element
      plain.isOptional = false
      var choices: [[Element]] = element.isOptional ? [[]] : []
      if element.kind == .phraseClass {
        let wordClass = list[Int(element.value)]
        plain.kind = .wordClass
        if !wordClass.words.isEmpty { choices.append([plain]) }
        for index in wordClass.phrases {
          choices.append(phrases[Int(index)].map { elements[Int($0)] })
        }
      } else {
        choices.append([plain])
      }
      forms = forms.flatMap { form in choices.map { form + $0 } }
      guard forms.count <= Self.mostForms else { return nil }
    }
    return forms.contains(where: \.isEmpty) ? nil : forms
  }

  /// The words that can stand where `element` begins, read in the direction of `step`.
  func firstWords(of element: Element, step: Int) -> WordMask {
    switch element.kind {
    case .stem, .exact, .number: WordMask(Self.word(element))
    case .wordClass: list[Int(element.value)].mask
    case .phraseClass: step > 0 ? list[Int(element.value)].first : list[Int(element.value)].last
    case .any, .gap: .any
    }
  }

  private func mask(_ wordRange: Range<Int32>) -> WordMask {
    wordRange.reduce(into: .none) { mask, index in
      mask.formUnion(WordMask(words[Int(index)]))
    }
  }

  private func mask(
    _ wordRange: Range<Int32>, _ phraseRange: Range<Int32>, step: Int
  ) -> WordMask {
    phraseRange.reduce(into: mask(wordRange)) { mask, index in
      let phrase = phrases[Int(index)]
      let first = step > 0 ? phrase.lowerBound : phrase.upperBound - 1
      mask.formUnion(firstWords(of: elements[Int(first)], step: step))
    }
  }

  /// Every word counts, and of every phrase its rarest.
  private func rank(_ wordRange: Range<Int32>, _ phraseRange: Range<Int32>) -> Int32 {
    var total: Int32 = 1
    for index in wordRange { total += numbers.isCommon(words[Int(index)]) ? 300 : 2 }
    for index in phraseRange {
      var rarest: Int32 = 2000
      for position in phrases[Int(index)] {
        rarest = min(rarest, rank(of: elements[Int(position)]) ?? 2000)
      }
      total += 2 + rarest
    }
    return total
  }
}
