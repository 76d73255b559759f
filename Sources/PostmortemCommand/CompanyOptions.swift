import ArgumentParser
import Workspace

/// Where the company's own words are.
struct CompanyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The company's own categories, departments, headings and phrases; see `postmortem init`.",
      discussion:
        "Without this, postmortem.yml beside the notes, or in the nearest folder above them up to the working folder; in the working folder where no notes are named.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  /// What the settings for a note, or a model beside which they may lie, make of the program.
  func company(for note: String) throws(WorkspaceError) -> Company {
    try company(at: CompanyFile.find(for: FilePath(note)))
  }

  /// What the settings for a folder of notes make of the program.
  func company(forFolder notes: String) throws(WorkspaceError) -> Company {
    try company(at: CompanyFile.find(from: FilePath(notes)))
  }

  private func company(at found: FilePath?) throws(WorkspaceError) -> Company {
    guard let path = config.map({ FilePath($0) }) ?? found else { return .none }
    return try Company(reading: path)
  }

  /// Where a change of the settings for a folder of notes would be.
  func places(forFolder notes: String) -> [FilePath] {
    config.map { [FilePath($0)] } ?? CompanyFile.places(from: FilePath(notes))
  }
}
