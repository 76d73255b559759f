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
    ("\"who needs to know\"", "Who needs to know?", "Who needs to know"),
    ("\"tl;dr\"", "the tl;dr of it", "tl;dr"),
    ("filled_in_by", "Filled in by: Jo", "Filled in by"),
    ("{left} the company", "she moved on the company", "moved on the company"),
    ("she {left}", "she moved on", "she moved on"),
    (
      "(our|their new)? sponsor (of|for the)? {left}", "their new sponsor quit",
      "their new sponsor quit"
    ),
    (
      "(our|their new)? sponsor (of|for the)? {left}", "sponsor for the quit",
      "sponsor for the quit"
    ),
    ("price (list)? .. (was)? raised", "price list has been raised", "price list has been raised"),
    ("(#) of # seats", "9 of 41 seats", "9 of 41 seats"),
    ("price .. raised", "the price, they say, was raised", "price, they say, was raised"),
    ("down to #", "logins down to 4", "down to 4"),
    ("# percent off", "They wanted 20 percent off", "20 percent off"),
    ("// a comment\nleft the *\n  // left", "he left the building", "left the building"),
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
    ("\"no answers\"", "no answer"),
    ("(our|their new) sponsor", "their sponsor"),
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
    ("[x]\nlost (us (all))", "v.txt:2:10: a group stands in another"),
    ("[x]\nlost (us|)", "v.txt:2:11: an alternative of the group is empty or stands for too much"),
    ("[x]\n\"lost us", "v.txt:2:9: the quotation has no closing \""),
    (
      "[x]\nlost (a)? (b)? (c)? (d)? (e)? (f)? (g)? (h)? (i)?",
      "v.txt:2:1: the phrase has more than 8 optional parts"
    ),
    ("[x]\nlost : 3x", "v.txt:2:7: the weight is no number"),
  ]) func malformedLinesAreToldWithTheirPlace(_ text: String, _ expected: String) {
    #expect(vocabulary(text).problems.first?.description == expected)
  }

  @Test func manyGapsAndOptionalPartsCostLittle() {
    let phrase = String(repeating: "(b)? ", count: 6) + "b .. (b)? b .. c"
    let vocabulary = vocabulary("[x]\n" + phrase)
    let text = TokenizedText(String(repeating: "b ", count: 500))
    #expect(vocabulary.matches(in: text).isEmpty)
  }

  @Test func anyBytesAreRead() {
    let bytes = (0...255).map { UInt8($0) } + Array("\n[x]\n".utf8) + (128...255).map { UInt8($0) }
    let vocabulary = Vocabulary([VocabularyFile(name: "v", utf8: bytes)])
    _ = vocabulary.matches(in: TokenizedText(bytes))
  }
}
