import PostmortemModel
import Testing

/// Who looked after the account, told in passing: by role, by a claim to the account, by signature.
@Suite struct CSMTests {
  @Test(arguments: [
    ("Bramley, Kent, $48k a year, CSM Jana Krug, gone since June.", "Jana Krug"),
    ("Bramley, lost.\nJana Krug, customer success", "Jana Krug"),
    ("Prepared by Kip Sandoval, renewals. CSM of record is Farrah Lindqvist.", "Farrah Lindqvist"),
    ("Bramley is gone. CSM was me (Tobias Ache).", "Tobias Ache"),
    ("On the call: Gareth Pugh (director), Fen Oduya (CSM, me).", "Fen Oduya"),
    ("Exit call. I am Signe Holm (customer success); he runs the depot.", "Signe Holm"),
    (
      "Bramley signed in 2023, mine since day one, Femi Adeyinka. They left in May.",
      "Femi Adeyinka"
    ),
    ("Written by Inês Brandão for the southern team. Bramley left in May.", "Inês Brandão"),
    ("Bramley left us in May. Everything below is theirs. /Torunn", "Torunn"),
    ("Bramley Dental – gone 28 Feb 2025 – €26k – Aoife Nolan", "Aoife Nolan"),
    ("# bramley exit notes (jana)\n\nThey left in May.", "jana"),
    ("Bramley, Kent, Dana Wu's patch. They left in May.", "Dana Wu"),
    ("Bramley left us in May over the export.\n\nDana Wu, 24 March 2025", "Dana Wu"),
    ("Asked by Dana Wu, by telephone. Bramley left in May.", "Dana Wu"),
    ("DW = me, Dana Wu. KR = Karen Ross, owner of Bramley.\n\nThey left in May.", "Dana Wu"),
    ("- Account: Bramley\n- acct mgr: dana wu\n\nThey left in May.", "dana wu"),
    ("- CSM: Paige Renner until 29/11/24. Nobody. Then me, Dana Wu, from 18/8/25", "Dana Wu"),
    ("Bramley, exit call. CSM: Marek Lis until January, then me, Dana Wu.", "Dana Wu"),
    ("- Account: Bramley\n- CSM Dana Wu: liked, came twice a year\n\nThey left in May.", "Dana Wu"),
    ("bramley / payroll / $48k / csm = dana w. / notice 5/2/25\n\nThey left in May.", "dana w"),
    ("bramley, 48k, csm dana wu (me), since 2019\n\nThey left in May.", "dana wu"),
    ("Bramley. Earthmoving. $74,000/yr. AM: W. Tolhurst. They left in May.", "W. Tolhurst"),
    ("bramley left us in may over the export.\n\n-- dana w.", "dana w"),
    ("Bramley left us in May over the export.\n\nW. Tolhurst", "W. Tolhurst"),
    ("Bramley left. CSM was Abel Roe, and since April it has been me, Dana Wu.", "Dana Wu"),
    ("Bramley, exit talk. CSM on it: Dana Wu. They left in May.", "Dana Wu"),
    ("- CSM: SE\n\nOn the call: Selma Erden, and Bige Tan for Bramley.", "Selma Erden"),
    ("BRAMLEY DENTAL - exit - DF - 2 Oct 25\n\nThey left in May.", "DF"),
    ("- Bramley, Kent, exit call\n- RK, call 8 July 2025 with Frau Dr. Noack\n- over", "RK"),
    ("Bramley, Kent. Notice 5 May 2025. PM rang Concepta Gormally on 20 May.", "PM"),
    ("- Account: Bramley\n- csm: @dana\n\nThey left in May.", "dana"),
    ("Bramley\n\nCSM: Dana Wu. £31,000 a year, since 2022.", "Dana Wu"),
    ("Bramley\n\nCSM: Dana Wu. €31,000 a year, since 2022.", "Dana Wu"),
    ("Lacey = me. Coy Stallworth = safety director at Bramley.\n\nThey left in May.", "Lacey"),
  ]) func inANotesText(_ note: String, _ csm: String) {
    #expect(draft(note).account.csm == csm)
  }

  @Test func whatIsSaidOfTheCSMIsNoName() {
    let note = "- Account: Bramley\n- Account manager: existed. They met once.\n\nThey left in May."
    #expect(draft(note).account.csm == nil)
  }

  @Test(arguments: [
    "Bramley, Austin, TX, 48k", "Bramley, UK. Notice 5 May 2025.", "IT, at Bramley",
  ])
  func anAbbreviationIsNobodysInitials(_ line: String) {
    #expect(draft("\(line)\n\nThey left over the export.").account.csm == nil)
  }

  @Test(arguments: ["I do.", "A no.", "b. nothing else", "will do"])
  func aShortLastLineIsNoSignature(_ line: String) {
    #expect(draft("# Bramley\n\nThey left over the export.\n\n\(line)").account.csm == nil)
  }

  @Test func anAccountThatSignsIsNoCSM() {
    let account = draft("# Bramley\n\nWe left over the export.\n\n-- Bramley").account
    #expect(account.name == "Bramley")
    #expect(account.csm == nil)
  }

  @Test func somebodyWithoutANameIsNobody() {
    #expect(draft("Bramley, Kent, $48k a year, CSM is me. They left in May.").account.csm == nil)
  }

  @Test func whoeverPassesAMailOnWroteTheNote() {
    let note = """
      From: Ines Lang
      To: churn-review
      Date: 5 May 2025
      Subject: FW: Notice

      All, they are going. Letter below.

      > From: Hettie Marlowe (VP Engineering)
      > To: Ines Lang
      >
      > We stop at the end of June.
      """
    #expect(draft(note).account.csm == "Ines Lang")
  }

  @Test func ourOnlySpeakerLooksAfterTheAccount() {
    let note = """
      [00:01] LOTTE: What made you look elsewhere?
      [00:09] PIETER: The migration. It never ended.
      [00:15] LOTTE: Was there a day when you knew?
      [00:21] PIETER: In March.
      """
    #expect(draft(note).account.csm == "LOTTE")
  }

  @Test func aWriterWithAnotherTaskIsNoCSM() {
    #expect(
      draft("Bramley is lost, they left in May. Notes by Curt Hale, renewals").account.csm
        != "Curt Hale")
  }
}
