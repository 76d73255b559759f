import ArgumentParser
import Evidence
import Workspace

/// The process that `stream` watches over: it does the work.
struct StreamWorkerCommand: AsyncParsableCommand {
  static let name = "stream-worker"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Do the work of `stream`; run by it.", shouldDisplay: false)

  @Flag(help: "Do not tell again what the process before this one has told.")
  var again = false

  @OptionGroup var options: StreamOptions

  func run() async throws {
    let console = Console(failOn: options.findings.failOn)
    let limit = options.findings.failOn.severity
    do throws(WorkspaceError) {
      // As for a note from standard input.
      let company = try options.settings.company(for: "-")
      if !again { show(company.findings, on: console) }
      try await NoteStream(jobs: options.jobs.count, company: company).run { found in
        found.contains { finding in limit.map { finding.severity >= $0 } ?? false }
      } tell: { found in
        show(found, on: console)
      }
    } catch {
      return try console.fail(error)
    }
  }

  private func show(_ findings: [Finding], on console: Console) {
    console.show(findings.filter { !options.quiet || $0.severity == .error })
  }
}
