import ArgumentParser
import Evidence
import Reporting
import Workspace

struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Draft the post-mortem of one note.",
    discussion: """
      Reads the note, and the answers where there are any, and writes a report: why they left, where it turned, which \
      warnings there were, what to learn, who does what. Each statement names the line that it comes from.

      A file that is there already is not replaced, as you may have corrected it; --force does replace it.

      Examples:
        postmortem draft northwind.md
        postmortem draft northwind.md -o northwind.html
        postmortem draft northwind.md --answers survey.csv --account "Northwind Freight"
        postmortem draft northwind.md --config postmortem.yml
        pbpaste | postmortem draft - --format markdown
      """)

  @OptionGroup var note: NoteOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var findings: FindingOptions

  func run() throws {
    let console = Console(failOn: findings.failOn)
    try console.run { found throws(WorkspaceError) in
      let company = try note.company()
      found += company.findings
      let (reporter, complaints) = try report.reporter(company.labels)
      found += complaints
      let draft = try note.draft(company)
      found += draft.findings
      let format = report.chosenFormat
      let bytes = reporter.safeReport(draft.postmortem, sources: draft.sources, as: format)
      try console.deliver(
        bytes, to: report.result.output, force: report.result.force)
    }
  }
}
