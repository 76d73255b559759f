import Drafting
import Evidence
import Language
import PostmortemModel

/// Drafts notes: finds the answers that belong to one, and runs the pure parts over both.
public struct NoteRun: Sendable {
  /// The answers that were named; where there are none, those beside the note are looked for.
  public var answers: AnswersFile?
  /// The account that was named, whose row of the answers is to be used.
  public var account: String?

  private let drafter: Drafter

  /// Creates a run.
  public init(answers: AnswersFile? = nil, account: String? = nil, company: Company = .none) {
    drafter = company.drafter
    self.answers = answers
    self.account = account
  }

  /// Drafts `note` under the name `id`, with the answers beside it where they are to be used.
  ///
  /// Of a file about several accounts it takes the section of the account that was named.
  /// Never throws: what is wrong with a note or its answers is told in the findings.
  public func draft(_ file: InputFile, id: String? = nil) -> NoteDraft {
    var findings: [Finding] = []
    let (note, isSection) = section(of: file, &findings)
    let beside = answers == nil ? inputBeside(file, &findings) : nil
    if let account, answers == nil, beside == nil, !isSection {
      let message =
        "There are no answers, in which --account could find “\(account)”; name them with --answers"
      findings.append(Finding("no-answers", .warning, message, in: "\(file.path)"))
    }
    let row = row(
      answers ?? Self.read(beside, &findings), for: note, names: account.map { [$0] }, &findings)
    return draft(
      note, [row].compactMap(\.self), id: id ?? ReportNames.name(for: file.path), after: findings)
  }

  /// Drafts under the name `id` what `note`, the answers `beside` it and `rows` of other files say about one account,
  /// the first of them most firmly; `account` is its name, where the answers beside the note may be about several.
  func draft(
    _ note: InputFile?, about account: String? = nil, beside: InputFile?, rows: [AnswersRow],
    id: String, after earlier: [Finding]
  ) -> NoteDraft {
    var findings = earlier
    let file = Self.read(beside, &findings)
    let own = row(file, for: note, names: account.map { [$0] }, &findings)
    return draft(note, [own].compactMap(\.self) + rows, id: id, after: findings)
  }

  /// The section of `file` that is about the account that was named, where the file is about several.
  private func section(
    of file: InputFile, _ findings: inout [Finding]
  ) -> (note: InputFile, isSection: Bool) {
    guard let cohort = Cohort(file.text) else { return (file, false) }
    if let key = account.flatMap({ AccountKey($0) }),
      let section = cohort.sections.first(where: { AccountKey($0.account)?.names(key) == true })
    {
      return (file.keeping(section.lines), true)
    }
    let names = cohort.sections.prefix(4).map(\.account).joined(separator: ", ")
    let message =
      "Read as one note, but it is about \(cohort.sections.count) accounts: \(names)\(cohort.sections.count > 4 ? " …" : ""); name one with --account, or let `postmortem folder` take it apart"
    findings.append(
      Finding(
        "several-accounts", .warning, message, in: "\(file.path)",
        at: SourcePosition(line: cohort.sections.first?.line ?? 1, column: 1)))
    return (file, false)
  }

  /// What `note` may call its account, best first: as it reads, and as its heading says.
  func accountNames(in note: SourceText) -> [String] { drafter.accountNames(in: note) }

  private func draft(
    _ note: InputFile?, _ rows: [AnswersRow], id: String, after earlier: [Finding]
  ) -> NoteDraft {
    var findings = earlier
    if let note, note.text.utf8.allSatisfy({ $0 <= 0x20 }) {
      let message =
        "There is nothing in the note; `postmortem new` begins one with the questions to ask"
      findings.append(Finding("empty-note", .warning, message, in: "\(note.path)"))
    }
    let text = note?.text ?? SourceText(name: "", text: "")
    let draft = drafter.draft(text, answers: rows.map(\.record))
    let inputs =
      [note].compactMap(\.self).map { ($0, SourceKind.notes) }
      + rows.map { ($0.file, .answers) }
    findings += draft.findings.map { finding in
      // The pure parts know an input by its name; people need its path.
      var located = finding
      if let input = inputs.first(where: { $0.0.text.name == finding.source }) {
        located.source = "\(input.0.path)"
      }
      return located
    }
    var postmortem = draft.postmortem
    postmortem.id = id
    postmortem.sources = inputs.map { file, kind in
      SourceRecord(
        file: file.text.name, kind: kind, sha256: file.sha256, lines: file.lineCount)
    }
    return NoteDraft(
      postmortem: postmortem, sources: inputs.map(\.0.text), findings: findings.sortedForReading())
  }

  // MARK: Answers

  /// The record of `file` that is about the account of `note`: of the account that has one of `names`, where there are.
  private func row(
    _ file: AnswersFile?, for note: InputFile?, names: [String]?, _ findings: inout [Finding]
  ) -> AnswersRow? {
    guard let file else { return nil }
    findings += file.findings
    var name: String?
    if names != nil || file.records.count > 1 {
      let names = names ?? note.map { accountNames(in: $0.text) + [Self.stem(of: $0)] } ?? []
      name = names.first { file.row(for: $0) != nil } ?? names.first
    }
    let (row, complaints) = file.record(for: name, mustMatch: names != nil)
    findings += complaints
    return row
  }

  private static func stem(of note: InputFile) -> String {
    String(decoding: note.path.stem, as: UTF8.self)
  }

  /// The answers that lie beside a note, unread.
  private func inputBeside(_ note: InputFile, _ findings: inout [Finding]) -> InputFile? {
    guard note.path.bytes != Array("-".utf8) else { return nil }
    let found = AnswersFile.paths(beside: note.path).filter { Disk.status($0) != nil }
    guard let first = found.first else { return nil }
    findings += Self.unused(Array(found.dropFirst()), besides: first)
    do throws(WorkspaceError) {
      return try InputFile(reading: first, followingLinks: false)
    } catch {
      findings += error.findings
      return nil
    }
  }

  /// What to tell of answers beside a note that are not used, as there are others.
  static func unused(_ others: [FilePath], besides first: FilePath) -> [Finding] {
    others.map { other in
      let message = "Not used: the answers are taken from “\(TerminalText.message(first.name))”"
      return Finding("second-answers", .warning, message, in: "\(other)")
    }
  }

  private static func read(_ input: InputFile?, _ findings: inout [Finding]) -> AnswersFile? {
    guard let input else { return nil }
    do throws(WorkspaceError) {
      return try AnswersFile(input)
    } catch {
      findings += error.findings
      return nil
    }
  }
}
