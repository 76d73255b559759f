import Evidence
import Language

/// Finds in a note's opening what the customer does: `(food bank)`, `Further education, 6,200 learners`, `Type: public hospital`.
///
/// Where the opening tells it by the account's own name alone, the trade is what such accounts do: a university's is higher education.
struct TradeReader {
  private let note: Note
  private let lexicon: Lexicon

  init(reading: Reading) {
    note = reading.note
    lexicon = reading.knowledge.lexicon
  }

  /// How many passages from the start may tell the trade.
  private static let opening = 12
  private static let small = WordSet(
    "the a an of for with and or to in on at by from our their they we i who that which is are was were has have had its it"
  )

  private static let possessives = WordSet("their his her our my your")

  /// The trade of the account of that name, with the place that tells it.
  func find(account: String?) -> (String, Excerpt)? {
    let name = TokenizedText(account ?? "").tokens.map(\.key)
    var best: (score: Double, trade: String, excerpt: Excerpt)?
    for index in note.layout.passages.indices.prefix(Self.opening) {
      let passage = note.layout.passages[index]
      if passage.quoteDepth > 0 || note.layout.mailDates.contains(index) { continue }
      if case .heading = passage.form, index > 0 { continue }
      if passage.speaker != nil, note.side(of: passage) == .customer { continue }
      if case .value(let key) = passage.form, key == "from" || key == "to" || key == "subject" {
        continue
      }
      let text = note.texts[index]
      for (trade, tokens) in lexicon.trades(in: text) {
        let bytes = text.bytes(of: tokens)
        if text.quotations.contains(where: { $0.overlaps(bytes) }) { continue }
        let part = self.part(around: tokens, text)
        let isName =
          tokens.allSatisfy { name.contains(text.tokens[$0].key) }
          && part.contains { text.tokens[$0].key == name.first }
        let isTheirs =
          tokens.lowerBound > 0 && Self.possessives.contains(text.tokens[tokens.lowerBound - 1])
        let score =
          weight(passage, index, tokens, part, text) - (isName ? 3 : 0) - (isTheirs ? 2 : 0)
        guard score > best?.score ?? -3.5 else { continue }
        let place = isName ? tokens : part
        best = (
          score, described(trade, place, text), passage.excerpt(text.bytes(of: place))
        )
      }
    }
    return best.map { ($0.trade, $0.excerpt) }
  }

  /// The words of the note, behind the trade's name where they do not say it.
  private func described(_ trade: String, _ place: Range<Int>, _ text: TokenizedText) -> String {
    let words = text.text(of: place).trimmed
    let first = TokenizedText(trade).tokens.first?.stem
    let says = place.contains { text.tokens[$0].stem == first }
    return says || trade.isEmpty ? words : "\(trade) (\(words))"
  }

  private func weight(
    _ passage: Passage, _ index: Int, _ tokens: Range<Int>, _ part: Range<Int>,
    _ text: TokenizedText
  ) -> Double {
    var score = -0.3 * Double(index) + 0.4 * Double(tokens.count)
    if case .value = passage.form { score += 1 }
    let sentence = text.sentence(holding: tokens.lowerBound)
    score -= 0.4 * Double(sentence)
    // A whole part of a list of facts tells what somebody is; a word in the middle of a sentence may be about anything.
    score += part.count <= 4 ? 1.5 : part.count <= 7 ? 0.7 : -0.5
    if part.lowerBound > 0, text.tokens[part.lowerBound - 1].key == 0x28 { score += 1 }
    if part.contains(where: { text.tokens[$0].kind == .number }) { score -= 0.3 }
    if passage.speaker != nil { score -= 0.5 }
    return score
  }

  /// The part between marks that the phrase stands in; where that is long, the phrase with the words that qualify it.
  private func part(around tokens: Range<Int>, _ text: TokenizedText) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start > 0, !isBoundary(text.tokens[start - 1]) { start -= 1 }
    while end < text.tokens.count, !isBoundary(text.tokens[end]) { end += 1 }
    if end - start <= 7 { return start..<end }
    start = tokens.lowerBound
    while start > 0, tokens.lowerBound - start < 2, text.tokens[start - 1].kind == .word,
      !Self.small.contains(text.tokens[start - 1])
    {
      start -= 1
    }
    return start..<tokens.upperBound
  }

  private func isBoundary(_ token: Token) -> Bool {
    token.kind == .punctuation && token.key != 0x27 && token.key != 0x26 && token.key != 0x2F
  }
}

extension String {
  fileprivate var trimmed: String {
    let bytes = Array(utf8)
    return Bytes.text(Bytes.trimmed(0..<bytes.count, in: bytes), in: bytes)
  }
}
