import Evidence

/// What is known of notes by their contents, so that a note need not be read for it again.
///
/// A mere cache beside the store, for the program and the settings that wrote it: others may read notes differently.
struct KnownContents: Sendable {
  private let head: [UInt8]
  private var known: [Fingerprint: NoteContents] = [:]
  /// The contents that were asked for: no others are kept.
  private var wanted: Set<Fingerprint> = []
  /// Whether anything was learnt that was not known.
  private(set) var isChanged = false

  /// Reads the cache at `path`; of one that is torn, or another's, nothing is taken.
  init(_ path: FilePath, program: Fingerprint) {
    head = Array("postmortem contents 1 \(program)\n".utf8)
    var bytes = (try? Disk.bytes(of: path, followingLinks: false)) ?? []
    let seal = Fingerprint(bytes: bytes.suffix(16))
    bytes.removeLast(min(16, bytes.count))
    guard seal == Fingerprint(of: bytes), bytes.starts(with: head) else { return }
    for line in bytes.dropFirst(head.count).split(separator: 0x0A) {
      guard let tab = line.firstIndex(of: 0x09),
        let content = Fingerprint(String(decoding: line[..<tab], as: UTF8.self))
      else { continue }
      let rest = line[(tab + 1)...]
      // Most notes are about one account, and nobody asked for its name.
      known[content] = rest.elementsEqual(Self.plain) ? NoteContents() : NoteContents(rest)
    }
  }

  /// What is known of a note with this content.
  mutating func contents(of content: Fingerprint) -> NoteContents? {
    wanted.insert(content)
    return known[content]
  }

  /// Keeps what was found out of a note with this content.
  mutating func keep(_ contents: NoteContents, of content: Fingerprint) {
    known[content] = contents
    wanted.insert(content)
    isChanged = true
  }

  /// Writes the cache to `path`.
  func save(to path: FilePath) throws(WorkspaceError) {
    var output = head
    for (content, contents) in known where wanted.contains(content) {
      output += Array("\(content)\t\(contents.line)\n".utf8)
    }
    output += Fingerprint(of: output).bytes
    try Disk.save(output, to: path, replacing: true)
  }

  private static let plain = Array(NoteContents().line.utf8)
}
