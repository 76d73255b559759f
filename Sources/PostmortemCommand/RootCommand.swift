import ArgumentParser

/// The command `postmortem`.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postmortem",
    abstract: "Turn the notes of an exit interview into a churn post-mortem.",
    discussion: """
      Reads a customer success manager's Markdown notes about a lost account, and structured answers where there are \
      any, and drafts the post-mortem: what really caused it, where the relationship turned, which warnings were \
      missed, what to learn, and who must hear what. Each statement points at the line that it comes from. Nothing \
      leaves this machine.

      Start with:
        postmortem new "Northwind Freight"          begin a note with the questions to ask
        postmortem draft northwind-freight.md       draft the report
        postmortem explain northwind-freight.md     see why

      Exit status: 0 fine, 1 findings at or above --fail-on, 2 some notes could not be processed, 64 wrong usage, \
      66 an input cannot be read, 73 an output cannot be written.
      """,
    version: ProgramVersion.current,
    subcommands: [
      DraftCommand.self, ParseCommand.self, RenderCommand.self, ExplainCommand.self,
      NewCommand.self,
      InitCommand.self, SchemaCommand.self, FolderCommand.self, FolderWorkerCommand.self,
      PortfolioCommand.self, StreamCommand.self, StreamWorkerCommand.self,
    ])
}
