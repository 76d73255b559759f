import ArgumentParser
import Evidence
import Workspace

/// The process that `folder` watches over: it does the work.
struct FolderWorkerCommand: AsyncParsableCommand {
  static let name = "folder-worker"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Do the work of `folder`; run by it.", shouldDisplay: false)

  @OptionGroup var options: FolderOptions

  func run() async throws {
    let console = Console(failOn: options.findings.failOn)
    let orders = FolderSupervisor.orders()
    var display = FolderDisplay(console: console, style: options.style, start: Disk.now())
    var summary: FolderSummary
    do throws(WorkspaceError) {
      var (run, complaints) = try options.run()
      run.orders = orders
      summary = try await run.run { display.show($0) }
      summary.findings = complaints + summary.findings
    } catch {
      display.clear()
      return try console.fail(error)
    }
    display.clear()
    try console.end(
      display.shown(summary.findings), of: summary.findings,
      failedNotes: summary.failed + (summary.isIncomplete ? 1 : 0),
      saying: options.quiet ? [] : display.lines(summary))
  }
}
