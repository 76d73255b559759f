public import Evidence

/// Watches over a stream: a line that ends the process costs only itself.
///
/// The lines go to a process of their own, and what it answers goes to standard output. When a signal ends it, it is
/// started again with the lines that it left unanswered, and the one that did it is answered here.
public struct StreamSupervisor: Sendable {
  /// How a process is told that it is not the first, and has nothing to tell that was told already.
  private static let again = "--again"

  private let jobs: Int
  private let command: String
  private let worker: String

  /// How a stream ended.
  public struct Summary: Sendable {
    /// What became of the line that is worst.
    public var worst = StreamMessage.Mark.fine
    /// The status of the process where it could not go on, which it has told of.
    public var status: Int32?
  }

  /// Watches over a stream of which `jobs` lines are worked on at a time: the command `command` of this program is run as
  /// `worker`.
  public init(jobs: Int, command: String, worker: String) {
    self.jobs = max(1, jobs)
    self.command = command
    self.worker = worker
  }

  /// Reads standard input to its end; `tell` hears of the lines that end the process, which tells of all others.
  ///
  /// - Throws: `unreadable` where standard input cannot be read, `unwritable` where standard output cannot be written or
  ///   no process can be started, `crashed` where one after the other dies for no line's sake.
  public func run(tell: (Finding) -> Void) throws(WorkspaceError) -> Summary {
    var input = LineInput()
    var queue = StreamQueue<LineInput.Line>(size: OrderedWork.ahead(jobs))
    var summary = Summary()
    var deaths = 0
    var isAgain = false
    while true {
      let process = try WorkerSocket(command, as: isAgain ? [worker, Self.again] : [worker])
      isAgain = true
      var isThere = false
      while let messages = pass(&input, &queue, to: process) {
        for message in messages {
          guard isThere else {
            isThere = true
            continue
          }
          let (mark, output) = StreamMessage.read(message)
          try Disk.print(output, to: 1)
          summary.worst = max(summary.worst, mark)
          queue.answered()
          deaths = 0
        }
      }
      switch try process.waitForEnd() {
      case .status(let status):
        if let failure = input.failure { throw failure }
        if status != 0 { summary.status = status }
        return summary
      case .signal(let signal):
        if Signal.isRequest(signal) {
          summary.status = 128 + signal
          return summary
        }
        if isThere, queue.isAtWork {
          guard let line = queue.died(of: signal) else { continue }
          try Disk.print(answer(line, signal, tell), to: 1)
          summary.worst = .failed
        } else {
          deaths += 1
          guard deaths < 2 else { throw .crashed(signal: Signal.described(signal)) }
          queue.sendAgain()
        }
      }
    }
  }

  /// The answer to a line that ended the process.
  private func answer(
    _ line: LineInput.Line, _ signal: Int32, _ tell: (Finding) -> Void
  ) -> [UInt8] {
    let message =
      "The program was ended by signal \(Signal.described(signal)) while it worked on this line; the line was left out"
    tell(
      Finding(
        "crashed", .error, message, in: "-", at: SourcePosition(line: line.number, column: 1)))
    return StreamMessage.answer(to: StreamedNote.id(of: line), "crashed", message)
  }

  /// Passes on what has come in, and returns what the process has answered; nothing where it has ended.
  private func pass(
    _ input: inout LineInput, _ queue: inout StreamQueue<LineInput.Line>, to process: WorkerSocket
  ) -> [[UInt8]]? {
    while !queue.isFull, let line = input.atHand() { queue.add(line) }
    while let line = queue.next() { process.send(StreamMessage.message(line)) }
    if input.isOver, queue.isSent, !queue.isFull { process.finish() }
    let event = process.wait(listening: !queue.isFull && !input.isOver)
    if event.hasInput { input.fill() }
    return event.hasAnswers ? process.read() : []
  }
}
