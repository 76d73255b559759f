import Evidence

/// Writes the files of a folder of reports, and never over one that a person has edited.
struct SiteWriter: Sendable {
  private let site: FilePath
  private var record: WrittenRecord
  private var current: [String: String] = [:]
  private var edited: Set<String> = []

  /// Makes the folder where it is not there, and clears away what a run that was killed has left.
  init(_ site: FilePath) throws(WorkspaceError) {
    self.site = site
    let ours = [site.appending(WrittenRecord.folderName), site.appending("reports")]
    for folder in ours { try Disk.createFolder(folder) }
    for folder in ours + [site] {
      for name in try Disk.names(in: folder)
      where name.first == 0x2E && name.reversed().starts(with: Disk.temporarySuffix.utf8.reversed())
      {
        try Disk.remove(folder.appending(name))
      }
    }
    record = try WrittenRecord(of: site)
  }

  /// Writes `bytes` as `name`, or beside it where a person has edited that file, and says so.
  mutating func write(_ bytes: [UInt8], to name: String) throws(WorkspaceError) -> [Finding] {
    let digest = SHA256.hexDigest(of: bytes)
    let beside = Self.nameBeside(name)
    if try place(bytes, digest, as: name) {
      try clear(beside)
      return []
    }
    let path = "\(site.appending(name))"
    if try place(bytes, digest, as: beside) {
      let message = "Kept: it was edited by hand; the new draft is “\(beside)”"
      return [Finding("kept-edited", .warning, message, in: path)]
    }
    let message =
      "Kept: it was edited by hand, and so was “\(beside)”; the new draft was not written"
    return [Finding("kept-edited", .warning, message, in: path)]
  }

  /// Ends the run: says which reports of earlier runs no note stands behind any more, and settles the record.
  mutating func finish() throws(WorkspaceError) -> [Finding] {
    var findings: [Finding] = []
    // What a person edited keeps no digest, so that it stays hers; what is merely left behind keeps its own.
    var settled = current
    for (name, digests) in record.digests.sorted(by: { $0.key < $1.key })
    where current[name] == nil && !edited.contains(name) {
      let path = site.appending(name)
      guard Disk.status(path)?.kind == .file else { continue }
      let digest = SHA256.hexDigest(of: try Disk.bytes(of: path, followingLinks: false))
      if digests.contains(digest) { settled[name] = digest }
      let message =
        "Left from an earlier run: no note stands behind it now; delete it if it is not needed"
      findings.append(Finding("report-without-note", .note, message, in: "\(path)"))
    }
    try record.settle(settled)
    return findings
  }

  /// Puts `bytes` under `name` unless the file there is not ours; returns whether it did.
  private mutating func place(
    _ bytes: [UInt8], _ digest: String, as name: String
  ) throws(WorkspaceError) -> Bool {
    let path = site.appending(name)
    if Disk.status(path) != nil {
      let old = try Disk.bytes(of: path, followingLinks: false)
      let oldDigest = SHA256.hexDigest(of: old)
      if oldDigest == digest {
        current[name] = digest
        return true
      }
      guard record.digests[name]?.contains(oldDigest) == true else {
        edited.insert(name)
        return false
      }
    }
    try record.announce(name, digest)
    try Disk.save(bytes, to: path, replacing: true)
    current[name] = digest
    return true
  }

  /// Removes a draft that was written beside an edited report, once it is no longer needed and still as we wrote it.
  private mutating func clear(_ name: String) throws(WorkspaceError) {
    guard let known = record.digests[name] else { return }
    let path = site.appending(name)
    guard Disk.status(path)?.kind == .file else { return }
    let digest = SHA256.hexDigest(of: try Disk.bytes(of: path, followingLinks: false))
    if known.contains(digest) { try Disk.remove(path) } else { edited.insert(name) }
  }

  /// `reports/acme.new.md` for `reports/acme.md`.
  private static func nameBeside(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name + ".new" }
    return name[..<dot] + ".new" + name[dot...]
  }
}
