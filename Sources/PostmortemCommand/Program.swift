import ArgumentParser

/// The program as a whole.
public enum Program {
  /// Runs the command that the arguments name, and exits.
  public static func run() async { await RootCommand.main() }
}
