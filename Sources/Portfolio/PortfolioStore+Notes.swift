public import Evidence
import GRDB
import PostmortemModel

extension PortfolioStore {
  /// What is known of every note, by the name of its reports.
  public func notes() throws(StoreError) -> [String: StoredNote] {
    try change { db in
      var notes: [String: StoredNote] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT name, input, drafted_with, rendered_with, markdown, html, json, edit FROM note"
      )
      while let row = try rows.next() {
        let prints = (1...6).compactMap { index in
          (row[index] as String?).flatMap { Fingerprint($0) }
        }
        guard let name = row[0] as String?, prints.count == 6 else { continue }
        notes[name] = StoredNote(
          input: prints[0], draftedWith: prints[1], renderedWith: prints[2], markdown: prints[3],
          html: prints[4], json: prints[5], edit: Fingerprint(row[7] as String? ?? ""))
      }
      return notes
    }
  }

  /// The digest of what all models and reports were made from.
  public func digest() throws(StoreError) -> Fingerprint {
    try change { db in
      var digest = Fingerprint(of: [UInt8]())
      let rows = try Row.fetchCursor(
        db, sql: "SELECT name, path, input, drafted_with, edit FROM note ORDER BY name")
      while let row = try rows.next() {
        var text = digest.bytes
        for index in 0..<5 { text += Array((row[index] as String? ?? "").utf8) + [0] }
        digest = Fingerprint(of: text)
      }
      return digest
    }
  }

  /// The path of the note whose reports are called `name`.
  public func path(of name: String) throws(StoreError) -> String? {
    try change { db in
      try String.fetchOne(db, sql: "SELECT path FROM note WHERE name = ?", arguments: [name])
    }
  }

  /// The model that a report was written from which a person has edited since, as JSON.
  public func base(of name: String) throws(StoreError) -> [UInt8]? {
    try change { db in
      try String.fetchOne(db, sql: "SELECT json FROM base WHERE name = ?", arguments: [name])
        .map { Array($0.utf8) }
    }
  }

  /// The model of a note as JSON and the texts that its evidence stands in.
  public func model(of name: String) throws(StoreError) -> (json: [UInt8], texts: [SourceText])? {
    try change { db in
      let json = try db.cachedStatement(sql: "SELECT json FROM model WHERE name = ?")
      guard let text = try String.fetchOne(json, arguments: [name]) else { return nil }
      let sources = try db.cachedStatement(
        sql: """
          SELECT file, text FROM source JOIN source_text USING (sha256) WHERE name = ?
          ORDER BY position
          """)
      let texts = try Row.fetchAll(sources, arguments: [name]).map { row in
        SourceText(name: row[0] ?? "", text: row[1] ?? "")
      }
      return (Array(text.utf8), texts)
    }
  }

  /// Keeps a note, in place of what was kept under its name.
  public func put(_ record: NoteRecord) throws(StoreError) {
    try change { db in
      try Self.delete(record.name, db)
      let state = record.state
      let prints =
        [record.content, state.input, state.draftedWith, state.renderedWith] + state.reports
      try db.run(
        "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [.text(record.name), .text(record.path)] + prints.map { .text($0.description) }
          + [.text(state.edit?.description ?? "")])
      if let base = record.base {
        try db.run(
          "INSERT INTO base VALUES (?, ?)",
          [.text(record.name), .text(String(decoding: CompactJSON.compact(base), as: UTF8.self))])
      }
      try db.run(
        "INSERT INTO model VALUES (?, ?)",
        [
          .text(record.name),
          .text(String(decoding: CompactJSON.compact(record.json), as: UTF8.self)),
        ])
      for (source, text) in zip(record.postmortem.sources, record.texts) {
        try db.run(
          "INSERT OR IGNORE INTO source_text VALUES (?, ?)",
          [.text(source.sha256), .text(String(decoding: text.utf8, as: UTF8.self))])
      }
      try PostmortemRows(record.name, db).insert(record.postmortem)
      for (position, finding) in record.findings.enumerated() {
        try Self.insert(finding, record.name, position, db)
      }
    }
  }

  /// Keeps that a note's reports were written anew, from the model that is kept already.
  public func update(
    _ name: String, renderedWith: Fingerprint, reports: [Fingerprint]
  ) throws(StoreError) {
    try change { db in
      try db.run(
        "UPDATE note SET rendered_with = ?, markdown = ?, html = ?, json = ? WHERE name = ?",
        ([renderedWith] + reports).map { .text($0.description) } + [.text(name)])
    }
  }

  /// Forgets a note.
  public func remove(_ name: String) throws(StoreError) {
    try change { db in try Self.delete(name, db) }
  }

  /// Forgets the texts that no note has any more.
  public func removeUnusedTexts() throws(StoreError) {
    try change { db in
      try db.execute(
        sql: "DELETE FROM source_text WHERE sha256 NOT IN (SELECT sha256 FROM source)")
    }
  }

  private static func delete(_ name: String, _ db: Database) throws {
    let isKnown = try db.cachedStatement(sql: "SELECT 1 FROM note WHERE name = ?")
    guard try Int.fetchOne(isKnown, arguments: [name]) != nil else { return }
    for table in ["note", "model", "base", "finding"] + PostmortemRows.tables {
      try db.run("DELETE FROM \(table) WHERE name = ?", [.text(name)])
    }
  }

  static func insert(
    _ stored: StoredFinding, _ name: String, _ position: Int, _ db: Database
  ) throws {
    let finding = stored.finding
    try db.run(
      "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(name), .int(position), .text(finding.id), .text(finding.severity.rawValue),
        .text(finding.message), .text(stored.base.rawValue), .text(finding.source),
        .int(finding.position?.line), .int(finding.position?.column),
      ])
  }
}
