import ArgumentParser
import Evidence
import Workspace

struct PortfolioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Put folders of reports together into one.",
    discussion: """
      Takes what `postmortem folder` keeps in its folders, such as those of the parts of a folder that was worked on by \
      several machines, and writes one folder of reports, with an index page and a store: the same as one run over all \
      notes gives. Notes are not read. A second run does only what has changed. Markdown reports that were edited by hand \
      in one of the folders are carried as they are, and the other reports follow them. postmortem.yml is looked for in \
      the working folder.

      Example:
        postmortem folder notes -o part1 --shard 1/2
        postmortem folder notes -o part2 --shard 2/2
        postmortem portfolio part1 part2 -o site
      """)

  @Argument(help: "The folders of reports.", completion: .directory)
  var sites: [String]

  @Option(
    name: [.customShort("o"), .long], help: "The folder to write to.", completion: .directory)
  var output: String

  @OptionGroup var jobs: JobsOption

  @OptionGroup var templates: TemplatesOption

  @OptionGroup var settings: CompanyOptions

  @Flag(name: .shortAndLong, help: "Tell of errors only.")
  var quiet = false

  @OptionGroup var findings: FindingOptions

  func run() async throws {
    let console = Console(failOn: findings.failOn)
    var summary: FolderSummary
    do throws(WorkspaceError) {
      let company = try settings.company(forFolder: ".")
      let complaints = try templates.complaints()
      summary = try await PortfolioMerge(
        parts: sites.map { FilePath($0) }, site: FilePath(output),
        jobs: jobs.count,
        templates: try LoadedTemplates(
          overriddenBy: templates.folder, labels: company.labels),
        company: company
      ).run()
      summary.findings = company.findings + complaints + summary.findings
    } catch {
      return try console.fail(error)
    }
    let display = FolderDisplay(
      console: console, style: FolderDisplay.Style(output: output, isQuiet: quiet), start: 0)
    try console.end(
      display.shown(summary.findings), of: summary.findings,
      failedNotes: summary.failed + (summary.isIncomplete ? 1 : 0),
      saying: quiet ? [] : display.lines(summary))
  }
}
