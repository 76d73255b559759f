import Evidence
import PostmortemModel
import Testing
import Workspace

@Suite struct VerdictTrialTests {
  private func trials(_ text: String) -> (verdict: CauseCategory, trials: [VerdictTrial]) {
    let note = InputFile(path: FilePath("acme.md"), bytes: Array(text.utf8))
    let run = NoteRun()
    let draft = run.draft(note)
    return (draft.postmortem.rootCause.primary.category, run.trials(of: draft, note))
  }

  @Test func sayWithoutWhichLineAndByWhichReasonAnotherWouldLead() {
    let (verdict, trials) = trials(
      """
      # Why they left

      Tickets stayed open for weeks and nobody on the helpdesk called back.

      The price doubled at the renewal, and it was too expensive for them.
      """)
    // Which of the two leads is for the points to say.
    let lines: [CauseCategory: Int] = [.support: 3, .pricing: 5]
    let other: CauseCategory = verdict == .support ? .pricing : .support
    #expect(lines[verdict] != nil)
    #expect(trials.contains(VerdictTrial(.without([lines[verdict] ?? 0]), leader: other)))
    #expect(trials.contains(VerdictTrial(.asReason(lines[other] ?? 0), leader: other)))
  }

  @Test func areNoneWhereThereIsNoVerdict() {
    #expect(trials("Meeting moved to Tuesday.").trials == [])
  }
}
