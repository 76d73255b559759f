import Answers
import Drafting
import Evidence
import PostmortemModel

/// Drafts notes: finds the answers that belong to one, and runs the pure parts over both.
public struct NoteRun: Sendable {
  /// The answers that were named; where there are none, those beside the note are looked for.
  public var answers: AnswersFile?
  /// The account that was named, whose row of the answers is to be used.
  public var account: String?
  /// Whether the answers are about many accounts, so that a row must bear the account's name to be a note's own.
  public var isExport: Bool

  private let drafter: Drafter

  /// Creates a run.
  public init(
    answers: AnswersFile? = nil, account: String? = nil, isExport: Bool = false,
    company: Company = .none
  ) {
    drafter = company.drafter
    self.answers = answers
    self.account = account
    self.isExport = isExport
  }

  /// Drafts `note` under the name `id`, with the answers beside it where they are to be used.
  ///
  /// Never throws: what is wrong with a note or its answers is told in the findings.
  public func draft(_ note: InputFile, id: String? = nil) -> NoteDraft {
    var findings: [Finding] = []
    let beside = inputsBeside(note, &findings)
    return draft(note, beside: beside, id: id, after: findings)
  }

  /// Drafts `note` under the name `id`, with answers that were read already.
  func draft(
    _ note: InputFile, beside: InputFile?, id: String?, after earlier: [Finding]
  ) -> NoteDraft {
    var findings = earlier
    var chosen: (file: InputFile, record: AnswerRecord)?
    let candidates = [readAnswers(beside, &findings), answers].compactMap { $0 }
    for file in isExport ? candidates : candidates.suffix(1) where chosen == nil {
      let isOwn = file.file.path != answers?.file.path
      if isOwn || !isExport { findings += file.findings }
      let mustMatch = account != nil || (isExport && !isOwn)
      let needsName = mustMatch || file.sheet.records.count > 1
      let (record, complaints) = file.record(
        for: needsName ? name(of: note, in: file) : nil, mustMatch: mustMatch)
      // In an export a note without a row is nothing unusual, and the run tells of it in one place.
      if !(isExport && !isOwn) { findings += complaints }
      if let record { chosen = (file.file, record) }
    }
    if let account, candidates.isEmpty {
      let message =
        "There are no answers, in which --account could find “\(account)”; name them with --answers"
      findings.append(Finding("no-answers", .warning, message, in: "\(note.path)"))
    }
    if note.text.utf8.allSatisfy({ $0 <= 0x20 }) {
      let message =
        "There is nothing in the note; `postmortem new` begins one with the questions to ask"
      findings.append(Finding("empty-note", .warning, message, in: "\(note.path)"))
    }
    let draft = drafter.draft(note.text, answers: chosen?.record)
    findings += located(draft.findings, note, chosen?.file)
    var postmortem = draft.postmortem
    postmortem.id = id ?? ReportNames.name(for: note.path)
    let inputs = [(note, SourceKind.notes)] + (chosen.map { [($0.file, .answers)] } ?? [])
    postmortem.sources = inputs.map { file, kind in
      SourceRecord(
        file: file.text.name, kind: kind, sha256: file.sha256, lines: file.text.lineCount)
    }
    return NoteDraft(
      postmortem: postmortem, sources: inputs.map(\.0.text), findings: findings.sortedForReading())
  }

  /// What to look for in the answers: the name that was given, the one in the note, or the note's file name.
  private func name(of note: InputFile, in file: AnswersFile) -> String? {
    if let account { return account }
    let name = drafter.draft(note.text, answers: nil).postmortem.account.name
    if let name, file.row(for: name) != nil { return name }
    let stem = String(decoding: note.path.stem, as: UTF8.self)
    return file.row(for: stem) != nil ? stem : name
  }

  /// The answers that lie beside a note, unread.
  private func inputsBeside(_ note: InputFile, _ findings: inout [Finding]) -> InputFile? {
    guard note.path.bytes != Array("-".utf8), isExport || answers == nil else { return nil }
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

  private func readAnswers(_ input: InputFile?, _ findings: inout [Finding]) -> AnswersFile? {
    guard let input else { return nil }
    do throws(WorkspaceError) {
      return try AnswersFile(input)
    } catch {
      findings += error.findings
      return nil
    }
  }

  /// The findings of the pure parts, which know an input by its name, with the input's path.
  private func located(_ findings: [Finding], _ files: InputFile?...) -> [Finding] {
    findings.map { finding in
      var located = finding
      if let file = files.compactMap({ $0 }).first(where: { $0.text.name == finding.source }) {
        located.source = "\(file.path)"
      }
      return located
    }
  }
}
