import ArgumentParser
import Evidence
import Workspace

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say how the verdict on a note came about.",
    discussion: """
      Prints the verdict, the facts with the lines they stand on, the points of each cause with the reasons for them, \
      and what would have to be different for the next one to win.

      Example:
        postmortem explain northwind.md
      """)

  @OptionGroup var note: NoteOptions
  @OptionGroup var findings: FindingOptions

  func run() throws {
    let console = Console(failOn: findings.failOn)
    var found: [Finding] = []
    do throws(WorkspaceError) {
      let company = try note.company()
      found = company.findings
      let draft = try note.draft(company)
      found += draft.findings
      let text = Explanation(of: draft.postmortem, labels: company.labels).text
      try console.deliver(TerminalText.text(Array(text.utf8)), to: nil, force: false)
    } catch {
      return try console.fail(error, after: found)
    }
    try console.end(found)
  }
}
