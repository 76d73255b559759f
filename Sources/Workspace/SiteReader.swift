import Evidence

/// Looks at the files of a folder of reports: whether they are as we wrote them.
struct SiteReader: Sendable {
  let site: SiteFolder
  let seen: SeenFiles
  /// What files may hold that a run which did not end was about to replace.
  let pending: [String: Set<Fingerprint>]

  /// What there is under `name`, and what was seen where it had to be read.
  ///
  /// - Throws: `unreadable` where it cannot be read, or is no file.
  func look(
    _ name: String
  ) throws(WorkspaceError) -> (file: SiteFile, seen: (key: SeenFiles.Key, entry: SeenFiles.Entry)?)
  {
    let path = site.file(name)
    guard let status = Disk.status(path) else { return (.missing, nil) }
    let key = SeenFiles.Key.report(name)
    if let print = seen.print(key, status.stamp) { return (.file(status.stamp, print), nil) }
    let time = Disk.clock()
    let (bytes, stamp) = try Disk.contents(of: path, followingLinks: false)
    let print = Fingerprint(of: bytes)
    return (
      .file(stamp, print), (key, SeenFiles.Entry(stamp, print, readAt: time))
    )
  }

  /// Whether a file may be replaced: it is not there, or holds what we wrote.
  func isOurs(_ file: SiteFile, _ name: String, written: Fingerprint?) -> Bool {
    guard let print = file.print else { return true }
    return print == written || pending[name]?.contains(print) == true
  }

  /// What to tell of a report that a person has edited.
  func edited(_ name: String) -> Finding {
    Finding(
      "kept-edited", .warning,
      "Kept: it was edited by hand; delete it to have it written anew", in: "\(site.file(name))")
  }
}
