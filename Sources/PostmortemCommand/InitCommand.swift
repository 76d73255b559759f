import ArgumentParser
import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write out the default templates for editing.",
    discussion: """
      Edit what you like and delete the rest: a template that is not there is taken from the program. Files that are \
      there already stay as they are.

      Example:
        postmortem init templates
        postmortem draft northwind.md --templates templates
      """)

  @Argument(help: "The folder to write to.", completion: .directory)
  var folder = "templates"

  func run() throws {
    let console = Console(failOn: .error)
    do throws(WorkspaceError) {
      let (written, findings) = try Templates.write(to: FilePath(folder))
      for path in written { console.say("Wrote \(path)") }
      try? console.end(findings)
    } catch {
      try console.fail(error)
    }
  }
}
