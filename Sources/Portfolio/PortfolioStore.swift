import CTemplates
import Evidence
import GRDB

/// The post-mortems of a folder in one SQLite file; `schema/portfolio.sql` is its form.
///
/// One writer at a time: whoever opens it for writing has to hold the folder's lock. Changes are made between `begin` and
/// `commit`; what a run that was killed had not committed is gone when the store is opened again.
public struct PortfolioStore: Sendable {
  let queue: DatabaseQueue

  /// The store's file in a folder of reports.
  public static let fileName = "portfolio.sqlite"
  /// The version of its form: a store of another version is made anew.
  static let formVersion = 2

  /// Opens the store at `path`, which is made where it is not there and `isReadOnly` is false.
  ///
  /// - Throws: `StoreError`; `isBroken` where the file is no store of this version.
  public init(at path: String, isReadOnly: Bool) throws(StoreError) {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    configuration.allowsUnsafeTransactions = true
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -24576; PRAGMA temp_store = MEMORY")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let isCurrent = try queue.writeWithoutTransaction { db in
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        if isEmpty, version == 0, !isReadOnly {
          try db.inTransaction {
            try db.execute(sql: Self.schema)
            try db.execute(sql: "PRAGMA user_version = \(Self.formVersion)")
            return .commit
          }
          return true
        }
        return version == Self.formVersion
      }
      guard isCurrent else {
        throw StoreError(reason: "It is of another version", isBroken: true)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error)
    }
  }

  /// Begins a group of changes that are made together or not at all.
  public func begin() throws(StoreError) {
    try change { db in if !db.isInsideTransaction { try db.beginTransaction(.immediate) } }
  }

  /// Makes the changes since `begin` lasting.
  public func commit() throws(StoreError) {
    try change { db in if db.isInsideTransaction { try db.commit() } }
  }

  /// Takes back the changes since `begin`.
  public func rollBack() {
    // Where SQLite has done so itself there is nothing left to do, and else the next opening does it.
    try? change { db in if db.isInsideTransaction { try db.rollback() } }
  }

  /// Runs `work` on the database.
  func change<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.writeWithoutTransaction(work)
    } catch {
      throw StoreError(error)
    }
  }

  private static var schema: String {
    for index in 0..<c_embedded_file_count {
      // Embedded files are constants of the program: they outlive every use, and `count` is their size.
      let file = unsafe c_embedded_file(index).pointee
      guard unsafe String(cString: file.path) == "schema/portfolio.sql" else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    return ""
  }
}

extension Database {
  /// Runs a statement that is prepared once.
  func run(_ sql: String, _ values: [DatabaseValue]) throws {
    let statement = try cachedStatement(sql: sql)
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}

extension DatabaseValue {
  static func text(_ value: String) -> DatabaseValue { value.databaseValue }
  static func text(_ value: String?) -> DatabaseValue { value?.databaseValue ?? .null }
  static func int(_ value: Int?) -> DatabaseValue { value?.databaseValue ?? .null }
  static func real(_ value: Double?) -> DatabaseValue { value?.databaseValue ?? .null }
  static func flag(_ value: Bool?) -> DatabaseValue { .int(value.map { $0 ? 1 : 0 }) }
}
