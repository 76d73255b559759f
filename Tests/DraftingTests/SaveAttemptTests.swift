import PostmortemModel
import Testing

/// What was tried to keep the customer.
@Suite struct SaveAttemptTests {
  private func attempts(_ text: String) -> [SaveAttempt] { draft(text).saveAttempts }

  @Test func listsWhatStandsBelowItsHeading() {
    let attempts = attempts(
      """
      # Exit call with Marlow Bakeries, 3 June 2025

      ## What we tried to keep them

      - On 1 April 2025 we offered 20 % off.
      - Patch 7.2 in May 2025. It changed nothing.
      - Sonja sat with their planners for a week.
      """)
    #expect(
      attempts.map(\.what) == [
        "On 1 April 2025 we offered 20 % off.", "Patch 7.2 in May 2025. It changed nothing.",
        "Sonja sat with their planners for a week.",
      ])
    #expect(attempts.map { $0.date?.description } == ["2025-04-01", "2025-05", nil])
    #expect(attempts.allSatisfy { $0.outcome == .unsuccessful })
  }

  @Test(arguments: [
    "On 14 March 2025 sales offered them a discount of 20 %.",
    "Their CSM flew out to Bergen in March 2025.",
    "Sales tried to save the account.",
  ])
  func findsThemInProse(sentence: String) {
    #expect(attempts("# Marlow Bakeries\n\nThey left. \(sentence)").map(\.what) == [sentence])
  }

  @Test(arguments: [
    "We did not offer them a discount.", "They liked the planning board.",
    "The notice came on 2 May 2025.",
  ])
  func takesNothingElseForOne(sentence: String) {
    #expect(attempts("# Marlow Bakeries\n\nThey left. \(sentence)").isEmpty)
  }

  @Test func takesNoHeadingForOne() {
    #expect(attempts("# Marlow Bakeries\n\n## What we tried to keep them\n\nNothing.").isEmpty)
  }
}
