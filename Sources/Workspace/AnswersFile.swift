public import Answers
public import Evidence
import Language

/// A file of answers, and whose they are.
public struct AnswersFile: Sendable {
  /// What a file says of accounts.
  public enum Content: Sendable {
    /// What was answered about each.
    case answers
    /// Facts of each, as a customer database exports them.
    case accounts
  }

  /// Which row is about an account.
  enum Lookup: Equatable {
    case none
    case row(Int)
    /// Rows of which none is nearer than the others.
    case several([Int])
  }

  /// The file.
  public let file: InputFile
  /// What it holds: a record for each row.
  public let records: [AnswerRecord]
  /// What it says of accounts.
  public let content: Content
  /// What is wrong with the file, under its path.
  public private(set) var findings: [Finding]
  /// What each record calls its account.
  let accounts: [(key: AccountKey, answer: Answer)?]
  /// The records that stand after another about the same account, and are not used.
  let seconds: Set<Int>
  private let headerEnd: Int
  private let byWords: [String: Int]
  private let byBareName: [String: [Int]]

  /// The extensions that answers may have, in the order in which files beside a note are looked for.
  public static let extensions = ["yaml", "yml", "json", "csv"]

  /// Where answers may lie beside a note, in the order in which they are looked for: `acme.answers.yaml` beside `acme.md`.
  static func paths(beside note: FilePath) -> [FilePath] {
    extensions.map { note.replacingExtension(with: ".answers.\($0)") }
  }

  /// Reads the answers out of `file`, by its extension.
  ///
  /// - Parameters:
  ///   - file: The file as it was read.
  ///   - content: What it says of accounts: of a customer database only the columns are taken that say what is known here.
  ///   - accountColumn: The header of the column with the account's name; without it, it is found by its header.
  /// - Throws: `unreadable` where the extension is none of `extensions`; `unusable` where there is no such column.
  public init(
    _ file: InputFile, content: Content = .answers, accountColumn: String? = nil
  ) throws(WorkspaceError) {
    guard let format = AnswerFormat(fileExtension: file.path.fileExtension) else {
      throw .unreadable(
        path: "\(file.path)", reason: "Answers are read from .yaml, .yml, .json and .csv files")
    }
    self.file = file
    self.content = content
    let sheet = AnswerSheet(reading: file.text, as: format)
    headerEnd = sheet.headerEnd
    findings = file.text.findings + sheet.findings
    let column = AccountColumn(of: sheet.records, named: accountColumn)
    if let accountColumn, column == nil {
      throw .unusable([AccountColumn.missing(accountColumn, in: sheet.records, of: file)])
    }
    records =
      switch content {
      case .answers: sheet.records.map { column?.renamed($0) ?? $0 }
      case .accounts: AccountFactColumns(of: sheet.records, account: column).narrowed(sheet.records)
      }
    accounts = sheet.records.map { record in
      guard let answer = column?.answer(in: record), let key = AccountKey(answer.text) else {
        return nil
      }
      return (key, answer)
    }
    var byWords: [String: Int] = [:]
    var byBareName: [String: [Int]] = [:]
    var seconds: Set<Int> = []
    for (index, account) in accounts.enumerated() {
      guard let (key, answer) = account else { continue }
      if let first = byWords[key.words] {
        let message =
          "Not used: line \(records[first].line) is about “\(answer.text)” too; keep one of the two"
        findings.append(
          Finding("second-row", .warning, message, in: file.text.name, at: answer.position))
        seconds.insert(index)
      } else {
        byWords[key.words] = index
        byBareName[key.bare, default: []].append(index)
      }
    }
    self.seconds = seconds
    self.byWords = byWords
    self.byBareName = byBareName
    for index in findings.indices { findings[index].source = "\(file.path)" }
  }

  /// Which row is about the account that `key` names: the one of that very name, or else the only one of a name that
  /// differs by a legal form which one of both leaves out.
  func lookup(_ key: AccountKey) -> Lookup {
    if let row = byWords[key.words] { return .row(row) }
    let rows = (byBareName[key.bare] ?? []).filter { accounts[$0]?.key.names(key) == true }
    guard let first = rows.first else { return .none }
    return rows.count == 1 ? .row(first) : .several(rows)
  }

  /// The index of the record about `account`.
  public func row(for account: String) -> Int? {
    guard let key = AccountKey(account), case .row(let row) = lookup(key) else { return nil }
    return row
  }

  /// The record for a note about `account`, and what to tell where there is none.
  ///
  /// A file with one record is that note's own, unless `mustMatch` says that the account was asked for by name.
  public func record(
    for account: String?, mustMatch: Bool
  ) -> (row: AnswersRow?, findings: [Finding]) {
    if records.count <= 1, !mustMatch { return (records.indices.first.map(row(at:)), []) }
    if let row = account.flatMap(row(for:)) { return (self.row(at: row), []) }
    let complaint =
      account.map { "No row is about “\($0)”" } ?? "The note does not say which row is its own"
    let message = "\(complaint); there are rows for \(accountList). Name one with --account"
    return (nil, [Finding("no-matching-row", .warning, message, in: "\(file.path)")])
  }

  /// The record at `index`, with as much of the file as is about its account.
  func row(at index: Int) -> AnswersRow {
    let record = records[index]
    guard records.count > 1 else { return AnswersRow(file: file, record: record) }
    let lines = record.line...max(record.line, record.endLine)
    let header = headerEnd > 0 ? [1...headerEnd] : []
    return AnswersRow(file: file.keeping(header + [lines]), record: record)
  }

  /// The digest of what the record at `index` says and where.
  func print(ofRow index: Int) -> Fingerprint {
    let record = records[index]
    let text = file.text
    let header = headerEnd > 0 ? text.utf8[..<text.range(ofLine: headerEnd).upperBound] : []
    let end = text.range(ofLine: min(max(record.line, record.endLine), text.lineStarts.count))
    // What the columns are taken for is not in the record's bytes.
    let keys = record.answers.map { $0.path.joined(separator: "\t") }.joined(separator: "\n")
    return Fingerprint(
      of: [
        Array("\(text.name)\n\(record.line)\n\(keys)".utf8), Array(header),
        Array(text.utf8[text.lineStarts[record.line - 1]..<end.upperBound]),
      ].map { Fingerprint(of: $0) })
  }

  private var accountList: String {
    let names = accounts.compactMap { $0?.answer.text }
    return names.isEmpty ? "\(records.count) accounts without names" : names.listed(most: 8)
  }
}

/// The answers about one account, and the file that they stand in.
public struct AnswersRow: Sendable {
  /// The file; of one about many accounts only the header and the lines of this one are not blank.
  public var file: InputFile
  /// The answers.
  public var record: AnswerRecord
}

extension Answer {
  /// Where the answer stands.
  var position: SourcePosition { SourcePosition(line: line, column: column) }
}
