import PostmortemModel
import Testing
import Workspace

@Suite struct InterviewGuideTests {
  private let today = PartialDate(year: 2025)

  @Test func asksForTheWholeStory() {
    let note = InterviewGuide.note(for: "Northwind", today: today)
    for word in ["main reason", "instead", "warnings", "differently", "come back", "by when"] {
      #expect(note.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["A \"B\" \\ C", "x: y # z", "tab\tand\nline", "*Star*"])
  func keepsAnyNameOnItsLine(name: String) {
    let note = InterviewGuide.note(for: name, today: today)
    let plain = InterviewGuide.note(for: "x", today: today)
    #expect(note.split(separator: "\n").count == plain.split(separator: "\n").count)
    #expect(note.split(separator: "\n")[1].hasPrefix("account: \""))
  }

  @Test(arguments: [
    ("0", 5, "1970-01-01"), ("1763942400", 0, "2025-11-24"), ("x", 86_400, "1970-01-02"),
  ])
  func datesBySourceDateEpochBeforeTheClock(epoch: String, clock: Int, day: String) {
    #expect(Today.date(sourceDateEpoch: epoch, clock: clock).description == day)
  }
}
