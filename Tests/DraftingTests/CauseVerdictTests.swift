import Evidence
import PostmortemModel
import Testing

@Suite struct CauseVerdictTests {
  @Test func whatIsRuledOutIsNoCauseAndSaysWhere() {
    let cause = draft(
      """
      # Why they left

      Tickets stayed open for weeks and nobody on the helpdesk called back.

      # What it was not

      Price. They would have paid more.
      """
    ).rootCause
    #expect(cause.primary.category == .support)
    #expect(!cause.contributing.contains { $0.category == .pricing })
    #expect(cause.ruledOut.map(\.category) == [.pricing])
    #expect(cause.ruledOut.first?.evidence.map(\.line) == [7, 7])
  }

  /// A lesson tells a cause better than a sentence that hardly speaks of it.
  @Test func isCitedWhereItIsTold() {
    let primary = draft(
      """
      - called on Tuesday, she sounded tired
      - lesson for us: never sign a rollout without a second name on their side, it all stopped at go-live
      - come back? "if we ever open depots again you're the first I'd call"
      """
    ).rootCause.primary
    #expect(primary.evidence.first?.line == 2)
    #expect(!primary.evidence.contains { $0.line == 3 })
  }

  @Test func theBareQuestionBesideADenialDeniesNothing() {
    let causes = draft(
      """
      - Account: Bramley

      They left because the night audit fell over every time the clocks changed, and twice it billed guests double.

      Support answered every time, he has no complaint there. Price never came up.

      They have gone to Innkeep Pro, saw Roomly as well. Back? If the clocks change twice without a letter, he'd take the call.
      """
    ).rootCause
    #expect(causes.primary.category == .productQuality)
    #expect(
      causes.ruledOut.first { $0.category == .pricing }?.evidence.first?.quote
        == "Price never came up.")
    #expect(!causes.ruledOut.contains { $0.evidence.contains { $0.quote == "Back?" } })
  }

  @Test func aNoteThatTellsNothingGivesNoVerdict() {
    #expect(draft("Meeting moved to Tuesday.").rootCause.primary.category == .undetermined)
  }

  @Test func aNoteThatTellsOnlyThatTheyLeftGivesNoVerdict() {
    let primary = draft("account: acme\n\nThey left in March 2025.").rootCause.primary
    #expect(primary.category == .undetermined)
  }

  @Test func pointsAreKeptWithTheirReasons() {
    let candidates = draft("They left because the sync lost orders, eleven times.").rootCause
      .candidates
    let first = candidates.first
    #expect(first?.category == .productQuality)
    #expect(first?.because.first?.what.hasPrefix("speaks for it") == true)
    #expect(first?.because.first?.evidence.first?.line == 1)
  }

  @Test(arguments: [
    ("They would come back the day we have it, she said.", true),
    ("No. They will never come back to us, he said.", false),
  ]) func whatIsSaidOfComingBack(_ sentence: String, isOpen: Bool) {
    let likelihood = draft("# Would they come back?\n\n\(sentence)").relationship.winBack.likelihood
    #expect((likelihood == .unlikely) == !isOpen)
    #expect(likelihood != .notStated)
  }
}
