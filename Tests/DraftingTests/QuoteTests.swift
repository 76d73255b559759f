import PostmortemModel
import Testing

/// What is quoted of the customer, and whose words they are.
@Suite struct QuoteTests {
  private func quotes(_ note: String) -> [Quote] { draft(note).quotes }

  @Test(arguments: [
    ("\"I stopped opening it in June,\" says Karen Wells, their practice manager.", "Karen Wells"),
    ("Karen Wells (practice manager): \"I stopped opening it in June.\"", "Karen Wells"),
    (
      "I spoke with Karen Wells, their practice manager. She was frank. \"I stopped opening it in June.\"",
      "Karen Wells"
    ),
    (
      "Call with Karen Wells, their practice manager.\n\nTom to write up the bug.\n\nBack? \"I stopped opening it in June.\"",
      "Karen Wells"
    ),
    ("> I stopped opening it in June.\n> — Karen Wells", "Karen Wells"),
    ("> \"I stopped opening it in June.\" (Karen)", "Karen"),
    ("KW = Karen Wells, practice manager\n\nKW: \"I stopped opening it in June.\"", "Karen Wells"),
    (
      "Spoke to Rhian Pugh, yard manager. CSM: Marek Lis until January, then me, Orla Keane.\n\n- \"I stopped opening it in June,\" she says.",
      "Rhian Pugh"
    ),
    (
      "From: Priya Raman\nTo: Success team\nSubject: Northgate, gone\n\nI spoke to Walt Dreyer, their operations lead, on 3 April 2025. Walt: \"I stopped opening it in June.\" We promised EDI.",
      "Walt Dreyer"
    ),
  ]) func whoseWordsTheyAre(_ note: String, _ speaker: String) {
    let quotes = quotes(note)
    #expect(quotes.map(\.speaker) == [speaker])
    #expect(quotes.first?.text.contains("I stopped opening it in June") == true)
  }

  @Test func whoIsSpokenToDoesNotSpeak() {
    let note = """
      Call with Karen Wells, their practice manager.

      Then support asked Karen to "try clearing the cache", on 20 August 2025.
      """
    #expect(!quotes(note).contains { $0.speaker != nil })
  }

  @Test func whatIsSaidInOneBreathStaysTogether() {
    let note = """
      ANA: Why are you leaving?
      RON: The map lies. That's it. That's the sentence.
      ANA: Was it the price?
      RON: No.
      """
    #expect(quotes(note).map(\.text).contains("The map lies. That's it. That's the sentence."))
  }

  @Test func answersThatAddressUsAreTheCustomers() {
    let note = """
      Answering: Karen Wells, practice manager.

      **Why are you leaving?**

      Your people never called. I asked you twice.

      **Would you come back?**

      When you answer your telephone.
      """
    #expect(quotes(note).map(\.speaker) == ["Karen Wells", "Karen Wells"])
  }

  @Test func answersThatTellOfThemAreOurs() {
    let note = """
      **Why did they leave?**

      They never logged in. She said that they had no time.

      **Will they come back?**

      They will not, and their boss said so.
      """
    #expect(quotes(note).isEmpty)
  }
}
