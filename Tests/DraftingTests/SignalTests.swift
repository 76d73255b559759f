import PostmortemModel
import Testing

@Suite struct SignalTests {
  private let note = """
    ---
    account: Marlow Bakeries
    start_date: 2022-03-01
    notice_date: 2025-02-10
    ---

    - 2022-03-01: logins dropped to nobody at all
    - 2024-11-04: logins dropped by half and nobody called them
    - 2025-03-03: logins dropped to three a week
    """

  @Test func aWarningComesAfterTheStartAndBeforeTheNotice() {
    let dates = draft(note).signals.compactMap(\.date)
    #expect(dates.map(\.description) == ["2024-11-04"])
  }
}
