import ArgumentParser
import Evidence
import Workspace

/// What a run over a folder is told; the command and the process that it watches over read the same.
struct FolderOptions: ParsableArguments {
  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String

  @Option(
    name: [.customShort("o"), .long], help: "The folder to write to.", completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "A form's export: answers about many accounts, a row each.",
      discussion: "As Google Forms, Typeform, SurveyMonkey and Qualtrics write it.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "yaml", "yml", "json"]))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "A customer database's export: facts of many accounts, a row each.", valueName: "file"),
    completion: .file(extensions: ["csv", "yaml", "yml", "json"]))
  var accounts: String?

  @OptionGroup var column: AccountColumnOption

  @OptionGroup var jobs: JobsOption

  @Option(
    help: ArgumentHelp(
      "Work on one of several parts of the folder; `postmortem portfolio` puts them together.",
      valueName: "3/16"))
  var shard: String?

  @OptionGroup var templates: TemplatesOption

  @OptionGroup var settings: CompanyOptions

  @Flag(help: "Say what there is to do, and do nothing.")
  var dryRun = false

  @Flag(help: "Go on, and run again whenever an input changes.")
  var watch = false

  @Flag(name: .shortAndLong, help: "Tell of errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell of every note.")
  var verbose = false

  @OptionGroup var findings: FindingOptions

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    if column.accountColumn != nil, answers == nil, accounts == nil {
      throw ValidationError("--account-column names a column of --answers or --accounts.")
    }
    if let shard, Shard(shard) == nil {
      throw ValidationError("--shard takes a part and how many there are, such as 3/16.")
    }
    if watch, dryRun { throw ValidationError("--watch and --dry-run exclude each other.") }
  }

  /// The run that these ask for, and what to tell about the templates.
  func run() throws(WorkspaceError) -> (run: FolderRun, findings: [Finding]) {
    let exports = try AnswersFile.exports(
      answers: answers.map { FilePath($0) }, accounts: accounts.map { FilePath($0) },
      accountColumn: column.accountColumn)
    let company = try settings.company(forFolder: notes)
    let loaded = try LoadedTemplates(overriddenBy: templates.folder, labels: company.labels)
    let complaints = try templates.complaints()
    var run = FolderRun(
      notes: FilePath(notes), site: FilePath(output), exports: exports,
      jobs: jobs.count, templates: loaded, company: company)
    run.isDryRun = dryRun
    run.shard = shard.flatMap { Shard($0) }
    return (run, company.findings + complaints)
  }

  /// What is shown of the run.
  var style: FolderDisplay.Style {
    FolderDisplay.Style(
      output: output, isQuiet: quiet, isVerbose: verbose, isDryRun: dryRun)
  }

  /// The inputs whose changes are watched.
  var watched: FolderWatch {
    FolderWatch(
      notes: FilePath(notes),
      others: [answers, accounts].compactMap(\.self).map { FilePath($0) }
        + [templates.folder].compactMap(\.self) + settings.places(forFolder: notes))
  }
}
