import Drafting
import PostmortemModel
import Testing

/// Rivals are told by what stands beside their names.
///
/// The points here are simple ones, so that the tests do not hang on what was learnt last.
@Suite struct CompetitorTests {
  private static let points = """
    targets\tcompetitor\taccount\tcsm
    bias\t-1.5\t-9\t-9
    cue=other:rival-before\t3
    cue=other:rival-behind\t2
    key=other!competitors\t3
    sec=other!competitors\t3
    ask=other!competitors\t3
    shape=other:answers:competitors\t3
    """.split(separator: "\n").map { line in
      // Columns that are left out are nought.
      line.hasPrefix("targets") || line.hasPrefix("bias") ? String(line) : line + "\t\t"
    }.joined(separator: "\n")

  private func rivals(_ note: String) -> [String] {
    let packed = PackedBytes(keeping: PointTable.pack(Array(Self.points.utf8)))
    let knowledge = Knowledge.standard(with: [("points/names.points", packed)])
    return draft(note, knowledge: knowledge).competitors.map(\.name)
  }

  @Test(arguments: [
    ("They've moved to Dentaro.", ["Dentaro"]),
    ("In the end they went with QuaySight.", ["QuaySight"]),
    ("She signed with Brackwater TS in February.", ["Brackwater TS"]),
    ("He had a demo of Molarix, which was too dear.", ["Molarix"]),
    ("Ours was replaced by Tinytracks.", ["Tinytracks"]),
    ("They looked at Lumitag and stayed on paper.", ["Lumitag"]),
    ("It's a thing called eSkole.", ["eSkole"]),
    ("They were offered Dentware for nothing.", ["Dentware"]),
    ("TileTrack was half the price.", ["TileTrack"]),
    ("Gridmate came in at a third of it.", ["Gridmate"]),
    ("From May they are rolling out Crate & Date.", ["Crate & Date"]),
    ("We lost to Loadwise.", ["Loadwise"]),
    ("They've moved to Marsh and Reed.", ["Marsh and Reed"]),
    ("They've moved to Frostlog and ColdTrack. Frostlog is quick.", ["Frostlog"]),
    ("They've moved to Tribunalis and Fairwell Chambers.", ["Tribunalis"]),
  ]) func besideTheirNames(_ sentence: String, _ names: [String]) {
    #expect(rivals("- Account: Bramley\n\n\(sentence)") == names)
  }

  @Test func aTownIsNone() {
    #expect(rivals("- Account: Bramley\n\nThey've moved to Coimbatore.") == [])
  }

  @Test func whatAKeyAHeadingOrAQuestionAsksFor() {
    #expect(rivals("- Account: Bramley\n- Moving to: Fertiguro") == ["Fertiguro"])
    #expect(
      rivals("- Account: Bramley\n\n## Where they are now\n\nPubPal, one fellow in town.") == [
        "PubPal"
      ])
    #expect(
      rivals("**Which tool are you moving to?**\n\nFertiguro, as our sister company has it.") == [
        "Fertiguro"
      ])
    #expect(
      rivals("RON: We are done.\nANA: Where are you headed?\nRON: Routewell.\nANA: Good luck.") == [
        "Routewell"
      ])
  }

  @Test(arguments: [
    "We moved to Bristol in May.",
    "She went with Karen to the fair.",
    "They looked at Slack for it.",
    "He spoke to Mrs. Pell about it.",
    "They moved to Bramley's office.",
    "Goodness, nobody asked.",
  ]) func peoplePlacesAndEverydayToolsAreNone(_ sentence: String) {
    #expect(rivals("- Account: Bramley\n\n\(sentence)") == [])
  }

  @Test func theLongestFormOfANameIsTheProducts() {
    #expect(
      rivals("- Account: Bramley\n\nThey moved to Hearth. Hearth One has it.") == ["Hearth One"])
  }
}
