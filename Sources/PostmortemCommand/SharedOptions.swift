import ArgumentParser
import Evidence
import Reporting
import Workspace

/// The report formats by the names that `--format` takes.
enum FormatName: String, CaseIterable, ExpressibleByArgument {
  case markdown, html, json

  var format: ReportFormat {
    switch self {
    case .markdown: .markdown
    case .html: .html
    case .json: .json
    }
  }
}

/// When to fail.
struct FindingOptions: ParsableArguments {
  @Option(help: "Exit with status 1 from this severity of findings on.")
  var failOn: FailOn = .error
}

/// How much to do at a time.
struct JobsOption: ParsableArguments {
  @Option(
    help: "How many notes to work on at a time; without this, as many as there are processors.")
  var jobs: Int?

  /// How many notes to work on at a time.
  var count: Int { jobs ?? Disk.processorCount }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }
}

/// Which column of an export says whose each row is.
struct AccountColumnOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The header of the column with the account's name; without this, it is found.",
      valueName: "header"))
  var accountColumn: String?
}

/// What the reports are made with.
struct TemplatesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Templates to use in place of the default ones; see `postmortem init`.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  /// The folder of templates.
  var folder: FilePath? { templates.map { FilePath($0) } }

  /// What there is to tell about the templates.
  func complaints() throws(WorkspaceError) -> [Finding] {
    guard let folder else { return [] }
    return try Templates.unused(in: folder)
  }
}

/// Which note, and where its answers are.
struct NoteOptions: ParsableArguments {
  @Argument(
    help: "The note, a Markdown file; - reads standard input.",
    completion: .file(extensions: ["md", "markdown"]))
  var note: String

  @Option(
    help: ArgumentHelp(
      "Answers to go with the note: YAML, JSON or CSV.",
      discussion:
        "Without this, NOTE.answers.yaml, .yml, .json or .csv beside the note is used where there is one.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json", "csv"]))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "The account whose row of the answers is used, and whose section of the note.",
      discussion: "Without this, the row about the account that the note names."))
  var account: String?

  @OptionGroup var column: AccountColumnOption

  @OptionGroup var settings: CompanyOptions

  /// Reads the note and its answers and drafts the post-mortem, as `company` reads notes.
  func draft(_ company: Company) throws(WorkspaceError) -> NoteDraft {
    try run(company).draft(try InputFile(reading: FilePath(note)))
  }

  /// Drafts the post-mortem, and finds what would change its verdict.
  func explained(
    _ company: Company
  ) throws(WorkspaceError) -> (draft: NoteDraft, trials: [VerdictTrial]) {
    let run = try run(company)
    let file = try InputFile(reading: FilePath(note))
    let draft = run.draft(file)
    return (draft, run.trials(of: draft, file))
  }

  private func run(_ company: Company) throws(WorkspaceError) -> NoteRun {
    var file: AnswersFile?
    if let answers {
      file = try AnswersFile(
        InputFile(reading: FilePath(answers)), accountColumn: column.accountColumn)
    }
    return NoteRun(answers: file, account: account, company: company)
  }

  /// What the settings that belong to the note make of the program.
  func company() throws(WorkspaceError) -> Company { try settings.company(for: note) }
}

/// Where a result goes.
struct ResultOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: "Write to this file instead of standard output.", completion: .file())
  var output: String?

  @Flag(help: "Replace the file that is there already.")
  var force = false
}

/// How a report looks.
struct ReportOptions: ParsableArguments {
  @Option(
    help: "markdown, html or json; without this, as the name of the output says, else markdown.")
  var format: FormatName?

  @OptionGroup var templates: TemplatesOption

  @OptionGroup var result: ResultOptions

  /// The format that was asked for, be it by the name of the output.
  var chosenFormat: ReportFormat {
    if let format { return format.format }
    switch result.output.map({ FilePath($0).fileExtension }) {
    case "html", "htm": return .html
    case "json": return .json
    default: return .markdown
    }
  }

  func validate() throws {
    let known = ["", "md", "markdown", "txt", "html", "htm", "json"]
    guard format == nil, let output = result.output,
      !known.contains(FilePath(output).fileExtension)
    else { return }
    throw ValidationError(
      "The name '\(output)' does not say the format; add --format markdown, html or json.")
  }

  /// What writes the reports, and what to tell about its templates.
  func reporter(
    _ labels: CompanyLabels
  ) throws(WorkspaceError) -> (reporter: Reporter, findings: [Finding]) {
    let reporter = try Templates.reporter(overriddenBy: templates.folder, labels: labels)
    return (reporter, try templates.complaints())
  }
}
