import Evidence
import Language

/// What notes may call their accounts, by the notes' contents, so that a note need not be read for it again.
///
/// A mere cache beside the store, for the program that wrote it: another may read names differently.
struct KnownNames: Sendable {
  private let head: [UInt8]
  private var known: [Fingerprint: [String]] = [:]
  /// The contents that were asked for: no others are kept.
  private var wanted: Set<Fingerprint> = []
  /// Whether anything was learnt that was not known.
  private(set) var isChanged = false

  /// Reads the cache at `path`; of one that is torn, or another program's, nothing is taken.
  init(_ path: FilePath, program: Fingerprint) {
    head = Array("postmortem names 1 \(program)\n".utf8)
    var bytes = (try? Disk.bytes(of: path, followingLinks: false)) ?? []
    let seal = Fingerprint(bytes: bytes.suffix(16))
    bytes.removeLast(min(16, bytes.count))
    guard seal == Fingerprint(of: bytes), bytes.starts(with: head) else { return }
    for line in bytes.dropFirst(head.count).split(separator: 0x0A) {
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard let content = fields.first.flatMap({ Fingerprint($0) }) else { continue }
      known[content] = Array(fields.dropFirst())
    }
  }

  /// The names in a note of this content, folded, where they are known.
  mutating func names(in content: Fingerprint) -> [String]? {
    wanted.insert(content)
    return known[content]
  }

  /// Keeps the names in a note of this content.
  mutating func keep(_ names: [String], in content: Fingerprint) {
    known[content] = names
    wanted.insert(content)
    isChanged = true
  }

  /// Writes the cache to `path`.
  func save(to path: FilePath) throws(WorkspaceError) {
    var output = head
    for (content, names) in known where wanted.contains(content) {
      output += Array("\(content)\t\(names.joined(separator: "\t"))\n".utf8)
    }
    output += Fingerprint(of: output).bytes
    try Disk.save(output, to: path, replacing: true)
  }
}
