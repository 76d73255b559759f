import Language
import Testing

@Suite struct ModalityTests {
  private static let reader = ModalityReader()
  private static let causes = Vocabulary([
    VocabularyFile(
      name: "causes",
      text: """
        [pricing]
        price
        too expensive
        budget
        [support]
        support
        nobody answered
        helpdesk
        """)
  ])

  @Test func theCuesAreWellFormed() {
    #expect(Self.reader.problems == [])
  }

  /// How the first match stands.
  private func first(_ sentence: String) throws -> Modality {
    let text = TokenizedText(sentence)
    let match = try #require(Self.causes.matches(in: text).first)
    return Self.reader.read(text).modality(of: match.tokens)
  }

  @Test(arguments: [
    "Price was never the issue.",
    "There was nothing wrong with support.",
    "It was not because of price.",
    "They didn't leave over price.",
    "She had no complaints about the helpdesk.",
    "It had nothing to do with price.",
    "price fine too",
    "It wasn't a budget thing",
    "They chose us for speed rather than price.",
    "Price, though real, is not why they left.",
    "Not price but the bugs.",
    "It isn't about price, it's about trust.",
    "We left because of the bugs, not the price.",
    "Price had nothing to do with it.",
  ]) func denies(_ sentence: String) throws {
    #expect(try first(sentence) == .denied)
  }

  @Test(arguments: [
    "It was too expensive.",
    "Support was slow, reports were fine.",
    "Nobody answered for eleven days.",
    "It wasn't the bugs but the price.",
    "No doubt the price did it.",
    "Not only the price, everything.",
    "If support hadn't been so slow we'd still be there.",
    "Price is why they left, not the product.",
  ]) func asserts(_ sentence: String) throws {
    #expect(try first(sentence) == .asserted)
  }

  @Test(arguments: [
    ("If the price had been lower, they'd be here.", Modality.hypothetical),
    ("It might have been the price.", .hypothetical),
    ("Was it the price?", .hypothetical),
    ("We thought it was the price but it was not.", .guessed),
    ("Our theory was price.", .guessed),
    ("Lena's money is on price.", .guessed),
    ("It was the price, I guess.", .guessed),
    ("Apparently support went quiet.", .hearsay),
    ("People say the price went up.", .hearsay),
  ]) func tellsSupposingFromSaying(_ sentence: String, _ expected: Modality) throws {
    #expect(try first(sentence) == expected)
  }
}
