import PostmortemModel
import Testing

/// What key-value lines, tables and front matter say of the account.
@Suite struct AccountFactsTests {
  @Test func theNameStandsWithoutTownAndBrackets() {
    #expect(
      draft("- Customer: Bramley Dental Group (12 practices, Kent)").account.name
        == "Bramley Dental Group")
    #expect(draft("- Customer: Oakhurst Montessori, Bristol").account.name == "Oakhurst Montessori")
    #expect(draft("- Customer: Rua Hospice, Co. Leitrim").account.name == "Rua Hospice")
  }

  @Test func frontMatterThatIsNoYAMLStillNamesTheAccount() {
    let account = draft("---\naccount: Bramley\ncsm: @jana\n---\nThey left in May, too dear.")
      .account
    #expect(account.name == "Bramley")
  }

  @Test func aSentenceIsNoName() {
    #expect(draft("They left in May, too dear.").account.name == nil)
  }

  @Test(arguments: [
    "Vertex Parts, Inc.", "Brix, GmbH & Co. KG", "Oakhurst, S.A. (Lille)", "Orchard, Limited",
  ])
  func theNameKeepsItsLegalForm(name: String) {
    #expect(
      draft("- Customer: \(name)").account.name
        == name.split(separator: " (").first.map(String.init))
  }

  @Test(arguments: [
    ("- CSM: Jana Krug (since May 2024)", "Jana Krug"),
    ("- CSM: vacant since March, then Jana Krug from June 2024", "Jana Krug"),
    (
      "| Field | Value |\n|---|---|\n| Customer | Bramley |\n| Owner (CS) | Sofia Reyes |",
      "Sofia Reyes"
    ),
    ("- Account: Bramley\n- Success manager: Theo Blunt", "Theo Blunt"),
    ("Loss note: Bramley\n\nOwner: Sofia Reyes. Twelve practices.", "Sofia Reyes"),
    ("- Account: Bramley\n- CSM: me\n- Author: Hugo Lindt", "Hugo Lindt"),
  ]) func whoLookedAfterTheAccount(_ note: String, _ csm: String) {
    #expect(draft(note).account.csm == csm)
  }

  @Test(arguments: [
    "# Questions for Aranmara Seaweeds, answered by the yard\n\nThey left in May.",
    "Recording 0093, Aranmara Seaweeds, back office.\n\nThey left in May.",
    "EXIT QUESTIONS - Aranmara Seaweeds, Galway\n\nThey left in May.",
  ]) func aTitleSaysWhatTheNoteIsBeforeWhoItIsOf(_ note: String) {
    #expect(draft(note).account.name == "Aranmara Seaweeds")
  }

  @Test(arguments: [
    "30.11.2025", "who do I call?", "they had two people for a year and no more than that",
  ])
  func aDateAQuestionOrASentenceIsNoName(_ value: String) {
    #expect(draft("- Account: Bramley\n- Customer: \(value)").account.name == "Bramley")
  }

  @Test func aVacantSeatIsNobodys() {
    #expect(draft("- Account: Bramley\n- CSM: vacant").account.csm == nil)
  }

  @Test func aTableOfFactsNeedsNoHeader() {
    let account = draft(
      "| | |\n|---|---|\n| Client | Oakhurst |\n| What they do | nurseries, private |"
    ).account
    #expect(account.name == "Oakhurst")
    #expect(account.industry == "nurseries, private")
  }

  @Test func aColumnThatNumbersTheFactsIsNoneOfThem() {
    let account = draft(
      """
      | Nr. | Point | Content |
      |---|---|---|
      | 1 | Customer | Oakhurst |
      | 2 | CSM | Volker Bierbaum |
      """
    ).account
    #expect(account.name == "Oakhurst")
    #expect(account.csm == "Volker Bierbaum")
  }

  @Test(arguments: [
    ("Oakhurst. Mid-size. Earthmoving, Hunter. $74,000/yr. They left in May.", "mid-size"),
    ("Oakhurst, Kent, public sector, €19.5k a year, gone since May.", "public sector"),
    ("Oakhurst Water (small), meters, €19.5k a year, gone since May.", "small"),
    ("Oakhurst bought a small office in May and left.", nil),
  ])
  func aSegmentStandsByItself(_ note: String, _ segment: String?) {
    #expect(draft(note).account.segment == segment)
  }

  @Test func bareDollarsAreThoseOfTheCountry() {
    let account = draft("Oakhurst Hockey, Timaru. Rosters, $19,400 per annum. They left in May.")
      .account
    #expect(account.contractValue?.currency == "NZD")
  }

  @Test func startBeforeTheyEnd() {
    let account = draft(
      """
      ---
      account: Acme
      churn date: 31 March 2025
      ---
      They left because the export lost rows.
      """
    ).account
    #expect(account.startDate == nil)
    #expect(account.tenureMonths == nil)
  }
}
