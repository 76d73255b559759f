import Evidence
import PostmortemCommand
import PostmortemModel
import Testing

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

  @Test func givesEveryReasonWithItsPointsAndItsLine() {
    let text = Explanation(
      of: postmortem(
        .productQuality,
        [
          CauseCandidate(
            category: .productQuality, points: 5.5,
            because: [point("an outage", 3, line: 12), point("a second outage", 2.5, line: 20)]),
          CauseCandidate(
            category: .pricing, points: 4, because: [point("a price is named", 4, line: 7)]),
        ])
    ).text
    #expect(text.contains("Verdict: Product quality, 82 % sure; we could have prevented it\n"))
    #expect(text.contains("+3.0  an outage\n               acme.md:12  “words of line 12”\n"))
    #expect(text.contains("   4.0  Price\n"))
    #expect(text.contains("Next is Price with 4.0 points, 1.5 behind."))
    #expect(text.contains("It would win if this were not so:\n         +3.0  an outage\n"))
  }

  @Test func namesAsManyReasonsAsItTakes() {
    let text = Explanation(
      of: postmortem(
        .support,
        [
          CauseCandidate(
            category: .support, points: 6,
            because: [
              point("one", 2, line: 1), point("two", 2, line: 2), point("three", 2, line: 3),
            ]),
          CauseCandidate(category: .pricing, points: 3, because: [point("a price", 3, line: 4)]),
        ])
    ).text
    let change = text.split(separator: "What would change the verdict").last.map(String.init) ?? ""
    #expect(change.contains("one") && change.contains("two") && !change.contains("three"))
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
    #expect(text.contains("Price has 4.0 points more, and yet it is not the verdict"))
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
    #expect(text.contains("Verdict: undetermined."))
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
        "2025-03: The outage (70 % sure, during adoption)\n  acme.md:9-10  “the outage of March”"))
    #expect(text.contains("Could also have been: The audit"))
    #expect(text.contains("- csm: Jo\n  acme.md:9-10"))
    #expect(text.contains("- contract value: USD 84000 a year"))
    #expect(text.contains("- Logins fell [usage-decline]"))
    #expect(text.contains("- When did they leave?"))
  }
}
