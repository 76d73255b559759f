public import Evidence
import GRDB
public import PostmortemModel

extension PortfolioStore {
  /// A report on its way to the disk.
  public struct Pending: Equatable, Sendable {
    /// The file, relative to the folder of reports.
    public var file: String
    /// The note that it is about; empty for the index page.
    public var name: String
    /// The digest of what the file held before; nothing where there was none.
    public var before: Fingerprint?

    /// Creates a value from its parts.
    public init(file: String, name: String, before: Fingerprint?) {
      self.file = file
      self.name = name
      self.before = before
    }
  }

  /// A note's facts that the index page shows.
  public struct IndexRow: Sendable {
    /// The name of its reports.
    public var name: String
    /// The account's name, where it is known.
    public var account: String?
    /// The root cause.
    public var cause: CauseCategory
    /// What became of the account.
    public var outcome: Outcome
    /// When the contract ended.
    public var churnDate: PartialDate?
    /// What the customer paid a year.
    public var value: Money?
  }

  /// The reports that a run which did not end was about to write.
  public func pending() throws(StoreError) -> [Pending] {
    try change { db in
      try Row.fetchAll(db, sql: "SELECT file, name, before FROM pending").map { row in
        Pending(
          file: row[0] ?? "", name: row[1] ?? "", before: Fingerprint(row[2] as String? ?? ""))
      }
    }
  }

  /// Keeps that a file is about to be replaced: until it is settled it may hold either content.
  public func announce(_ pending: Pending) throws(StoreError) {
    try change { db in
      try db.run(
        "INSERT OR REPLACE INTO pending VALUES (?, ?, ?)",
        [.text(pending.file), .text(pending.name), .text(pending.before?.description ?? "")])
    }
  }

  /// Keeps that a file holds what was announced.
  public func settle(_ file: String) throws(StoreError) {
    try change { db in try db.run("DELETE FROM pending WHERE file = ?", [.text(file)]) }
  }

  /// What is kept of the folder as a whole under `key`.
  public func value(_ key: String) throws(StoreError) -> String? {
    try change { db in
      try String.fetchOne(db, sql: "SELECT value FROM site WHERE key = ?", arguments: [key])
    }
  }

  /// Keeps something of the folder as a whole.
  public func set(_ key: String, to value: String) throws(StoreError) {
    try change { db in
      try db.run("INSERT OR REPLACE INTO site VALUES (?, ?)", [.text(key), .text(value)])
    }
  }

  /// What is to be told about the notes that are kept, or about the folder as a whole.
  public func findings(aboutFolder: Bool) throws(StoreError) -> [StoredFinding] {
    try change { db in
      let rows = try Row.fetchAll(
        db,
        sql:
          "SELECT \(Self.findingColumns) FROM finding WHERE (name = '') = ? ORDER BY name, position",
        arguments: [aboutFolder])
      return rows.map(Self.finding)
    }
  }

  static let findingColumns = "id, severity, message, base, source, line, \"column\""

  static func finding(_ row: Row) -> StoredFinding {
    let line = row[5] as Int?
    return StoredFinding(
      StoredFinding.Base(rawValue: row[3] ?? "") ?? .none,
      Finding(
        row[0] ?? "", Finding.Severity(rawValue: row[1] ?? "") ?? .error, row[2] ?? "",
        in: row[4] ?? "",
        at: line.map { SourcePosition(line: $0, column: row[6] ?? 1) }))
  }

  /// Keeps what is to be told about the folder as a whole, and which notes gave no report.
  public func put(
    folderFindings: [StoredFinding], failures: [(path: String, reason: String)]
  ) throws(StoreError) {
    try change { db in
      try db.execute(sql: "DELETE FROM finding WHERE name = ''; DELETE FROM failure")
      for (position, finding) in folderFindings.enumerated() {
        try Self.insert(finding, "", position, db)
      }
      for failure in failures {
        try db.run(
          "INSERT OR REPLACE INTO failure VALUES (?, ?)",
          [.text(failure.path), .text(failure.reason)])
      }
    }
  }

  /// The notes that gave no report in the last run.
  public func failures() throws(StoreError) -> [(path: String, reason: String)] {
    try change { db in
      try Row.fetchAll(db, sql: "SELECT path, reason FROM failure ORDER BY path").map {
        (path: $0[0] ?? "", reason: $0[1] ?? "")
      }
    }
  }

  /// Gives `body` what the index page shows of every note, in the order of the notes' paths.
  public func forEachIndexRow(_ body: (IndexRow) -> Void) throws(StoreError) {
    try change { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT name, account, cause, outcome, churn_date, value, currency FROM account
          JOIN note USING (name) ORDER BY path, name
          """)
      while let row = try rows.next() {
        body(
          IndexRow(
            name: row[0] ?? "", account: row[1], cause: CauseCategory(rawValue: row[2] ?? ""),
            outcome: Outcome(rawValue: row[3] ?? "") ?? .lost,
            churnDate: (row[4] as String?).flatMap { PartialDate($0) },
            value: (row[5] as Double?).map { Money(amount: $0, currency: row[6]) }))
      }
    }
  }
}
