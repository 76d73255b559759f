import Drafting
import Evidence
import Foundation
import PostmortemModel
import TestSupport
import Testing

/// Files about several accounts, taken apart by their headings.
@Suite struct CohortTests {
  private func cohort(_ text: String) -> Cohort? { Cohort(SourceText(name: "q1.md", text: text)) }

  @Test(arguments: [
    "## Kestrel Freight - lost 2026-03-31 - ARR $54,000 - SMB", "## Kestrel Freight — churned",
    "## Kestrel Freight (lost 31 March 2026, $54k ARR, SMB)", "## Kestrel Freight | €12k ARR",
    "## Kestrel Freight, lost 31 March 2026", "## Kestrel Freight: cancelled in March ##",
    "## **Kestrel Freight** · not renewed · 54,000 USD ACV",
  ]) func takesAHeadingThatSaysWhatBecameOfTheAccount(heading: String) {
    let found = cohort("\(heading)\n\nPrice.\n\n## Brix AG - lost 2026-02-28\n\nSupport.\n")
    #expect(found?.sections.map(\.account) == ["Kestrel Freight", "Brix AG"])
    #expect(found?.sections.map(\.lines) == [[1...3], [5...7]])
  }

  @Test(arguments: [
    "## Call - 2026-03-31", "## Price - $54,000 is too much", "## What went wrong",
    "## Why they left", "## Timeline: lost and found", "## 2026-03-31 - lost",
    "## Did we lose them - lost?",
  ]) func takesNoOtherHeading(heading: String) {
    #expect(cohort("\(heading)\n\nPrice.\n\n\(heading)\n\nSupport.\n") == nil)
  }

  @Test func takesOneSectionForANote() {
    #expect(cohort("# Kestrel Freight - lost 2026-03-31\n\n## Why\n\nPrice.\n") == nil)
  }

  @Test func readsNoHeadingsOutOfCode() {
    #expect(cohort("```\n## A co - lost\n## B co - lost\n```\n") == nil)
  }

  @Test func keepsTheLinesOfTheFileAndTellsWhatIsLeftOver() throws {
    let found = try #require(
      cohort(
        """
        ---
        csm: Jo
        ---
        # Lost in Q1

        Three, all over the price.

        ## Acme - lost 2026-01-31

        Price.

        ### Timeline

        - January

        ## Lessons

        For all.

        ## Brix - lost 2026-02-28
        # Next quarter
        None yet.
        """))
    #expect(found.sections.map(\.lines) == [[1...3, 8...14], [1...3, 20...20]])
    #expect(found.sections.map(\.line) == [8, 20])
    #expect(found.strayLines == [6, 18, 22])
  }

  @Test(arguments: ["account: Umbrella", "quarter: Q1", "draft: false"])
  func leavesFrontMatterOutThatIsNotAboutAll(line: String) {
    let found = cohort("---\n\(line)\n---\n## Acme - lost\n\n## Brix - lost\n")
    #expect(found?.sections.map(\.lines) == [[4...4], [6...6]])
  }

  /// Notes about one account, by forty hands.
  @Test func tearsNoNoteApart() throws {
    let folder = Repository.root.appendingPathComponent("Training/notes")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
    #expect(files.count > 100)
    for file in files {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(file))
      #expect(Cohort(SourceText(name: file, bytes: Array(bytes))) == nil, "\(file)")
    }
  }

  @Test func takesTheFactsOfTheHeading() throws {
    let text = "## Orchard & Co. | lost 2026-01-31 | ARR 5,000 GBP | Enterprise\n\nPrice.\n"
    let account = Drafter().draft(SourceText(name: "o.md", text: text), answers: nil).postmortem
      .account
    #expect(account.name == "Orchard & Co." && account.segment == "Enterprise")
    #expect(account.churnDate?.description == "2026-01-31")
    #expect(account.contractValue?.amount == 5000 && account.contractValue?.currency == "GBP")
  }
}
