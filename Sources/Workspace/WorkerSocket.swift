#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import CSystem

/// A process of this program whose standard input and output end here.
final class WorkerSocket {
  private let descriptor: Int32
  private let process: ChildProcess
  private var answers: LineInput
  /// What is still to be sent, and from where on.
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var isOver = false

  /// What there is to do.
  struct Event {
    /// Standard input has something to read, or has ended.
    var hasInput = false
    /// The process has said something, or has ended.
    var hasAnswers = false
  }

  /// Starts the program as ``ChildProcess`` does.
  ///
  /// - Throws: `unusable` where it cannot be started.
  init(_ command: String, as replacement: [String]) throws(WorkspaceError) {
    var ends: [Int32] = [0, 0]
    guard unsafe c_socket_pair(&ends) == 0 else { throw ChildProcess.failure(errno) }
    defer { close(ends[1]) }
    do throws(WorkspaceError) {
      process = try ChildProcess(
        command, as: replacement, streams: [0: ends[1], 1: ends[1]], without: [ends[0]])
    } catch {
      close(ends[0])
      throw error
    }
    descriptor = ends[0]
    answers = LineInput(of: descriptor, limit: .max)
  }

  deinit { close(descriptor) }

  /// Has `bytes` sent, as soon as they are taken.
  func send(_ bytes: [UInt8]) { outgoing += bytes }

  /// Tells the process that nothing comes after what was sent.
  func finish() { isOver = true }

  /// Waits until the process takes something or says something, or, where it is listened to, something comes in on
  /// standard input.
  func wait(listening: Bool) -> Event {
    if isOver, outgoing.isEmpty { shutdown(descriptor, Int32(SHUT_WR)) }
    let output = outgoing.isEmpty ? 0 : POLLOUT
    var files = [pollfd(fd: descriptor, events: Int16(POLLIN | output), revents: 0)]
    if listening { files.append(pollfd(fd: 0, events: Int16(POLLIN), revents: 0)) }
    guard unsafe poll(&files, nfds_t(files.count), -1) > 0 else { return Event() }
    if files[0].revents & Int16(POLLOUT) != 0 { flush() }
    return Event(
      hasInput: files.count > 1 && files[1].revents != 0,
      hasAnswers: files[0].revents & ~Int16(POLLOUT) != 0)
  }

  /// The lines that the process has said since it was last asked, each whole; nothing where it has ended.
  func read() -> [[UInt8]]? {
    if answers.isOver { return nil }
    answers.fill()
    var lines: [[UInt8]] = []
    // What a process that was killed began to say is no answer.
    while let line = answers.atHand(), line.isEnded { lines.append(line.bytes ?? []) }
    return lines
  }

  /// Waits until the process ends.
  func waitForEnd() throws(WorkspaceError) -> ChildProcess.End { try process.wait() }

  private func flush() {
    let count = unsafe outgoing[sent...].withUnsafeBytes {
      unsafe c_send(descriptor, $0.baseAddress, $0.count)
    }
    // Where nobody takes it any more the process is about to be found dead.
    sent = count < 0 && errno != EAGAIN && errno != EINTR ? outgoing.count : sent + max(0, count)
    if sent == outgoing.count { (outgoing, sent) = ([], 0) }
  }
}
