import Evidence
import PostmortemModel
import Testing

/// The steps of taking leave.
@Suite struct OffboardingTests {
  private func steps(_ text: String) -> [OffboardingStep] { draft(text).relationship.offboarding }

  @Test func readsAListWithItsBoxes() {
    let steps = steps(
      """
      # Marlow Bakeries

      ## Offboarding

      - [x] Data export delivered on 2 June
      - [ ] Access removed
      - [ ] Final invoice settled
      """)
    #expect(
      steps.map(\.step) == [
        "Data export delivered on 2 June", "Access removed", "Final invoice settled",
      ])
    #expect(steps.map(\.done) == [true, false, false])
    #expect(steps.map { $0.evidence.map(\.line) } == [[5], [6], [7]])
  }

  @Test func findsStepsInProse() {
    let steps = steps(
      "They left in June. We sent the data export on 2 June. Their access was removed on 4 July.")
    #expect(steps.map { $0.evidence.first?.quote ?? "" }.contains { $0.contains("data export") })
  }

  @Test(arguments: [
    "The export crashed every week and lost rows.",
    "4 March 2025: the data export lost 214 rows, a bug that was never fixed",
    "Every export was broken after the release, and support never answered.",
  ])
  func takesNoTroubleForAStep(sentence: String) {
    #expect(steps("# Marlow Bakeries\n\nThey left.\n\n- \(sentence)").isEmpty)
  }

  @Test func takesNoHeadingForAStep() {
    #expect(steps("# Marlow Bakeries\n\n## Offboarding\n\nNothing agreed yet.").isEmpty)
  }
}
