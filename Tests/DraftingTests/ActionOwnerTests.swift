import PostmortemModel
import Testing

/// Who owns a follow-up: the one who commits, not the one who is told of it or receives it.
@Suite struct ActionOwnerTests {
  private func owners(_ items: String, csm: String = "Sofia Reyes") -> [String?] {
    draft("- Account: Bramley\n- CSM: \(csm)\n\n## Next steps\n\n\(items)").actions.map(\.owner)
  }

  @Test(arguments: [
    ("- Priya to send the export by 4 April 2025", "Priya"),
    ("- Priya sends Karen the export by 4 April 2025", "Priya"),
    ("- @priya send the export by 4 April 2025", "Priya"),
    ("- me: send Karen the export by 4 April 2025", "Sofia Reyes"),
    ("- Tomek (billing): refund the last invoice by 10 April 2025", "Tomek"),
    ("- finance (Berenice): refund the last invoice by 10 April 2025", "Berenice"),
    ("- send Karen the export by 4 April 2025 (Priya, support)", "Priya"),
    ("- send the export to Karen, me, by 4 April 2025", "Sofia Reyes"),
    ("- send the export to Karen, Priya Nair, 4 April 2025", "Priya Nair"),
    ("- I'll send Karen the export by 4 April 2025", "Sofia Reyes"),
    ("- Karen wants her export, I'll send it by 4 April 2025", "Sofia Reyes"),
    ("- Finance to refund the last invoice by 10 April 2025", "Finance"),
    ("- I've asked Dean to send the export by 4 April 2025", "Dean"),
    ("- Sofia to send the export by 4 April 2025", "Sofia Reyes"),
    ("- Billing (Oksana) sorts out the two bills by 10 April 2025", "Oksana"),
    ("- Peter (training) to write down the course by 4 April 2025", "Peter"),
    ("- Breno of engineering has promised Karen the analysis by 4 April 2025", "Breno"),
    ("- Priya's sending Karen the export by 4 April 2025", "Priya"),
    ("- export to Karen: me with Bright from support, by 4 April 2025", "Sofia Reyes"),
    ("- dana: send the export by 4 April 2025", "dana"),
    ("- export to Karen - dana (support), 4 April 2025", "dana"),
    ("- sam in sales brings the export to Karen by 4 April 2025", "sam"),
    ("- Jacko to sit through the recording by 4 April 2025", "Jacko"),
    ("- Osei in firmware has agreed to build the bench by 4 April 2025", "Osei"),
    ("- Boskovic in firmware has to certify the copies by 4 April 2025", "Boskovic"),
    ("- Hesper will sit with Karen over the exports by 4 April 2025", "Hesper"),
    ("- Billing (Jorro) gives back what was paid in front by 10 April 2025", "Jorro"),
    ("- Wandile's to go through the exports with Karen by 4 April 2025", "Wandile"),
    ("- Mutinda is to settle the last invoice by 10 April 2025", "Mutinda"),
    ("- Achieng certifies the deletion by 4 April 2025", "Achieng"),
    ("- dana in support turns off the rule by 4 April 2025", "dana"),
    ("- Deactivate seats after 4 April 2025 (Ops)", "Ops"),
    ("- kill the keys → platform team, 4 April 2025", "platform team"),
    ("- I'll ask Curtis in support to answer all of them by 4 April 2025", "Curtis"),
    ("- I'll have Deb Yoder in implementation return the files by 4 April 2025", "Deb Yoder"),
    ("- I will ask Curtis to answer all of them by 4 April 2025", "Curtis"),
    ("- I'll ask Karen about her export by 4 April 2025", "Sofia Reyes"),
    ("- a second test is ordered by Ilse Kessler by 4 April 2025", "Ilse Kessler"),
  ]) func ofAnItem(_ item: String, _ owner: String) {
    #expect(owners(item) == [owner])
  }

  @Test func whatALabelSaysOfTheTaskIsNobody() {
    let note = """
      - Account: Bramley

      They left.

      Tasks: Dilara (support lead) takes the rule out by 4 April 2025.
      """
    #expect(draft(note).actions.map(\.owner) == ["Dilara"])
  }

  @Test func ofATableWhoseHeadSaysNothing() {
    let actions = draft(
      """
      - Account: Bramley
      - CSM: Sofia Reyes
      - Interview: 12 March 2025

      ## Actions

      | | | |
      |---|---|---|
      | send the export to Karen | Priya | 04/04 |
      | refund the last invoice | me | 10/04 |
      """
    ).actions
    #expect(actions.map(\.owner) == ["Priya", "Sofia Reyes"])
    #expect(actions.map { "\($0.due.map { "\($0)" } ?? "")" } == ["2025-04-04", "2025-04-10"])
  }

  @Test func theMarkThatPartsTasksIsNoneOfThem() {
    let actions = draft(
      """
      - Account: Bramley

      ## Next steps

      - Priya to send Karen the export by 4 April 2025 | Tomek to refund the invoice by 10 April 2025
      """
    ).actions
    #expect(
      actions.map(\.task) == [
        "Priya to send Karen the export by 4 April 2025",
        "Tomek to refund the invoice by 10 April 2025",
      ])
  }

  @Test(arguments: [
    "I'll send Karen the export by 4 April 2025", "me: send Karen the export by 4 April 2025",
    "Send Karen the export, self, 4 April 2025",
  ]) func ofWhoeverWroteWhereTheNoteDoesNotTell(_ item: String) {
    let note = "Bramley left in May.\n\n## Next steps\n\n- \(item)"
    #expect(draft(note).actions.map(\.owner) == ["me"])
  }

  @Test func whoAnsweredDoesNotSpeakOfThemselvesByName() {
    let note = """
      - Account: Bramley
      - CSM: Dana Wu

      **Q. Karen, what is it about?**

      It is about sixty-one pounds.

      **Q. Anything else?**

      Karen Ross: No.

      I'm sending Karen her ledgers by 23 May 2025.
      """
    #expect(draft(note).actions.map(\.owner) == ["Dana Wu"])
  }

  @Test func ofLinesThatAreNoList() {
    let actions = draft(
      """
      - Account: Bramley
      - CSM: Sofia Reyes

      ## Next steps

      me - send Karen the export by 4 April 2025
      Kyle - apology call, 28 March 2025
      Product (Ana) to say yes or no on the import in writing, end of May 2025
      """
    ).actions
    #expect(actions.map(\.owner) == ["Sofia Reyes", "Kyle", "Ana"])
    #expect(actions.map { $0.due?.description } == ["2025-04-04", "2025-03-28", "2025-05"])
  }

  @Test func ofATable() {
    let table = """
      | Task | Who | By |
      |---|---|---|
      | Send the export to Karen | Priya | 4 April 2025 |
      | Refund the last invoice | me | 10 April 2025 |
      """
    #expect(owners(table) == ["Priya", "Sofia Reyes"])
  }

  @Test func ofAListUnderSomebodysName() {
    #expect(
      owners("- Priya\n  - send the export by 4 April 2025\n  - delete the tenant by 1 May 2025")
        == ["Priya", "Priya"])
  }

  @Test func aTranscriptsLetterIsOurOwnWhoseNameBeginsSo() {
    let note = """
      - Account: Bramley
      - CSM: Thora Reyes

      T: What should happen now?
      K: I need the exports.
      T: I'll send Karen the exports by 4 April 2025.
      K: Good. We left over the price, it went up by half.
      T: Thank you.
      K: Bye.
      T: Bye.
      """
    #expect(draft(note).actions.map(\.owner) == ["Thora Reyes"])
  }

  @Test func aBarPartsTheTasksOfALine() {
    #expect(
      owners("- Priya to send the export by 4 April 2025 | Tomek to refund the fee by 1 May 2025")
        == ["Priya", "Tomek"])
  }

  @Test func twoOwnersInOneItemAreTwoActions() {
    #expect(
      owners("- I send the scans by 13 June 2025, and Priya confirms the deletion by 15 July 2025")
        == ["Sofia Reyes", "Priya"])
  }
}
