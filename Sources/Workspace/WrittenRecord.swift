/// What we wrote into a folder: for each file the digests that it may have without a person having touched it.
///
/// It lies in the folder as `.postmortem/written.sha256`, in the form that `sha256sum --check` reads. A line is added
/// before its file is written, so that a run that is cut short leaves no report that looks edited; a torn line is passed
/// over, which at worst takes one of our own files for an edited one.
struct WrittenRecord: Sendable {
  /// The folder in a folder of reports that is ours alone.
  static let folderName = ".postmortem"

  private(set) var digests: [String: Set<String>] = [:]
  private let path: FilePath

  /// Reads the record of `site`; where there is none, or it cannot be read, nothing is known.
  init(of site: FilePath) throws(WorkspaceError) {
    path = site.appending(Self.folderName).appending("written.sha256")
    guard Disk.status(path) != nil else { return }
    let bytes = try Disk.bytes(of: path, followingLinks: false)
    for line in bytes.split(separator: 0x0A) where line.count > 66 {
      let digest = String(decoding: line.prefix(64), as: UTF8.self)
      digests[String(decoding: line.dropFirst(66), as: UTF8.self), default: []].insert(digest)
    }
  }

  /// Notes that `name` is about to get the digest `digest`.
  mutating func announce(_ name: String, _ digest: String) throws(WorkspaceError) {
    guard digests[name, default: []].insert(digest).inserted else { return }
    try Disk.append(Self.line(name, digest), to: path)
  }

  /// Keeps just the digests of what is there now.
  mutating func settle(_ current: [String: String]) throws(WorkspaceError) {
    digests = current.mapValues { [$0] }
    let lines = current.sorted { $0.key < $1.key }.flatMap { Self.line($0.key, $0.value) }
    if let old = try? Disk.bytes(of: path, followingLinks: false), old == lines { return }
    try Disk.save(lines, to: path, replacing: true)
  }

  private static func line(_ name: String, _ digest: String) -> [UInt8] {
    Array("\(digest)  \(name)\n".utf8)
  }
}
