import ArgumentParser
import Evidence
import PostmortemModel
import Workspace

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the model of one note as JSON.",
    discussion: """
      The model is what a report is made of: every fact, with the line and the words that it rests on. `postmortem \
      schema` describes it, and `postmortem render` makes a report of it.

      Example:
        postmortem parse northwind.md | jq .root_cause.primary
      """)

  @OptionGroup var note: NoteOptions
  @OptionGroup var findings: FindingOptions

  func run() throws {
    let console = Console(failOn: findings.failOn)
    try console.run { found throws(WorkspaceError) in
      let company = try note.company()
      found += company.findings
      let draft = try note.draft(company)
      found += draft.findings
      try console.deliver(
        TerminalText.json(PostmortemJSON.encode(draft.postmortem)), to: nil, force: false)
    }
  }
}
