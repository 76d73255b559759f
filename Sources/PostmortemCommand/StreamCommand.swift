import ArgumentParser
import Evidence
import Workspace

struct StreamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Draft notes from standard input, a line of JSON each.",
    discussion: """
      Each line is {"id": "acme", "note": "…", "answers": {…}}: the note is Markdown, the answers are an object, or YAML \
      as a text, or left out. For each line one is written, in the same order: the model, as `postmortem parse` prints \
      it, or {"id": "acme", "error": {"id": "bad-line", "message": "…"}} where the line is no note. Blank lines are \
      passed over. A bad line never stops the others; the exit status is then 2. Nothing is kept, so that any number \
      of lines may come.

      Examples:
        postmortem stream < notes.ndjson > models.ndjson
        jq -Rsc '{id: "acme", note: .}' acme.md | postmortem stream
        notes.pipe("postmortem stream --quiet --jobs 1")      in PySpark; see docs/beyond.md
      """)

  @Option(
    help: "How many notes to work on at a time; without this, as many as there are processors.")
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Tell of errors only.")
  var quiet = false

  @OptionGroup var findings: FindingOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  func run() async throws {
    let console = Console(failOn: findings.failOn)
    let limit = findings.failOn.severity
    var worst: Finding?
    let summary: NoteStream.Summary
    do throws(WorkspaceError) {
      summary = try await NoteStream(jobs: jobs ?? Disk.processorCount).run { found in
        console.show(found.filter { !quiet || $0.severity == .error })
        if let limit { worst = worst ?? found.first { $0.severity >= limit } }
      }
    } catch {
      return try console.fail(error)
    }
    try console.end(
      [], of: [worst].compactMap(\.self), failedNotes: summary.failed, saying: [])
  }
}
