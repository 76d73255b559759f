import ArgumentParser
import Language
import Workspace

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a note with an interview guide.",
    discussion: """
      Writes a note with the account's facts to fill in and the questions to ask, section by section. The hints in it \
      are comments, which no report repeats. A file that is there already is never replaced.

      Examples:
        postmortem new "Northwind Freight"
        postmortem new "Northwind Freight" -o notes/northwind.md
      """)

  @Argument(help: "The account's name.")
  var name: String

  @Option(
    name: [.customShort("o"), .long],
    help: "The file to write, - for standard output; without this, one named after the account.",
    completion: .file(extensions: ["md"]))
  var output: String?

  func validate() throws {
    guard name.utf8.contains(where: { $0 > 0x20 }) else {
      throw ValidationError("The account's name is empty; give the name of the customer who left.")
    }
  }

  func run() throws {
    let console = Console(failOn: .error)
    let today = Today.date(
      sourceDateEpoch: RunEnvironment().sourceDateEpoch, clock: Disk.now())
    let note = Array(InterviewGuide.note(for: name, today: today).utf8)
    let slug = FoldedName.slug(name)
    let path = output ?? "\(slug.isEmpty ? "note" : slug).md"
    do throws(WorkspaceError) {
      if path == "-" { return try Disk.print(note, to: 1) }
      try Disk.save(note, to: FilePath(path), replacing: false)
    } catch {
      return try console.fail(error)
    }
    console.say("Wrote \(path)")
  }
}
