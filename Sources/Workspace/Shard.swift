import Evidence

/// One of several parts of a folder of notes, so that each may be worked on by a machine of its own.
///
/// Which part a note is in is told from its path below the folder alone.
public struct Shard: Equatable, Sendable {
  /// Which part it is, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Reads `3/16`; nothing where that is no part.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...10_000).contains(count), (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the account of `item` is in this part: by the note's path, or without one by the account's name.
  func holds(_ item: WorkItem) -> Bool {
    let key = item.note?.path.bytes ?? Array(item.name.utf8)
    return Int(Fingerprint(of: key).word % UInt64(count)) == number - 1
  }
}

extension Shard: CustomStringConvertible {
  /// `3/16`.
  public var description: String { "\(number)/\(count)" }
}
