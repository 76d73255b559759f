import ArgumentParser
import Evidence
import Workspace

struct FolderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folder",
    abstract: "Draft the post-mortems of all notes of a folder.",
    discussion: """
      Writes reports/NAME.md, .html and .json for each note and index.html, which lists them. A report that you have \
      edited is kept, and the new draft is written beside it as NAME.new.md. One bad note never stops the others.

      Answers are taken from NOTE.answers.* beside a note, else from the row of --answers about its account.

      Examples:
        postmortem folder notes -o site
        postmortem folder notes -o site --answers survey.csv --jobs 4
      """)

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String

  @Option(
    name: [.customShort("o"), .long], help: "The folder to write to.", completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("Answers about many accounts, a row each.", valueName: "file"),
    completion: .file(extensions: ["csv", "yaml", "yml", "json"]))
  var answers: String?

  @Option(
    help: "How many notes to work on at a time; without this, as many as there are processors.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Templates to use in place of the default ones; see `postmortem init`.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @OptionGroup var findings: FindingOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  func run() async throws {
    let console = Console(failOn: findings.failOn)
    var summary: FolderSummary
    do throws(WorkspaceError) {
      var export: AnswersFile?
      if let answers { export = try AnswersFile(InputFile(reading: FilePath(answers))) }
      let (reporter, complaints) = try ReportOptions.reporter(templates)
      let run = FolderRun(
        notes: FilePath(notes), site: FilePath(output), answers: export,
        jobs: jobs ?? Disk.processorCount,
        reporter: reporter)
      summary = try await run.run { console.progress($0, of: $1) }
      summary.findings = complaints + summary.findings
    } catch {
      return try console.fail(error)
    }
    let failed = summary.failed > 0 ? ", \(summary.failed) could not be read" : ""
    let total = summary.drafted + summary.failed
    try console.end(
      summary.findings, failedNotes: summary.failed,
      saying: "\(summary.drafted) of \(total) notes drafted\(failed): \(output)/index.html")
  }
}
