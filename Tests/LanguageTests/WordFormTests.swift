import Language
import Testing

@Suite struct WordFormTests {
  private func words(_ text: String) -> [Token] {
    TokenizedText(text).tokens.filter(\.isWordLike)
  }

  @Test(arguments: [
    "crash crashes crashed crashing", "price prices priced pricing price's",
    "stop stops stopped stopping",
    "reply replies replied replying", "cancel cancels cancelled canceled cancelling",
    "use used using uses",
    "call calls called calling", "decide decides decided deciding", "organise organized organising",
    "organisation organizations", "favour favor favours", "miss missed misses missing", "bug bugs",
    "promise promised promising", "agree agreed agreeing", "bill bills billing billed",
    "licence license licensed", "crisis crisis", "café cafe", "didn’t didn't didnt", "we're we",
  ]) func formsOfAWordAgree(_ forms: String) {
    #expect(Set(words(forms).map(\.stem)).count == 1)
  }

  @Test(arguments: [
    "was wash", "us use", "this thi", "status stat", "thing the", "need ne", "off of", "well we'll",
    "bring br", "news new",
  ]) func differentWordsDiffer(_ pair: String) {
    #expect(Set(words(pair).map(\.key)).count == 2)
    #expect(Set(words(pair).map(\.stem)).count == (pair == "well we'll" ? 2 : 2))
  }

  @Test func hyphensJoinAndShortFormsAreSpeltOut() {
    #expect(words("go-live").map(\.stem) == words("go live").map(\.stem))
    #expect(words("w/out b/c w/").map(\.key) == words("without because with").map(\.key))
    #expect(words("e.g. E.G.").map(\.key) == words("eg eg").map(\.key))
  }

  @Test func numbersKeepTheirMarks() {
    let text = TokenizedText("£31,200 on 04.03.2025 at 14:30, 23rd, 40% of 1-2.")
    let numbers = text.tokens.indices.filter { text.tokens[$0].kind == .number }
      .map { text.text(of: $0..<$0 + 1) }
    #expect(numbers == ["31,200", "04.03.2025", "14:30", "23rd", "40", "1-2"])
  }

  @Test func tokensCoverEveryVisibleByteOnce() {
    let text = TokenizedText("Ünïcode “quotes”, 🥲 emojis — 漢字 and\nlines.")
    var last = 0
    for token in text.tokens {
      #expect(token.range.lowerBound >= last)
      last = token.range.upperBound
    }
    #expect(last == text.utf8.count)
  }
}
