import PostmortemModel
import Testing

/// Turns of a talk are told from keys, whatever shape their labels have.
@Suite struct SpeakerTests {
  @Test(arguments: [
    "[00:01] ANA: Why are you leaving?\n[00:05] RON: The map lies to us.\n[00:09] ANA: Since when?\n[00:12] RON: Since May, all day.",
    "**ANA** 00:01  Why are you leaving?\n\n**RON** 00:05  The map lies to us.\n\n**ANA**  Since when?\n\n**RON**  Since May, all day.",
    "**[02.12.2024 10:55] Ana:** Why are you leaving?\n\n**[02.12.2024 10:56] Ron:** The map lies to us.\n\n**[02.12.2024 10:58] Ana:** Since when?\n\n**[02.12.2024 10:59] Ron:** Since May, all day.",
    "Ana: Why are you leaving?\n\nRon: The map lies to us.\n\nAna: Since when?\n\nRon: Since May, all day.",
  ]) func everyTurnHasItsSpeaker(_ note: String) {
    let quotes = draft(note).quotes
    #expect(quotes.map { $0.speaker?.lowercased() } == ["ron", "ron"])
    #expect(quotes.map(\.text) == ["The map lies to us.", "Since May, all day."])
  }

  @Test func whoeverIsCalledByTheirHouseSpeaksToo() {
    let talk =
      "Ana: Why are you leaving?\n\nSchool: The map lies to us.\n\nAna: Since when?\n\nSchool: Since May, all day."
    #expect(draft(talk).quotes.map(\.speaker) == ["School", "School"])
  }

  @Test func initialsAreExplainedInALegend() {
    let note = """
      MO = Marcus Ode, head of operations
      DW = Dana Wu, customer success

      0:58 **DW** Why are you leaving us?
      1:20 **MO** The map lies to us.
      """
    let drafted = draft(note)
    #expect(drafted.account.csm == "Dana Wu")
    #expect(drafted.quotes.map(\.speaker) == ["Marcus Ode"])
  }
}
