import PostmortemModel
import Testing

/// What the note says went well.
@Suite struct WentWellTests {
  private func strengths(_ text: String) -> [String] { draft(text).wentWell.map(\.statement) }

  @Test(arguments: ["What went well", "What worked", "Positives", "What they liked", "Strengths"])
  func listsWhatStandsBelowItsHeading(heading: String) {
    let statements = strengths(
      "# Marlow Bakeries\n\nThey left.\n\n## \(heading)\n\n- The planning board.\n- Six weeks to go live.\n"
    )
    #expect(statements == ["The planning board.", "Six weeks to go live."])
  }

  @Test func listsTheAnswerToItsQuestion() {
    let statements = strengths(
      """
      # Marlow Bakeries

      **What did we do well?**

      The training, and the people who gave it.
      """)
    #expect(statements == ["The training, and the people who gave it."])
  }

  @Test(arguments: [
    "Piet loved the training.", "The roll-out went really well.",
    "They saved us ten hours a week.",
  ])
  func findsItInProse(sentence: String) {
    #expect(strengths("# Marlow Bakeries\n\nThey left. \(sentence)") == [sentence])
  }

  @Test(arguments: [
    "The roll-out did not go well.", "Nobody loved the training.", "The export lost rows.",
  ])
  func takesNothingElseForIt(sentence: String) {
    #expect(strengths("# Marlow Bakeries\n\nThey left. \(sentence)").isEmpty)
  }
}
