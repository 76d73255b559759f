import Answers
import Evidence
import Language

/// Gives each note the rows that are about its account, and tells of rows and notes that find no other, or two.
struct RowMatching {
  /// The items, with their rows; those of accounts without a note stand last.
  private(set) var items: [WorkItem]
  /// What to tell.
  private(set) var findings: [Finding] = []

  private let notes: FilePath
  private let exports: [AnswersFile]
  /// What each item may call its account, best first.
  private var names: [[AccountKey]]
  /// Which items use each row.
  private var users: [[Int: [Int]]]

  /// Matches `items`, whose notes may call their accounts by `names`, with the rows of `exports`.
  init(
    _ items: [WorkItem], names: [[AccountKey]], exports: [AnswersFile], below notes: FilePath
  ) {
    self.items = items
    self.notes = notes
    self.exports = exports
    self.names = names
    users = exports.map { _ in [:] }
    for (number, export) in exports.enumerated() {
      guard export.accounts.contains(where: { $0 != nil }) else {
        if !export.records.isEmpty { findings.append(AccountColumn.unknown(in: export)) }
        continue
      }
      for item in self.items.indices { match(item, number) }
      tellOfRowsUsedTwice(number)
      addUnmatched(number)
    }
  }

  private mutating func match(_ item: Int, _ number: Int) {
    let export = exports[number]
    var doubt: (name: AccountKey, rows: [Int])?
    for name in names[item] {
      switch export.lookup(name) {
      case .row(let row):
        items[item].rows.append(WorkItem.Row(export: number, index: row))
        users[number][row, default: []].append(item)
        return
      case .several(let rows): doubt = doubt ?? (name, rows)
      case .none: continue
      }
    }
    if let doubt, let first = doubt.rows.first, let answer = export.accounts[first]?.answer {
      let others = doubt.rows.dropFirst().map { "\(export.records[$0].line)" }
      let message =
        "Not used for \(items[item].label): this row may be about its account, and so may that of line \(others.joined(separator: ", ")); write the whole name in the note"
      tell("several-rows", .warning, message, in: export, at: answer.position)
    } else {
      let what = export.content == .answers ? "answers" : "facts"
      let message = "No row of \(export.file.text.name) has \(what) about this account"
      let place = items[item].note.map { notes.appending($0.path.bytes) }
      let position = items[item].section.map { SourcePosition(line: $0.line, column: 1) }
      if let place {
        findings.append(Finding("no-row", .note, message, in: "\(place)", at: position))
      }
    }
  }

  private mutating func tellOfRowsUsedTwice(_ number: Int) {
    for (row, items) in users[number].sorted(by: { $0.key < $1.key }) where items.count > 1 {
      guard let answer = exports[number].accounts[row]?.answer else { continue }
      let paths = items.prefix(4).map { self.items[$0].label }.joined(separator: ", ")
      let message =
        "Used for \(items.count) notes that name “\(answer.text)”: \(paths)\(items.count > 4 ? " …" : ""); put them together if they are about one account"
      tell("row-for-two-notes", .warning, message, in: exports[number], at: answer.position)
    }
  }

  /// An account with answers and no note has a post-mortem all the same.
  private mutating func addUnmatched(_ number: Int) {
    let export = exports[number]
    var rows: [(index: Int, key: AccountKey)] = []
    for (row, account) in export.accounts.enumerated()
    where users[number][row] == nil && !export.seconds.contains(row) {
      guard let account else {
        let line = export.records[row].line
        tell(
          "row-without-account", .warning, "Not used: this row does not name its account",
          in: export, at: SourcePosition(line: line, column: 1))
        continue
      }
      let consequence =
        export.content == .answers ? "; its post-mortem rests on these answers alone" : ""
      tell(
        "row-without-note", .note, "No note is about “\(account.answer.text)”\(consequence)",
        in: export, at: account.answer.position)
      if export.content == .answers { rows.append((row, account.key)) }
    }
    let reports = ReportNames.names(
      forAccounts: rows.map(\.key.words), in: ReportNames.ownerOfAnswers)
    items += zip(rows, reports).map { row, name in
      WorkItem(WorkItem.Row(export: number, index: row.index), of: export, name: name)
    }
    names += rows.map { [$0.key] }
  }

  private mutating func tell(
    _ id: String, _ severity: Finding.Severity, _ message: String, in export: AnswersFile,
    at position: SourcePosition
  ) {
    findings.append(Finding(id, severity, message, in: "\(export.file.path)", at: position))
  }
}
