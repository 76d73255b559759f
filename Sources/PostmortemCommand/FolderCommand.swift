import ArgumentParser
import Workspace

struct FolderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folder",
    abstract: "Draft the post-mortems of all notes of a folder.",
    discussion: """
      Writes reports/NAME.md, .html and .json for each note, index.html, which lists them, and portfolio.sqlite, which \
      SQL tools can ask. A second run does only what has changed: reports of notes that are gone are removed. \
      Correct reports/NAME.md as you like: it is never overwritten, and the other files follow it, merged field by field \
      with a note that changes too. One bad note never stops the others, and a run that was cut short is completed by \
      the next.

      Notes are the .md and .markdown files of the folder and those below it; hidden files, drafts, READMEs and the \
      like are passed over, and that is said. A file with several sections such as “## Kestrel Freight - lost \
      2026-03-31 - ARR $54,000” is taken apart, an account each.

      Beside a note, NOTE.answers.yaml, .yml, .json or .csv has answers about it. Rows of --answers and --accounts go to the notes about their accounts, by the account's name whatever its \
      case, accents and legal form; what fits nothing, or twice, is told. Where they differ, the answers beside the \
      note are believed first, then --answers, then --accounts, then the note. An account with a row in --answers and \
      no note has a post-mortem too.

      Examples:
        postmortem folder notes -o site
        postmortem folder notes -o site --answers survey.csv --accounts crm.csv
        postmortem folder notes -o site --answers survey.csv --account-column "Which account?"
        postmortem folder notes -o site --watch
        postmortem folder notes -o part3 --shard 3/16
        sqlite3 site/portfolio.sqlite 'SELECT * FROM lost_by_cause_and_quarter'
      """)

  @OptionGroup var options: FolderOptions

  func run() throws {
    let console = Console(failOn: options.findings.failOn)
    let supervisor = FolderSupervisor(
      site: FilePath(options.output), command: Self.configuration.commandName ?? "",
      worker: FolderWorkerCommand.name)
    let status: Int32
    do throws(WorkspaceError) {
      status = try go { () throws(WorkspaceError) in
        try supervisor.run { console.say("postmortem: \($0)") }
      }
    } catch {
      return try console.fail(error)
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Runs once, or again and again as long as inputs change.
  private func go(_ run: () throws(WorkspaceError) -> Int32) throws(WorkspaceError) -> Int32 {
    guard options.watch else { return try run() }
    let watch = options.watched
    var state = watch.state()
    while true {
      let status = try run()
      // Whoever interrupts the worker wants all of it to end.
      if status > 128 { return status }
      state = watch.change(from: state)
    }
  }
}
