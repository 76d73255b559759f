import PostmortemModel
import Testing

@Suite struct TurningPointTests {
  @Test func isDatedByWhatItsSentencesTellMostExactly() { isDated(under: "Turning point") }

  @Test func isFoundUnderAHeadingInOtherWords() { isDated(under: "What turned it") }

  private func isDated(under heading: String) {
    let point = draft(
      """
      # \(heading)

      yup. and then Q1. and on March 3 I had to tell her "no date". she asked for the export that afternoon

      Written 9 April 2026.
      """
    ).turningPoint
    #expect(point?.summary.contains("Q1. and on March 3") == true)
    #expect(point?.date == PartialDate("2026-03-03"))
  }
}
