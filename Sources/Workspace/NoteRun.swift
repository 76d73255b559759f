import Drafting
import Evidence
import PostmortemModel

/// Drafts notes: finds the answers that belong to one, and runs the pure parts over both.
public struct NoteRun: Sendable {
  /// The answers that were named; where there are none, those beside the note are looked for.
  public var answers: AnswersFile?
  /// The account that was named, whose row of the answers is to be used.
  public var account: String?

  private let drafter = Drafter()

  /// Creates a run.
  public init(answers: AnswersFile? = nil, account: String? = nil) {
    self.answers = answers
    self.account = account
  }

  /// Drafts `note` under the name `id`, with the answers beside it where they are to be used.
  ///
  /// Never throws: what is wrong with a note or its answers is told in the findings.
  public func draft(_ note: InputFile, id: String? = nil) -> NoteDraft {
    var findings: [Finding] = []
    let beside = answers == nil ? inputBeside(note, &findings) : nil
    if let account, answers == nil, beside == nil {
      let message =
        "There are no answers, in which --account could find “\(account)”; name them with --answers"
      findings.append(Finding("no-answers", .warning, message, in: "\(note.path)"))
    }
    let row = row(answers ?? Self.read(beside, &findings), for: note, &findings)
    return draft(
      note, [row].compactMap(\.self), id: id ?? ReportNames.name(for: note.path), after: findings)
  }

  /// Drafts under the name `id` what `note`, the answers `beside` it and `rows` of other files say about one account,
  /// the first of them most firmly.
  func draft(
    _ note: InputFile?, beside: InputFile?, rows: [AnswersRow], id: String,
    after earlier: [Finding]
  ) -> NoteDraft {
    var findings = earlier
    let own = note.flatMap { row(Self.read(beside, &findings), for: $0, &findings) }
    return draft(note, [own].compactMap(\.self) + rows, id: id, after: findings)
  }

  /// What `note` may call its account, best first: as it reads, as its heading says, and its file's name.
  func accountNames(of note: InputFile) -> [String] {
    drafter.accountNames(in: note.text) + [String(decoding: note.path.stem, as: UTF8.self)]
  }

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

  /// The record of `file` that is about the account of `note`.
  private func row(
    _ file: AnswersFile?, for note: InputFile, _ findings: inout [Finding]
  ) -> AnswersRow? {
    guard let file else { return nil }
    findings += file.findings
    var name: String?
    if account != nil || file.records.count > 1 {
      let names = account.map { [$0] } ?? accountNames(of: note)
      name = names.first { file.row(for: $0) != nil } ?? names.first
    }
    let (row, complaints) = file.record(for: name, mustMatch: account != nil)
    findings += complaints
    return row
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
