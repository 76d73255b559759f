/// The signals that end a process, by name.
enum Signal {
  /// The one that nobody can catch: sent by a person, or by the system where memory runs out.
  static let kill: Int32 = 9

  /// Whether somebody wants the program to end: it is interrupted, hung up, its reader is gone, it is terminated.
  static func isRequest(_ number: Int32) -> Bool { [1, 2, 3, 13, 15].contains(number) }

  /// `11 (SIGSEGV)`.
  static func described(_ number: Int32) -> String {
    let names: [Int32: String] = [
      4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV",
      24: "SIGXCPU",
    ]
    return names[number].map { "\(number) (\($0))" } ?? "\(number)"
  }
}
