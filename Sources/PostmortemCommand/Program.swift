import ArgumentParser
import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program as a whole.
public enum Program {
  /// Runs the command that the arguments name, and exits.
  ///
  /// What the parser of the arguments has to say is printed here and not by the parser, since it repeats arguments, and
  /// those may be names of files that play tricks on a terminal.
  ///
  /// On the main actor, so that no thread is started for a command that does one thing.
  @MainActor
  public static func run() async -> Never {
    do {
      var command = try RootCommand.parseAsRoot()
      if var longRunning = command as? any AsyncParsableCommand {
        try await longRunning.run()
      } else {
        try command.run()
      }
      exit(ExitStatus.fine.rawValue)
    } catch {
      let status = RootCommand.exitCode(for: error)
      let message = RootCommand.fullMessage(for: error)
      if !message.isEmpty {
        // Help that was asked for is a result; where nobody can be told there is just the status.
        let text = TerminalText.text(Array("\(message)\n".utf8))
        try? Disk.print(text, to: status.isSuccess ? 1 : 2)
      }
      exit(status.rawValue)
    }
  }
}
