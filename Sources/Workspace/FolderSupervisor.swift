/// Watches over a run: a note that ends the process costs only itself.
///
/// The run is a process of its own that keeps the names of the notes it works on in a small file. When it is ended by a
/// signal it is started again: without the note it worked on, or, where it worked on several, with those first and one
/// at a time, so that the next end tells which it was.
public struct FolderSupervisor: Sendable {
  private let site: SiteFolder
  private let command: String
  private let worker: String

  /// Watches over runs on `site`: the command `command` of this program is run as `worker`.
  public init(site: FilePath, command: String, worker: String) {
    self.site = SiteFolder(site)
    self.command = command
    self.worker = worker
  }

  /// Runs until a process comes to its own end, and returns its status.
  ///
  /// `tell` hears of each process that did not.
  ///
  /// - Throws: `unwritable` where no process can be started, `crashed` where one after the other dies for no note's sake.
  public func run(tell: (String) -> Void) throws(WorkspaceError) -> Int32 {
    var orders = RunOrders()
    var deaths = 0
    while true {
      let end = try ChildProcess.run(command, as: worker, input: orders.bytes)
      guard case .signal(let signal) = end else {
        if case .status(let status) = end { return status }
        continue
      }
      if Signal.isRequest(signal) { return 128 + signal }
      let names = Set(InFlight.names(in: site.inFlight)).subtracting(orders.avoided.keys)
      // Who sends SIGKILL may have meant the program: a note is to blame when that happens at it twice.
      if names.count == 1, let name = names.first,
        signal != Signal.kill || orders.suspects.contains(name)
      {
        orders.avoided[name] = signal
        orders.suspects.remove(name)
        tell("ended by signal \(Signal.described(signal)) at “\(name)”: going on without it")
      } else {
        deaths = names.isSubset(of: orders.suspects) ? deaths + 1 : 0
        guard deaths < 2 else { throw .crashed(signal: Signal.described(signal)) }
        orders.suspects.formUnion(names)
        tell("ended by signal \(Signal.described(signal)): going on, note by note at first")
      }
    }
  }

  /// What the process that this one watches over was told, read from standard input.
  public static func orders() -> RunOrders {
    ChildProcess.endWithParent()
    return RunOrders((try? Disk.readStandardInput()) ?? [])
  }
}
