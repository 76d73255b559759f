import ArgumentParser
import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write out the default templates and an example of postmortem.yml, for editing.",
    discussion: """
      Edit what you like and delete the rest: a template that is not there is taken from the program. postmortem.yml, \
      beside the folder of templates, holds your company's own categories, departments, headings and phrases; all of it is \
      commented out to begin with. Files that are there already stay as they are.

      Example:
        postmortem init templates
        postmortem draft northwind.md --templates templates --config postmortem.yml
      """)

  @Argument(help: "The folder to write the templates to.", completion: .directory)
  var folder = "templates"

  func run() throws {
    let console = Console(failOn: .error)
    do throws(WorkspaceError) {
      let (written, findings) = try Templates.write(to: FilePath(folder))
      let beside = FilePath(folder).withoutFinalSlash.parent
      let example = try ExampleSettings.write(to: beside)
      for path in written + example.written { console.say("Wrote \(path)") }
      try? console.end(findings + example.findings)
    } catch {
      try console.fail(error)
    }
  }
}
