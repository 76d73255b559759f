import Evidence
import Portfolio
import Reporting

/// Looks at the files of a folder of reports: whether they are as we wrote them.
struct SiteReader: Sendable {
  let site: SiteFolder
  let seen: SeenFiles
  /// What files may hold that a run which did not end was about to replace.
  let pending: [String: Set<Fingerprint>]

  /// Looks at the files of `site`, of which a run that did not end was about to replace those of `pending`.
  init(_ site: SiteFolder, pending rows: [PortfolioStore.Pending]) {
    self.site = site
    seen = SeenFiles(Disk.status(site.seen)?.kind == .file ? site.seen : nil)
    pending = rows.reduce(into: [:]) { pending, row in
      pending[row.file, default: []].formUnion([row.before].compactMap(\.self))
    }
  }

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

  /// The digest of a Markdown report that holds what a person has made of it, and what was seen where it had to be read.
  func edit(
    of name: String, _ old: StoredNote?
  ) throws(WorkspaceError) -> (
    edit: Fingerprint?, seen: (key: SeenFiles.Key, entry: SeenFiles.Entry)?
  ) {
    let file = SiteFolder.report(name, .markdown)
    let (there, seen) = try look(file)
    // An edit that was carried here is one that we wrote.
    let isEdit = there.print == old?.edit || !isOurs(there, file, written: old?.markdown)
    return (isEdit ? there.print : nil, seen)
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
