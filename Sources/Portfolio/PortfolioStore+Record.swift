public import Evidence
import GRDB

extension PortfolioStore {
  /// Where a note that is kept comes from: its path and the digest of its bytes.
  public func origins() throws(StoreError) -> [String: (path: String, content: Fingerprint)] {
    try change { db in
      var origins: [String: (path: String, content: Fingerprint)] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT name, path, content FROM note")
      while let row = try rows.next() {
        guard let name = row[0] as String?, let content = Fingerprint(row[2] as String? ?? "")
        else { continue }
        origins[name] = (row[1] ?? "", content)
      }
      return origins
    }
  }

  /// What is to be told about the note whose reports are called `name`.
  public func findings(of name: String) throws(StoreError) -> [StoredFinding] {
    try change { db in
      try Row.fetchAll(
        db,
        sql: "SELECT \(Self.findingColumns) FROM finding WHERE name = ? ORDER BY position",
        arguments: [name]
      ).map(Self.finding)
    }
  }
}
