#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program with its arguments, to be run as a process of its own.
struct Command {
  /// A process that did not start, or ended with another status than 0.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let arguments: [String]

  /// Takes the program's path and its arguments.
  init(_ arguments: String...) { self.arguments = arguments }

  /// Runs the program with its output thrown away, and waits for its end.
  func run() throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    // The copies live until they are freed below, after the process has been started.
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process = pid_t()
    guard let path = unsafe pointers[0],
      unsafe posix_spawn(&process, path, &actions, nil, &pointers, environ) == 0
    else {
      throw Failure(description: "\(arguments[0]) does not start")
    }
    var status: Int32 = 0
    unsafe waitpid(process, &status, 0)
    if status != 0 { throw Failure(description: "\(arguments[0]) ended with status \(status)") }
  }
}
