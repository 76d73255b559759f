/// Holds a folder of reports, so that no two runs work on it at once; let go of with the value or with the process.
final class SiteLock: Sendable {
  private let file: OpenFile

  /// Takes hold of `site`, whose folders must be there.
  ///
  /// A run that was killed may take a moment to be gone: for a second it is waited for.
  ///
  /// - Throws: `busy` where another run holds it.
  init(_ site: SiteFolder) throws(WorkspaceError) {
    file = try OpenFile(kept: site.lock)
    for attempt in 0..<20 {
      if attempt > 0 { Disk.sleep(milliseconds: 50) }
      if try file.lock() { return }
    }
    throw .busy(path: "\(site.path)")
  }
}
