import ArgumentParser
import Evidence
import Workspace

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say how the verdict on a note came about.",
    discussion: """
      Prints the verdict with the points of the causes that matter and the lines that gave them, what would change it \
      (the note is read again without its weightiest lines), and every other fact with its line and how it was found.

      Example:
        postmortem explain northwind.md
      """)

  @OptionGroup var note: NoteOptions
  @OptionGroup var findings: FindingOptions

  func run() throws {
    let console = Console(failOn: findings.failOn)
    try console.run { found throws(WorkspaceError) in
      let company = try note.company()
      found += company.findings
      let (draft, trials) = try note.explained(company)
      found += draft.findings
      let text = Explanation(of: draft.postmortem, labels: company.labels, trials: trials)
        .text
      try console.deliver(TerminalText.text(Array(text.utf8)), to: nil, force: false)
    }
  }
}
