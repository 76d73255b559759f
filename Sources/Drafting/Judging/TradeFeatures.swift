import Evidence
import Language

/// What in a note's opening may say what the customer does, and the features that tell which of it does.
///
/// The trade stands in a list of facts (`Houtkamp Kozijnen, window frames, Hoogeveen`), behind an article (`it's a purchasing
/// cooperative of farm stores`), anywhere as a phrase of the vocabulary, or only in the account's own name.
struct TradeFeatures {
  /// Words that may name the trade.
  struct Candidate: Sendable {
    var passage: Int
    var tokens: Range<Int>
    var place: Place
    /// The trade that a phrase of the vocabulary within them tells, and where the phrase stands.
    var trade: (name: String, tokens: Range<Int>)?
  }

  /// How words stand that may name the trade.
  enum Place: String {
    /// All that stands between two marks.
    case part
    /// A phrase of the vocabulary in a longer part, with what qualifies it.
    case phrase
    /// What stands behind an article.
    case noun
    /// The last words of the account's name.
    case name
  }

  let note: Note
  let candidates: [Candidate]
  private let nameWords: Set<UInt64>

  /// How many passages from the start may tell the trade, and how many tokens of each.
  private static let opening = (passages: 12, tokens: 160)
  /// A part of a list of facts has no more words.
  private static let mostWords = 6
  private static let small = WordSet(
    "the a an of for with and or to in on at by from our their they we i who that which is are was were has have had its it"
  )
  private static let articles = WordSet("a an")

  init(note: Note, lexicon: Lexicon, account: String?) {
    self.note = note
    let name = TokenizedText(account ?? "").tokens.filter { $0.kind == .word }.map(\.key)
    nameWords = Set(name)
    var candidates: [Candidate] = []
    var isNamed = false
    for index in note.layout.passages.indices.prefix(Self.opening.passages)
    where Self.mayTell(index, note) {
      let text = note.texts[index]
      let tokens = text.tokens.indices.prefix(Self.opening.tokens)
      let trades = lexicon.trades(in: text).filter { trade in
        let bytes = text.bytes(of: trade.tokens)
        return trade.tokens.upperBound <= tokens.endIndex
          && !text.quotations.contains { $0.overlaps(bytes) }
      }
      for part in Self.parts(of: text, tokens) {
        let own = trades.filter { part.contains($0.tokens.lowerBound) }
        func add(_ tokens: Range<Int>, _ place: Place) {
          let trade = own.first { tokens.overlaps($0.tokens) }.map {
            (name: $0.trade, tokens: $0.tokens.clamped(to: tokens))
          }
          candidates.append(
            Candidate(passage: index, tokens: tokens, place: place, trade: trade))
        }
        if !isNamed, let run = Self.run(of: name, in: part, text) {
          isNamed = true
          for length in 1..<max(2, min(3, run.count)) { add(run.suffix(length), .name) }
        }
        if part.count <= Self.mostWords {
          add(part, .part)
        } else {
          for trade in own { add(Self.qualified(trade.tokens, text), .phrase) }
        }
        for token in part where Self.articles.contains(text.tokens[token]) {
          let noun = Self.noun(behind: token, in: part, text)
          if !noun.isEmpty { add(noun, .noun) }
        }
      }
    }
    self.candidates = candidates
  }

  private static func mayTell(_ index: Int, _ note: Note) -> Bool {
    let passage = note.layout.passages[index]
    if passage.quoteDepth > 0 || note.layout.mailDates.contains(index) { return false }
    guard case .value(let key) = passage.form else { return true }
    return !["from", "to", "subject", "date", "cc"].contains(key)
  }

  /// What stands between marks, an article before it left away.
  private static func parts(of text: TokenizedText, _ tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    func end(_ end: Int) {
      let first = start < end && articles.contains(text.tokens[start]) ? start + 1 : start
      if first < end { parts.append(first..<end) }
    }
    for index in tokens {
      let token = text.tokens[index]
      if isBoundary(token) {
        end(index)
        start = index + 1
      } else if token.startsLine, index > start {
        end(index)
        start = index
      }
    }
    end(tokens.upperBound)
    return parts
  }

  private static func isBoundary(_ token: Token) -> Bool {
    switch token.kind {
    case .punctuation: ![0x27, 0x26, 0x2F, 0x2D].contains(token.key) || token.followsSpace
    case .symbol: token.key == 0x7C || token.key == 0xB7
    case .word, .number: false
    }
  }

  /// Where the account's name stands in a part, from its first word on.
  private static func run(
    of name: [UInt64], in part: Range<Int>, _ text: TokenizedText
  ) -> Range<Int>? {
    guard let first = name.first,
      let start = part.first(where: { text.tokens[$0].key == first })
    else { return nil }
    let words = part.filter { $0 >= start && text.tokens[$0].kind == .word }.prefix(name.count)
    guard words.map({ text.tokens[$0].key }) == name, let last = words.last else { return nil }
    return start..<last + 1
  }

  /// A phrase with up to two words that qualify it.
  private static func qualified(_ phrase: Range<Int>, _ text: TokenizedText) -> Range<Int> {
    var start = phrase.lowerBound
    while start > 0, phrase.lowerBound - start < 2, text.tokens[start - 1].kind == .word,
      !small.contains(text.tokens[start - 1])
    {
      start -= 1
    }
    return start..<phrase.upperBound
  }

  /// Up to four words behind an article, as far as a small one.
  private static func noun(
    behind article: Int, in part: Range<Int>, _ text: TokenizedText
  ) -> Range<Int> {
    var end = article + 1
    while end < part.upperBound, end - article <= 4, text.tokens[end].kind == .word,
      !small.contains(text.tokens[end])
    {
      end += 1
    }
    return article + 1..<end
  }

  /// The words that tell the trade: of the account's own name no more than the phrase.
  func telling(_ candidate: Candidate) -> Range<Int> {
    let own = note.texts[candidate.passage].tokens[candidate.tokens]
    let isName = own.allSatisfy { $0.kind != .word || nameWords.contains($0.key) }
    return isName ? candidate.trade?.tokens ?? candidate.tokens : candidate.tokens
  }

  /// The words of the note, behind the trade's name where they do not say it.
  func text(of candidate: Candidate) -> String {
    let text = note.texts[candidate.passage]
    let bytes = text.utf8
    let tokens = telling(candidate)
    let words = Bytes.text(Bytes.trimmed(text.bytes(of: tokens), in: bytes), in: bytes)
    guard let trade = candidate.trade?.name else { return words }
    let first = TokenizedText(trade).tokens.first?.stem
    let says = tokens.contains { text.tokens[$0].stem == first }
    return says || trade.isEmpty ? words : "\(trade) (\(words))"
  }

  /// Calls `sink` for each feature of the candidate at `index`.
  func read(_ index: Int, _ sink: Judge.Sink) {
    let candidate = candidates[index]
    let passage = note.layout.passages[candidate.passage]
    let text = note.texts[candidate.passage]
    let tokens = candidate.tokens
    let place = candidate.place.rawValue
    func tell(_ namespace: Feature.Namespace, _ value: String, _ more: String = "") {
      Feature.tell(namespace, value, more, to: sink)
    }
    for token in text.tokens[tokens] where token.kind == .word {
      Feature.tell(.inside, word: token, of: text, to: sink)
      Feature.tell(beginning: token, of: text, to: sink)
    }
    if let last = text.tokens[tokens].last, last.kind == .word {
      Feature.tell(.word, word: last, of: text, to: sink)
    }
    if let trade = candidate.trade?.name {
      tell(.cue, trade)
      tell(.shape, "trade:", place)
    }
    tell(.form, FeatureReader.formName(passage))
    tell(.form, FeatureReader.formName(passage), place)
    if let name = note.fieldName(ofPassage: candidate.passage) {
      tell(.key, name)
    } else if case .value = passage.form {
      tell(.key, "unknown")
    }
    tell(.side, "\(note.side(of: passage))")
    tell(.shape, place)
    tell(.shape, place, ":\(tokens.count)")
    tell(.shape, "passage:", "\(min(5, candidate.passage))")
    let marks = text.tokens[..<tokens.lowerBound].count { Self.isBoundary($0) }
    tell(.shape, "marks:", "\(min(6, marks))")
    if candidate.passage == 0 { tell(.shape, "first:", "\(min(4, marks))") }
    standing(of: tokens, text, sink)
    func neighbour(_ namespace: Feature.Namespace, _ index: Int, _ step: Int) {
      Feature.tell(
        namespace, neighbour: index, step, in: text.tokens.indices, of: text, to: sink)
    }
    for step in 1...2 {
      neighbour(.before, tokens.lowerBound - step, step)
      neighbour(.after, tokens.upperBound + step - 1, step)
    }
  }

  /// Tells what the words are beside their meaning: names, figures, the account's own.
  private func standing(
    of tokens: Range<Int>, _ text: TokenizedText, _ sink: Judge.Sink
  ) {
    let own = text.tokens[tokens]
    let words = own.filter { $0.kind == .word }
    let before = text.tokens[max(0, tokens.lowerBound - 8)..<tokens.lowerBound]
    func tell(_ value: String, if isSo: Bool) {
      if isSo { Feature.tell(.shape, value, to: sink) }
    }
    tell("figures", if: own.contains { $0.kind == .number })
    tell("small", if: words.contains { Self.small.contains($0) })
    tell("capitals", if: words.allSatisfy(\.startsUpper))
    tell("inner-capital", if: words.dropFirst().contains(where: \.startsUpper))
    tell("person", if: words.contains { note.knownNames.people.contains($0) })
    tell("place", if: words.contains { note.knownNames.places.contains($0) })
    tell("of-name", if: words.contains { nameWords.contains($0.key) })
    tell("behind-name", if: before.contains { nameWords.contains($0.key) })
  }
}
