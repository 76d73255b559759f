import Evidence
import PostmortemCommand
import PostmortemModel
import Testing
import Workspace

@Suite struct ExplanationTests {
  private func point(_ what: String, _ points: Double, line: Int) -> CausePoint {
    CausePoint(
      what: what, points: points,
      evidence: [
        Excerpt(source: "acme.md", line: line, endLine: line, quote: "words of line \(line)")
      ])
  }

  private func postmortem(
    _ verdict: CauseCategory, _ candidates: [CauseCandidate]
  ) -> Postmortem {
    var postmortem = Postmortem(id: "acme")
    postmortem.rootCause = RootCause(
      primary: Cause(
        category: verdict, summary: "It kept failing", controllable: .yes, confidence: 0.82),
      candidates: candidates)
    return postmortem
  }

  @Test func givesTheReasonsOfTheCausesThatMatterWithTheirLines() {
    let text = Explanation(
      of: postmortem(
        .productQuality,
        [
          CauseCandidate(
            category: .productQuality, points: 5.6,
            because: [
              point("an outage", 3, line: 12), point("a second outage", 2.5, line: 20),
              point("a hint", 0.1, line: 21),
            ]),
          CauseCandidate(
            category: .pricing, points: 4, because: [point("a price is named", 4, line: 7)]),
          CauseCandidate(
            category: .support, points: 1.5, because: [point("a ticket", 1.5, line: 9)]),
          CauseCandidate(
            category: .budget, points: 0.3, because: [point("a cut", 0.3, line: 9)]),
        ])
    ).text
    #expect(text.contains("Verdict: Product quality, 82 % sure; we could have prevented it\n"))
    #expect(text.contains("Product quality: 5.6 points, the verdict\n"))
    #expect(text.contains("+3.0  an outage\n         acme.md:12  “words of line 12”\n"))
    #expect(text.contains("+0.1  smaller things\n"))
    #expect(text.contains("Price: 4.0 points, next in line\n"))
    #expect(text.contains("Product quality leads by 1.6, before Price."))
    #expect(text.contains("Less speaks for Support (1.5) and 1 other.\n"))
    #expect(!text.contains("a ticket") && !text.contains("a hint"))
  }

  @Test func whatHoldsBeforeAnythingIsReadIsNoCauseByItself() {
    let text = Explanation(
      of: postmortem(
        .support,
        [
          CauseCandidate(
            category: .support, points: 3, because: [point("a ticket", 3, line: 1)]),
          CauseCandidate(
            category: .adoption, points: 2, because: [CausePoint(what: "is common", points: 2)]),
        ])
    ).text
    #expect(!text.contains("Low adoption"))
    #expect(text.contains("Here one cause alone has any."))
  }

  @Test func saysWhatWouldChangeTheVerdict() {
    let model = postmortem(
      .support,
      [
        CauseCandidate(category: .support, points: 6, because: [point("one", 6, line: 4)]),
        CauseCandidate(category: .pricing, points: 5.5, because: [point("a price", 3, line: 7)]),
      ])
    let single = Explanation(
      of: model,
      trials: [
        VerdictTrial(.without([4]), leader: .pricing),
        VerdictTrial(.asReason(7), leader: .pricing),
      ]
    ).text
    #expect(single.contains("That is close."))
    #expect(
      single.contains("Without line 4 Price would lead.\n  acme.md:4  “words of line 4”\n"))
    #expect(
      single.contains(
        "Price would lead if what line 7 says were given as the reason.\n  acme.md:7"))
    #expect(!single.contains("No single line"))
    let several = Explanation(
      of: model, trials: [VerdictTrial(.without([4, 5, 9]), leader: .undetermined)]
    ).text
    #expect(
      several.contains(
        "No single line decides it.\nWithout lines 4-5 and 9 nothing would carry a verdict.\n"))
  }

  @Test func saysWhereARuleOutweighedPoints() {
    let text = Explanation(
      of: postmortem(
        .support,
        [
          CauseCandidate(category: .pricing, points: 6, because: [point("a price", 6, line: 4)]),
          CauseCandidate(category: .support, points: 2, because: [point("a ticket", 2, line: 1)]),
        ])
    ).text
    #expect(text.contains("Price has 4.0 more than Support and yet is not the verdict"))
  }

  @Test func givesTheLineAloneWhereTheFactIsTheQuoteItself() {
    var model = postmortem(.support, [])
    model.lessons = [
      Lesson(
        statement: "Answer at once",
        evidence: [Excerpt(source: "acme.md", line: 5, endLine: 5, quote: "Answer at once")])
    ]
    #expect(Explanation(of: model).text.contains("- Answer at once\n  acme.md:5\n"))
  }

  @Test func saysThatThereIsNoVerdict() {
    let text = Explanation(of: postmortem(.undetermined, [])).text
    #expect(text.contains("Verdict: none."))
    #expect(!text.contains("What would change the verdict"))
    #expect(text.contains("The notes show none."))
  }

  @Test func showsTurningPointAlternativesAndFacts() {
    var model = postmortem(.support, [])
    let evidence = [Excerpt(source: "acme.md", line: 9, endLine: 10, quote: "the outage of March")]
    model.turningPoint = TurningPoint(
      summary: "The outage", date: PartialDate(year: 2025, month: 3), journeyStage: .adoption,
      confidence: 0.7, evidence: evidence,
      alternatives: [Moment(summary: "The audit", evidence: evidence)])
    model.account.csm = "Jo"
    model.account.contractValue = Money(amount: 84_000, currency: "USD")
    model.account.evidence = ["csm": evidence]
    model.signals = [Signal(kind: .usageDecline, what: "Logins fell", evidence: evidence)]
    model.openQuestions = [
      OpenQuestion(field: "account.churn_date", question: "When did they leave?")
    ]
    let text = Explanation(of: model).text
    #expect(
      text.contains(
        "March 2025: The outage (70 % sure, stage: Adoption)\n  acme.md:9-10  “the outage of March”"
      ))
    #expect(text.contains("Could also have been: The audit"))
    #expect(text.contains("- CSM: Jo\n  acme.md:9-10"))
    #expect(text.contains("- Contract value: $84,000 a year"))
    #expect(text.contains("- Logins fell [Usage declined]"))
    #expect(text.contains("- When did they leave?"))
  }
}
