import Drafting
import Evidence
import PostmortemModel
import Testing

@Suite struct CauseReaderTests {
  @Test func theAccountsOwnNameSpeaksForNoCause() {
    let note = SourceText(
      name: "n.md",
      text: """
        ---
        account: Wind-Up Services Ltd
        industry: insolvency and liquidation
        ---

        They left because the export kept crashing. It crashed nine times in March.
        """)
    let verdict = Drafter().draft(note, answers: nil).postmortem.rootCause
    #expect(verdict.primary.category == .productQuality)
    #expect(!verdict.candidates.contains { $0.category == .businessClosure })
  }
}
