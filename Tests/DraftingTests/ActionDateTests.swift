import PostmortemModel
import Testing

/// By when a follow-up is due: what its words say, the row that it stands in, or the sentence behind it.
@Suite struct ActionDateTests {
  private func dues(_ items: String, about account: String = "Bramley") -> [String?] {
    draft(
      """
      - Account: \(account)
      - CSM: Sofia Reyes
      - Interview: 2025-03-12

      ## Next steps

      \(items)
      """
    ).actions.map { $0.due?.description }
  }

  @Test(arguments: [
    ("- Priya to send Karen the export by 4 April 2025", "2025-04-04"),
    ("- Priya to send Karen the export, 28-3", "2025-03-28"),
    ("- Priya to send Karen the export by 21.3.", "2025-03-21"),
    ("- Priya sends Karen the export, 3/4, she asked", nil),
    ("- Priya sends Karen the export 4/4, she asked", "2025-04-04"),
  ]) func inItsOwnWords(_ item: String, _ due: String?) {
    #expect(dues(item) == [due])
  }

  /// Figures that could be read either way are read as people read them where the customer's money is from.
  @Test(arguments: [
    ("Bramley, £48,000 a year", "2025-04-03"), ("Bramley, $48,000 a year", "2025-03-04"),
    ("Bramley, A$48,000 a year", nil), ("Bramley in Brisbane, $48,000 a year", "2025-04-03"),
  ]) func inFiguresOfItsCountry(_ account: String, _ due: String?) {
    #expect(dues("- Priya to send Karen the export by 3/4", about: account) == [due])
  }

  @Test func inTheRowOfATableThatHasNoHead() {
    let table = """
      | | | |
      |---|---|---|
      | Send Karen the export | Priya, support | 4 April 2025 |
      | Find out whose name was on the PDF | Ines | was due yesterday |
      | Cost of a region in Kent | platform | no date |
      """
    #expect(dues(table).first == "2025-04-04")
  }

  @Test func inACellWithWhoDoesIt() {
    let table = """
      | Job | Who, when |
      |---|---|
      | Send Karen the export | Priya, 4/4/25 |
      """
    #expect(dues(table) == ["2025-04-04"])
  }

  @Test func inTheSentenceBehindIt() {
    #expect(
      dues("I'll send Karen the export, all of it. By 4 April 2025.").first == "2025-04-04")
    #expect(
      dues("Priya will send Karen the export. She said end of April 2025.").first == "2025-04")
    #expect(
      dues("I'll send Karen the export. Priya will refund the last invoice by 4 April 2025.")
        == [nil, "2025-04-04"])
  }
}
