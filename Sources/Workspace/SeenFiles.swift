import Evidence

/// Which contents files had when they were last read, so that an unchanged one need not be read again.
///
/// A mere cache beside the store: an entry says that a file with this stamp had this content, which is true for ever,
/// and where there is none the file is read. A file that was changed within two seconds of being read is read again,
/// since its times may not tell (some file systems count in whole or even seconds).
struct SeenFiles: Sendable {
  /// What was seen of a file.
  struct Entry: Sendable {
    var stamp: FileStamp
    var print: Fingerprint
    /// When, in nanoseconds since 1970.
    var time: Int64
  }

  private let entries: [FilePath: Entry]
  private var fresh: [FilePath: Entry] = [:]
  private static let head = Array("postmortem seen 1\n".utf8)
  private static let doubt: Int64 = 2_000_000_000

  /// Reads the cache at `path`; of one that is torn or of another kind nothing is taken.
  init(_ path: FilePath?) {
    let bytes = path.flatMap { try? Disk.bytes(of: $0, followingLinks: false) } ?? []
    entries = Self.entries(in: bytes) ?? [:]
  }

  /// The key of a note or an answers file, by its path below the folder of notes.
  static func note(_ path: FilePath) -> FilePath { FilePath(bytes: [0x6E] + path.bytes) }

  /// The key of a file of the folder of reports.
  static func report(_ file: String) -> FilePath { FilePath("r\(file)") }

  /// The content of the file `key` with this stamp, where it can be told without reading it.
  func print(_ key: FilePath, _ stamp: FileStamp) -> Fingerprint? {
    guard let entry = entries[key], entry.stamp == stamp,
      max(stamp.modified, stamp.changed) + Self.doubt <= entry.time
    else { return nil }
    return entry.print
  }

  /// Whether anything was seen that was not known.
  var isChanged: Bool { !fresh.isEmpty }

  /// Keeps what was seen.
  mutating func keep(_ key: FilePath, _ entry: Entry) { fresh[key] = entry }

  /// Writes the cache to `path`; of what was known before only what `isWanted` holds.
  ///
  /// Files that this run wrote itself count as seen now: nobody else has written them since.
  func save(to path: FilePath, now: Int64, isWanted: (FilePath) -> Bool) throws(WorkspaceError) {
    var output = Self.head
    output.reserveCapacity((entries.count + fresh.count) * 128)
    for (key, entry) in entries where fresh[key] == nil && isWanted(key) {
      Self.append(key, entry, entry.time, to: &output)
    }
    for (key, entry) in fresh { Self.append(key, entry, min(entry.time, now), to: &output) }
    output += Fingerprint(of: output).bytes
    try Disk.save(output, to: path, replacing: true)
  }

  private static func append(
    _ key: FilePath, _ entry: Entry, _ time: Int64, to output: inout [UInt8]
  ) {
    let stamp = entry.stamp
    let words = [
      UInt64(key.bytes.count), stamp.device, stamp.inode, UInt64(bitPattern: stamp.size),
      UInt64(bitPattern: stamp.modified), UInt64(bitPattern: stamp.changed),
      UInt64(bitPattern: time),
    ]
    for word in words {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        output.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    output += entry.print.bytes
    output += key.bytes
  }

  private static func entries(in bytes: [UInt8]) -> [FilePath: Entry]? {
    let end = bytes.count - 16
    guard bytes.starts(with: head), end >= head.count,
      Fingerprint(bytes: bytes[end...]) == Fingerprint(of: Array(bytes[..<end]))
    else { return nil }
    var entries: [FilePath: Entry] = [:]
    entries.reserveCapacity(bytes.count / 128)
    var at = head.count
    while at + 72 <= end {
      func word(_ index: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[at + index * 8 + $1]) << UInt64($1 * 8) }
      }
      func number(_ index: Int) -> Int64 { Int64(bitPattern: word(index)) }
      let length = Int(clamping: word(0))
      guard length <= end - at - 72, let print = Fingerprint(bytes: bytes[at + 56..<at + 72])
      else { return nil }
      entries[FilePath(bytes: Array(bytes[at + 72..<at + 72 + length]))] = Entry(
        stamp: FileStamp(
          device: word(1), inode: word(2), size: number(3), modified: number(4),
          changed: number(5)),
        print: print, time: number(6))
      at += 72 + length
    }
    return entries
  }
}
