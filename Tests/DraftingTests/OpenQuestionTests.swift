import Drafting
import Evidence
import PostmortemModel
import Settings
import Testing

@Suite struct OpenQuestionTests {
  private let close = """
    # Why they left

    Tickets stayed open for weeks and nobody called back.

    The renewal had become too expensive for them.
    """

  private func questions(_ note: String) -> [OpenQuestion] { draft(note).openQuestions }

  @Test func askFirstWhatDecidesBetweenTwoCloseCauses() throws {
    let first = try #require(questions(close).first)
    #expect(first.field == "root_cause.primary")
    #expect(first.question.hasPrefix("Which of the two would have kept you: "))
    for part in [
      "better answers from our support", "another price or other terms", "our support (line 3)",
      "the price (line 5)", "points ahead of",
    ] { #expect(first.question.contains(part)) }
  }

  private static let talk = [
    "Lunch was soup again, item", "We met again on Tuesday and talked about lunch, item",
  ]
  private static let asides = [
    "Their head office moved.", "The team was new after the summer.",
    "Group IT asked for the list.", "A new division was set up.",
  ]

  /// In a long note a cause that is hardly spoken of can have more points than the verdict.
  @Test(arguments: talk, asides)
  func neverSayThatTheVerdictLeadsWhereItDoesNot(talk: String, aside: String) {
    let model = priceAmid(talk, aside)
    let question = model.openQuestions.first { $0.question.contains(" points ahead of ") }
    #expect(question?.question.contains(" 0.0 points ahead of ") != true)
  }

  /// Many like sentences without meaning can gather more points, by sheer number, than the one that gives the cause.
  @Test(arguments: talk, asides) func takeTalkForNoCause(talk: String, aside: String) {
    withKnownIssue(isIntermittent: true) {
      #expect(priceAmid(talk, aside).rootCause.primary.category == .pricing)
    }
  }

  private func priceAmid(_ talk: String, _ aside: String) -> Postmortem {
    let talk = (1...60).map { "\(talk) \($0).\n\n" }
    return draft(
      "# Notes\n\n\(talk.joined())\(aside)\n\n\(talk.joined())They left because of the price.\n")
  }

  @Test func askForTheVerdictWhereThereIsNone() throws {
    let first = try #require(questions("Meeting moved to Tuesday.").first)
    #expect(first.field == "root_cause.primary")
    #expect(first.question.hasPrefix("What was the one thing"))
  }

  @Test func areFiveAtMostAndEachGivesItsReason() {
    for note in [close, "Meeting moved to Tuesday.", "They left because the sync lost orders."] {
      let all = questions(note)
      #expect((1...5).contains(all.count))
      #expect(all.allSatisfy { $0.question.contains("? Asked because ") })
      #expect(Set(all.map(\.question)).count == all.count)
    }
  }

  @Test func askWhetherTheReasonThatWasGivenWasIt() {
    let all = questions(StatedReasonTests.officially)
    let asked = all.first {
      $0.question.hasPrefix("Had it not been for the cut in your budget, would you have stayed?")
    }
    #expect(asked?.question.contains("they gave") == true)
  }

  @Test func askWhichOfTwoMomentsItWas() {
    let all = questions(
      """
      # Turning point

      - On 11 February 2025 the export lost 214 order lines; from then on they looked for another tool.
      - On 3 March 2025 our reply took nine days, and that was the moment he gave up on us.
      """)
    let moment = all.first { $0.field == "turning_point" }
    #expect(moment?.question.contains("When did it turn for you: with “") == true)
  }

  @Test func speakInACompanysWords() throws {
    let settings = CompanySettings.read(
      SourceText(name: "postmortem.yml", text: "categories: {pricing: Commercial terms}"))
    let note = SourceText(name: "note.md", text: close)
    let model = try Drafter(settings.settings).draft(note, answers: nil).postmortem
    #expect(model.openQuestions.first?.question.contains("“Commercial terms”") == true)
  }
}
