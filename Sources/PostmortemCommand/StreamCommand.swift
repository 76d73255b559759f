import ArgumentParser
import Workspace

struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Draft notes from standard input, a line of JSON each.",
    discussion: """
      Each line is {"id": "acme", "note": "…", "answers": {…}}: the note is Markdown, the answers are an object, or YAML \
      as a text, or left out. For each line one is written, in the same order: the model, as `postmortem parse` prints \
      it, or {"id": "acme", "error": {"id": "bad-line", "message": "…"}} where the line is no note. Blank lines are \
      passed over. A bad line never stops the others, nor does one that ends the process that works on it \
      ("id": "crashed"); the exit status is then 2. Nothing is kept, so that any number of lines may come. \
      postmortem.yml is looked for in the working folder.

      Examples:
        postmortem stream < notes.ndjson > models.ndjson
        jq -Rsc '{id: "acme", note: .}' acme.md | postmortem stream
        notes.pipe("postmortem stream --quiet --jobs 1")      in PySpark; see docs/beyond.md
      """)

  @OptionGroup var options: StreamOptions

  func run() throws {
    let console = Console(failOn: options.findings.failOn)
    let summary: StreamSupervisor.Summary
    do throws(WorkspaceError) {
      summary = try StreamSupervisor(
        jobs: options.jobs.count, command: Self.configuration.commandName ?? "",
        worker: StreamWorkerCommand.name
      ).run { console.show([$0]) }
    } catch {
      return try console.fail(error)
    }
    let status: ExitStatus =
      switch summary.worst {
      case .fine: .fine
      case .findings: .findings
      case .failed: .someFailed
      }
    let code = summary.status ?? status.rawValue
    if code != 0 { throw ExitCode(code) }
  }
}
