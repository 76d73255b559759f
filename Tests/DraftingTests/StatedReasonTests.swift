import PostmortemModel
import Testing

/// What the customer gives as the reason, where the note tells of another.
@Suite struct StatedReasonTests {
  private let told = """
    # Acme

    The export lost rows every week. The fix never came.

    It was the bugs that cost us the account: after the third crash nobody trusted the figures any more.

    The app was down for two days in May, and the sync still loses orders.


    """

  static let officially = """
    # What they wrote

    Officially it was the budget: their budget was cut.

    # Why they left

    The sync lost orders eleven times, and the export crashed every week.
    It lost orders again in May. The outage in June stopped the whole warehouse.
    """

  @Test func isWhatTheLetterGives() {
    let cause = draft(Self.officially).rootCause
    #expect(cause.primary.category == .productQuality)
    #expect(cause.statedReason?.category == .budget)
  }

  @Test func isWhatTheLetterGivesWithoutHeadings() {
    let cause = draft(told + "Official reason: budget cuts, no money for software this year.")
      .rootCause
    #expect(cause.primary.category == .productQuality)
    #expect(cause.statedReason?.category == .budget)
  }

  @Test(arguments: [
    "By the lift she said that everybody should cycle to work.",
    "She put a cap on and went out into the rain.",
    "He says hello to the team.",
  ]) func isNotWhateverSomebodySaid(_ talk: String) {
    #expect(draft(told + talk).rootCause.statedReason == nil)
  }
}
