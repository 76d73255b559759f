import Evidence

/// Which contents files had when they were last read, so that an unchanged one need not be read again.
///
/// A mere cache beside the store: an entry says that a file with this stamp had this content, which is true for ever,
/// and where there is none the file is read. Nothing is kept of a file that was changed within two seconds of being
/// read, since its times may not tell (some file systems count in whole or even seconds).
///
/// Files and stamps are kept as digests of eight bytes, for a large folder has hundreds of thousands.
struct SeenFiles: Sendable {
  /// What a file is known by.
  struct Key: Hashable, Sendable {
    fileprivate let word: UInt64

    fileprivate init(word: UInt64) { self.word = word }

    /// A note or an answers file, by its path below the folder of notes.
    static func note(_ path: FilePath) -> Key {
      Key(word: Fingerprint(of: [0x6E] + path.bytes).word)
    }

    /// A file of the folder of reports.
    static func report(_ file: String) -> Key {
      Key(word: Fingerprint(of: Array("r\(file)".utf8)).word)
    }
  }

  /// What was seen of a file.
  struct Entry: Sendable {
    fileprivate let stamp: UInt64
    fileprivate let print: Fingerprint
    /// From when on what was seen can be relied on: it must lie before the end of the run.
    fileprivate let safe: Int64

    /// A file with this stamp was read at `time`, in nanoseconds since 1970; one that this run wrote itself counts as
    /// seen at the run's end, as nobody else has written it since.
    init(_ stamp: FileStamp, _ print: Fingerprint, readAt time: Int64?) {
      self.stamp = SeenFiles.word(of: stamp)
      self.print = print
      let earliest = max(stamp.modified, stamp.changed) + SeenFiles.doubt
      safe = time.map { earliest <= $0 ? .min : .max } ?? earliest
    }
  }

  private struct Record: Sendable {
    static let size = 32
    var key: Key
    var stamp: UInt64
    var print: Fingerprint
  }

  /// What was known before, by key: a list that is searched takes a third of what a dictionary does.
  private let known: [Record]
  private var fresh: [(key: Key, entry: Entry)] = []
  private static let head = Array("postmortem seen 3\n".utf8)
  private static let doubt: Int64 = 2_000_000_000

  /// Reads the cache at `path`; of one that is torn or of another kind nothing is taken.
  init(_ path: FilePath?) {
    var bytes = path.flatMap { try? Disk.bytes(of: $0, followingLinks: false) } ?? []
    let seal = Fingerprint(bytes: bytes.suffix(16))
    bytes.removeLast(min(16, bytes.count))
    known = seal == Fingerprint(of: bytes) ? Self.records(in: bytes) : []
  }

  /// The content of the file `key` with this stamp, where it can be told without reading it.
  func print(_ key: Key, _ stamp: FileStamp) -> Fingerprint? {
    let index = known.partitioningIndex { $0.key.word >= key.word }
    guard index < known.count, known[index].key == key, known[index].stamp == Self.word(of: stamp)
    else { return nil }
    return known[index].print
  }

  /// Whether anything was seen that was not known.
  var isChanged: Bool { !fresh.isEmpty }

  /// Keeps what was seen.
  mutating func keep(_ key: Key, _ entry: Entry) { fresh.append((key, entry)) }

  /// Prepares for what is seen of `count` files.
  mutating func reserve(_ count: Int) { fresh.reserveCapacity(count) }

  /// Writes the cache to `path`; of what was known before only the files in `wanted`.
  func save(to path: FilePath, now: Int64, wanted: Set<Key>) throws(WorkspaceError) {
    var records = known.filter { wanted.contains($0.key) }
    for (key, entry) in fresh where entry.safe <= now {
      records.append(Record(key: key, stamp: entry.stamp, print: entry.print))
    }
    records.sort { $0.key.word < $1.key.word }
    var output = Self.head
    output.reserveCapacity(output.count + records.count * Record.size + 16)
    for (index, record) in records.enumerated() {
      // Of one file what was read last counts.
      if index + 1 < records.count, records[index + 1].key == record.key { continue }
      Self.append(record.key.word, to: &output)
      Self.append(record.stamp, to: &output)
      output += record.print.bytes
    }
    output += Fingerprint(of: output).bytes
    try Disk.save(output, to: path, replacing: true)
  }

  private static func records(in bytes: [UInt8]) -> [Record] {
    guard bytes.starts(with: head), (bytes.count - head.count).isMultiple(of: Record.size) else {
      return []
    }
    return stride(from: head.count, to: bytes.count, by: Record.size).compactMap { at in
      func word(_ offset: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[at + offset + index]) << UInt64(index * 8) }
        return word
      }
      return Fingerprint(bytes: bytes[at + 16..<at + Record.size]).map {
        Record(key: Key(word: word(0)), stamp: word(8), print: $0)
      }
    }
  }

  private static func word(of stamp: FileStamp) -> UInt64 {
    let words = [
      stamp.device, stamp.inode, UInt64(bitPattern: stamp.size),
      UInt64(bitPattern: stamp.modified), UInt64(bitPattern: stamp.changed),
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(40)
    for word in words { append(word, to: &bytes) }
    return Fingerprint(of: bytes).word
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
