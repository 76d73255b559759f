import Drafting
import Evidence
import Testing

/// Whether a note says of itself, in its front matter, that it is not finished.
@Suite struct DraftMarkTests {
  @Test(arguments: [
    "---\ndraft: true\n---\n", "---\naccount: Acme\nDraft: Yes # not sent\n...\n",
    "--- \r\n\"draft\" : 'true'\r\n---\r\n",
  ])
  func stands(in note: String) { #expect(isDraft(note + "\nThey left.")) }

  @Test(arguments: [
    "", "draft: true\n", "---\ndraft: false\n---\n", "---\ndraft: true\n",
    "---\nreport:\n  draft: true\n---\n", "---\nnote: |\n  draft: true\n---\n",
    "---\naccount: Acme\n---\ndraft: true\n---\n",
  ])
  func doesNotStand(in note: String) { #expect(!isDraft(note + "\nThey left.")) }

  private func isDraft(_ note: String) -> Bool {
    DraftMark.stands(in: SourceText(name: "note.md", text: note))
  }
}
