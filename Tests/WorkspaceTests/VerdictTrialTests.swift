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
    #expect(verdict == .support)
    #expect(
      trials == [
        VerdictTrial(.without([3]), leader: .pricing), VerdictTrial(.asReason(5), leader: .pricing),
      ])
  }

  @Test func areNoneWhereThereIsNoVerdict() {
    #expect(trials("Meeting moved to Tuesday.").trials == [])
  }
}
