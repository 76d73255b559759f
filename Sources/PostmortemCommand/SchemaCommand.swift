import ArgumentParser
import Workspace

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the model.",
    discussion: """
      Example:
        postmortem schema > postmortem.schema.json
      """)

  func run() throws {
    let console = Console(failOn: .error)
    do throws(WorkspaceError) {
      try console.deliver(ModelSchema.text, to: nil, force: false)
    } catch {
      try console.fail(error)
    }
  }
}
