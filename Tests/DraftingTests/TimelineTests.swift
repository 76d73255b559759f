import Evidence
import PostmortemModel
import Testing

/// The dated events of a note.
@Suite struct TimelineTests {
  private func timeline(_ text: String) -> [TimelineEvent] { draft(text).timeline }

  @Test func isInTheOrderOfTheDatesWhateverThatOfTheNote() {
    let events = timeline(
      """
      # Marlow Bakeries

      - 2025-03-28: they gave notice
      - 14 November 2024: the export lost 214 rows
      - January 2025: their champion left
      """)
    #expect(events.map(\.date.description) == ["2024-11-14", "2025-01", "2025-03-28"])
    #expect(events.map { $0.evidence.first?.line } == [4, 5, 3])
  }

  @Test func aShortSentenceTellsItsDateItself() {
    let events = timeline(
      """
      # Marlow Bakeries

      Notice landed 03/28/2025. Out on 06/30/2025.

      They lost 214 rows in the export and never trusted it again.
      """)
    #expect(events.map { $0.evidence.map(\.line) } == [[3], [3]])
  }

  @Test func tellsARowOfATableInItsOwnWords() {
    let events = timeline(
      """
      # Marlow Bakeries

      | Date | What happened |
      | --- | --- |
      | 04.06.2024 | Release 7 goes live and the first orders are lost |
      """)
    #expect(events.map(\.date.description) == ["2024-06-04"])
    #expect(events.map(\.what) == ["Release 7 goes live and the first orders are lost"])
  }

  @Test func citesNoCellWithoutAWord() {
    let events = timeline(
      """
      # Marlow Bakeries

      | When | Who from us | What |
      | --- | --- | --- |
      | 30 September 2024 | – | nobody called them until the spring of the next year |
      """)
    #expect(
      events.flatMap { $0.evidence.map(\.quote) } == [
        "nobody called them until the spring of the next year", "30 September 2024",
      ])
  }

  @Test func aDayThatIsToldOfTwiceIsOneEvent() {
    let events = timeline(
      """
      # Marlow Bakeries

      On 14 November 2024 the export lost 214 rows.

      After the loss of 14 November 2024 they went back to spreadsheets.
      """)
    #expect(events.count == 1)
    #expect(events.first?.evidence.map(\.line).sorted() == [3, 5])
  }

  @Test(arguments: [
    ("logins fell by half", EventKind.usage), ("their champion left the company", .people),
    ("the sync crashed and lost orders", .incident),
    ("the invoice was wrong and they disputed it", .commercial),
  ])
  func saysOfWhichKindAnEventIs(words: String, kind: EventKind) {
    #expect(timeline("# Marlow Bakeries\n\n- 4 March 2025: \(words)").map(\.kind) == [kind])
  }

  @Test func whatIsStillToBeDoneIsNoEvent() {
    let events = timeline(
      """
      # Exit call with Marlow Bakeries, 3 June 2025

      On 28 March 2025 they gave notice.

      ## Actions

      - Priya: fix the export by 1 September 2025
      """)
    #expect(!events.contains { $0.date == PartialDate("2025-09-01") })
    #expect(events.contains { $0.date == PartialDate("2025-03-28") })
  }
}
