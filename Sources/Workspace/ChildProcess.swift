#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import CSystem

/// This program, run once more as a process of its own.
struct ChildProcess {
  /// How a process ended.
  enum End: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  private let process: pid_t

  /// Runs the program with the arguments of this process, whose first `command` gives way to `replacement`; `input` is
  /// its standard input, and it shares the other streams.
  ///
  /// - Throws: `unusable` where it cannot be started.
  static func run(
    _ command: String, as replacement: String, input: [UInt8]
  ) throws(WorkspaceError) -> End {
    var pipes: [Int32] = [0, 0]
    guard unsafe pipe(&pipes) == 0 else { throw failure(errno) }
    let child: ChildProcess
    do throws(WorkspaceError) {
      child = try ChildProcess(
        command, as: [replacement], streams: [0: pipes[0]], without: [pipes[1]])
    } catch {
      for end in pipes { close(end) }
      throw error
    }
    close(pipes[0])
    _ = unsafe input.withUnsafeBytes { unsafe write(pipes[1], $0.baseAddress, $0.count) }
    close(pipes[1])
    return try child.wait()
  }

  /// Starts the program with the arguments of this process, whose first `command` gives way to `replacement`.
  ///
  /// `streams` are its standard streams where they are not those of this process; it has no part in `others`.
  /// Arguments are passed on as bytes, since names of files need not be text.
  ///
  /// - Throws: `unusable` where it cannot be started.
  init(
    _ command: String, as replacement: [String], streams: [Int32: Int32], without others: [Int32]
  ) throws(WorkspaceError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (stream, descriptor) in streams {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
    }
    for descriptor in Set(others).union(streams.values).subtracting(streams.keys) {
      unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    // The arguments live as long as the process, and the replacement until it is freed below.
    let words = unsafe replacement.map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var arguments = unsafe (0..<Int(CommandLine.argc)).map { unsafe CommandLine.unsafeArgv[$0] }
    if let index = unsafe arguments.dropFirst().firstIndex(where: { argument in
      guard let argument = unsafe argument else { return false }
      return unsafe String(cString: argument) == command
    }) {
      unsafe arguments.replaceSubrange(index...index, with: words)
    }
    unsafe arguments.append(nil)
    // What tells of a crash must not be one more process that can hang.
    _ = unsafe setenv("SWIFT_BACKTRACE", "enable=no", 0)
    var process = pid_t()
    let code = unsafe posix_spawn(
      &process, Disk.programPath.cString, &actions, nil, arguments, environ)
    guard code == 0 else { throw Self.failure(code) }
    self.process = process
  }

  /// Has this process killed when the one that runs it ends, where the system can do that.
  static func endWithParent() { _ = c_die_with_parent() }

  /// Waits until the process ends.
  func wait() throws(WorkspaceError) -> End {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Self.failure(errno) }
    }
    return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  static func failure(_ code: Int32) -> WorkspaceError {
    .unwritable(path: "the worker", reason: "It cannot be started: \(Disk.reason(code))")
  }
}
