import GRDB

/// The store could not be read or written.
public struct StoreError: Error, Equatable, Sendable {
  /// What is wrong, in a sentence without the final full stop.
  public let reason: String
  /// Whether the file is no store, or a broken one, so that it has to be made anew.
  public let isBroken: Bool

  init(_ error: any Error) {
    guard let error = error as? DatabaseError else {
      (reason, isBroken) = ("\(error)", false)
      return
    }
    isBroken = [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    reason =
      switch error.resultCode {
      case .SQLITE_FULL: "No space left on the disk"
      case .SQLITE_READONLY, .SQLITE_PERM: "Permission denied"
      case .SQLITE_CANTOPEN: "It cannot be opened"
      case .SQLITE_IOERR: "The disk reports an error"
      case .SQLITE_BUSY, .SQLITE_LOCKED: "Another program is using it"
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: "It is not a store, or a broken one"
      default: error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
      }
  }

  /// An error with a reason of its own.
  public init(reason: String, isBroken: Bool = false) {
    self.reason = reason
    self.isBroken = isBroken
  }
}
