import ArgumentParser
import Evidence
import Reporting
import Workspace

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Make a report of a model or of a corrected draft.",
    discussion: """
      Takes the JSON that `postmortem parse` prints, or the Markdown draft that `postmortem draft` wrote, as you have \
      corrected it: reword, delete and add what you like. What cannot be read back is told with its line; the draft \
      itself is never changed. With --note the report can show the lines that its statements come from.

      Examples:
        postmortem draft northwind.md -o northwind.report.md
        postmortem render northwind.report.md --note northwind.md -o northwind.html
        postmortem parse northwind.md > northwind.json
        postmortem render northwind.json --note northwind.md -o northwind.html
      """)

  @Argument(
    help:
      "The model, a JSON file, or a draft in Markdown (.md); - reads a model from standard input.",
    completion: .file(extensions: ["json", "md", "markdown"]))
  var model: String

  @Option(
    help: "The note that the model was made from.",
    completion: .file(extensions: ["md", "markdown"]))
  var note: String?

  @OptionGroup var settings: CompanyOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var findings: FindingOptions

  func run() throws {
    let console = Console(failOn: findings.failOn)
    try console.run { found throws(WorkspaceError) in
      let company = try settings.company(for: model)
      found += company.findings
      let (reporter, complaints) = try report.reporter(company.labels)
      found += complaints
      let input = try ModelInput(reading: FilePath(model), note: note.map { FilePath($0) })
      found += input.findings
      let format = report.chosenFormat
      let bytes = reporter.safeReport(input.postmortem, sources: input.sources, as: format)
      try console.deliver(
        bytes, to: report.result.output, force: report.result.force)
    }
  }
}
