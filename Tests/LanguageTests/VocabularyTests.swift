import Language
import Testing

@Suite struct VocabularyTests {
  private func vocabulary(_ text: String) -> Vocabulary {
    Vocabulary([VocabularyFile(name: "v.txt", text: text)])
  }

  private func found(_ phrases: String, in text: String) -> [String] {
    let vocabulary = vocabulary("{left} = left | quit | moved on\n[x]\n" + phrases)
    #expect(vocabulary.problems.isEmpty)
    let text = TokenizedText(text)
    return vocabulary.matches(in: text).map { text.text(of: $0.tokens) }
  }

  @Test(arguments: [
    ("page crash", "The pages crashed twice", "pages crashed"),
    (
      "our champion {left}", "Our champion has gone; our champion moved on.",
      "our champion moved on"
    ),
    ("slow|poor answer", "Poor answers", "Poor answers"),
    ("lost (our)? sponsor", "they lost our sponsor", "lost our sponsor"),
    ("lost (our)? sponsor", "they lost sponsors", "lost sponsors"),
    ("(went|was sent) back", "he was sent back", "was sent back"),
    ("price .. raised", "the price, they say, was raised", "price, they say, was raised"),
    ("down to #", "logins down to 4", "down to 4"),
    ("left the *", "he left the building", "left the building"),
    ("go live", "The go-live slipped", "go-live"),
    ("uber cafe", "Über Café", "Über Café"),
  ]) func phrasesMatch(_ phrase: String, _ text: String, _ expected: String) {
    #expect(found(phrase, in: text) == [expected])
  }

  @Test(arguments: [
    ("\"left\" us", "they leave us"),
    ("slow answer", "It was slow. Answers came."),
    ("slow answer", "it was slow, answers came"),
    ("price .. raised", "price one two three four five raised"),
    ("no answer", "answer no"),
  ]) func phrasesDoNotMatch(_ phrase: String, _ text: String) {
    #expect(found(phrase, in: text) == [])
  }

  @Test func theLongestMatchOfALabelStandsForThoseInIt() {
    #expect(
      found("too expensive\nfar too expensive", in: "far too expensive") == ["far too expensive"])
  }

  @Test func weightsComeFromTheLineOrTheSection() {
    let vocabulary = vocabulary("[cause/pricing 2]\nprice\ntoo dear : 3.5\n[b]\nbug\n")
    let matches = vocabulary.matches(in: TokenizedText("the price was too dear and a bug"))
    #expect(matches.map(\.weight) == [2, 3.5, 1])
    #expect(
      matches.map { vocabulary.name(of: $0.label) } == ["cause/pricing", "cause/pricing", "b"])
    #expect(vocabulary.origin(of: matches[1]).line == 3)
    #expect(vocabulary.labels(startingWith: "cause/").count == 1)
  }

  @Test(arguments: [
    ("lost", "v.txt:1:1: a phrase stands before the first section, such as [cause/pricing]"),
    ("[x\nlost", "v.txt:1:2: the section has no closing ]"),
    ("[x much]\nlost", "v.txt:1:4: the weight is no number"),
    ("[x]\nlost {them}", "v.txt:2:12: no class of this name is defined above"),
    ("[x]\n.. lost", "v.txt:2:1: `..` stands between words, twice at most"),
    ("[x]\nlost (us", "v.txt:2:9: the group has no closing )"),
    ("[x]\n* *", "v.txt:2:1: the phrase holds no word to look for"),
    ("[x]\nlost : 3x", "v.txt:2:7: the weight is no number"),
  ]) func malformedLinesAreToldWithTheirPlace(_ text: String, _ expected: String) {
    #expect(vocabulary(text).problems.first?.description == expected)
  }

  @Test func anyBytesAreRead() {
    let bytes = (0...255).map { UInt8($0) } + Array("\n[x]\n".utf8) + (128...255).map { UInt8($0) }
    let vocabulary = Vocabulary([VocabularyFile(name: "v", utf8: bytes)])
    _ = vocabulary.matches(in: TokenizedText(bytes))
  }
}
