public import Answers
public import Evidence

/// A file of answers, and whose they are.
public struct AnswersFile: Sendable {
  /// The file.
  public let file: InputFile
  /// What it holds.
  public let sheet: AnswerSheet
  /// What is wrong with the file, under its path.
  public private(set) var findings: [Finding]
  private let rows: [String: Int]

  /// The extensions that answers may have, in the order in which files beside a note are looked for.
  public static let extensions = ["yaml", "yml", "json", "csv"]

  /// Where answers may lie beside a note, in the order in which they are looked for: `acme.answers.yaml` beside `acme.md`.
  static func paths(beside note: FilePath) -> [FilePath] {
    extensions.map { note.replacingExtension(with: ".answers.\($0)") }
  }

  /// Reads the answers out of `file`, by its extension.
  ///
  /// - Throws: `unreadable` where the extension is none of `extensions`.
  public init(_ file: InputFile) throws(WorkspaceError) {
    guard let format = AnswerFormat(fileExtension: file.path.fileExtension) else {
      throw .unreadable(
        path: "\(file.path)", reason: "Answers are read from .yaml, .yml, .json and .csv files")
    }
    self.file = file
    sheet = AnswerSheet(reading: file.text, as: format)
    findings = file.text.findings + sheet.findings
    var rows: [String: Int] = [:]
    for (index, record) in sheet.records.enumerated() {
      guard let name = Self.account(of: record) else { continue }
      let key = FoldedName.words(name)
      if let first = rows[key] {
        let message =
          "Not used: line \(sheet.records[first].line) is about “\(name)” too; keep one of the two"
        findings.append(
          Finding(
            "second-row", .warning, message, in: file.text.name,
            at: SourcePosition(line: record.line, column: 1)))
      } else {
        rows[key] = index
      }
    }
    self.rows = rows
    for index in findings.indices { findings[index].source = "\(file.path)" }
  }

  /// The index of the record about `account`, whose name is compared without case, accents and punctuation.
  public func row(for account: String) -> Int? { rows[FoldedName.words(account)] }

  /// The record for a note about `account`, and what to tell where there is none.
  ///
  /// A file with one record is that note's own, unless `mustMatch` says that the account was asked for by name.
  public func record(
    for account: String?, mustMatch: Bool
  ) -> (record: AnswerRecord?, findings: [Finding]) {
    let name = "\(file.path)"
    if sheet.records.count <= 1, !mustMatch { return (sheet.records.first, []) }
    if let row = account.flatMap(row) { return (sheet.records[row], []) }
    let complaint =
      account.map { "No row is about “\($0)”" } ?? "The note does not say which row is its own"
    let message = "\(complaint); there are rows for \(accountList). Name one with --account"
    return (nil, [Finding("no-matching-row", .warning, message, in: name)])
  }

  /// What a record calls its account.
  public static func account(of record: AnswerRecord) -> String? {
    for label in accountLabels {
      for answer in record.answers where !answer.text.isEmpty {
        if let key = answer.path.last, FoldedName.words(key) == label { return answer.text }
      }
    }
    return nil
  }

  /// The headings under which exports give the account's name, best first.
  private static let accountLabels = [
    "account", "account name", "customer", "customer name", "company", "company name", "client",
    "client name",
    "organization", "organisation", "organization name", "organisation name", "name",
  ]

  private var accountList: String {
    let names = sheet.records.compactMap(Self.account)
    if names.isEmpty { return "\(sheet.records.count) accounts without names" }
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }
}
