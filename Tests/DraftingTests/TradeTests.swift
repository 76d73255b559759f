import PostmortemModel
import Testing

/// What the customer does, told in the opening.
@Suite struct TradeTests {
  private func trade(_ note: String) -> String? { draft(note).account.industry }

  @Test(arguments: [
    (
      "- Account: Bramley\n- Business: building materials, six yards",
      "building materials, six yards"
    ),
    ("# Harbour Bread (food bank)\n\nThey left in May.", "food bank"),
    ("Northmarsh.\n\nFurther education, about 6,200 learners, left in May.", "Further education"),
    ("- Account: Bramley\n- Type: public hospital, 640 beds", "public hospital"),
    ("Solberg, dental chain, Oslo, gone since May.", "dental chain"),
    ("Bramley (online grocer, Chicago) left in May.", "online grocer"),
    ("Pinehurst.\n\nFreight broker in Ohio, about 300 people.", "Freight broker"),
  ]) func inTheNotesWords(_ note: String, _ words: String) {
    #expect(trade(note)?.contains(words) == true, "\(trade(note) ?? "nothing")")
  }

  @Test(arguments: [
    ("Houtkamp Kozijnen, window frames, Hoogeveen. 34 people.", "window frames"),
    ("# Lough Ennell Marquees (marquee hire, Mullingar)", "marquee hire"),
    ("# Melin Woollen Mill: exit call", "Woollen Mill"),
  ]) func noListOfTradesNeedsToHoldIt(_ opening: String, _ words: String) {
    let trade = trade("\(opening)\n\nThey left in May because the export never worked.")
    #expect(trade?.contains(words) == true, "\(trade ?? "nothing")")
  }

  @Test func aBankThatComesForACuppaIsNobodysTrade() {
    #expect(trade("Bramley, Leeds, lost in May. Their bank came for a cuppa.") == nil)
  }

  @Test func premisesAreCountedBehindTheTradesName() {
    #expect(trade("Black Heron, Cork, nine pubs, left in May.") == "hospitality (nine pubs)")
  }

  @Test func theAccountsOwnNameTellsItWhereNothingElseDoes() {
    #expect(
      trade("- Account: Kwena University\n\nThey left in May.") == "higher education (University)")
  }

  @Test func othersTradesAreNotTheCustomers() {
    let note = "- Account: Kwena\n\nTheir insurer wanted one login. They are a bakery."
    #expect(trade(note)?.contains("bakery") == true)
  }
}
