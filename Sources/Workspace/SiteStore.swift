import Evidence
import Portfolio

/// Opens the store of a folder of reports.
enum SiteStore {
  /// Opens the store for writing; one that is broken or of another version is put aside, and a new one is begun.
  static func open(
    _ site: SiteFolder
  ) throws(WorkspaceError) -> (store: PortfolioStore, findings: [Finding]) {
    if let status = Disk.status(site.store), status.kind != .file {
      throw .unwritable(
        path: "\(site.store)", reason: "There is something of that name that is not a file")
    }
    do throws(StoreError) {
      return (try PortfolioStore(at: path(site), isReadOnly: false), [])
    } catch {
      guard error.isBroken else {
        throw .unwritable(path: "\(site.store)", reason: error.reason)
      }
    }
    let aside = site.store.parent.appending(site.store.name + Array(".old".utf8))
    try Disk.rename(site.store, to: aside)
    try Disk.remove(FilePath(bytes: site.store.bytes + Array("-journal".utf8)))
    do throws(StoreError) {
      let finding = Finding(
        "store-rebuilt", .warning,
        "The store was broken or of another version: it was put aside as “portfolio.sqlite.old”, and all notes are read again",
        in: "\(site.store)")
      return (try PortfolioStore(at: path(site), isReadOnly: false), [finding])
    } catch {
      throw .unwritable(path: "\(site.store)", reason: error.reason)
    }
  }

  /// Opens the store to be looked at, where there is one.
  static func openForReading(_ site: SiteFolder) -> PortfolioStore? {
    guard Disk.status(site.store)?.kind == .file else { return nil }
    return try? PortfolioStore(at: path(site), isReadOnly: true)
  }

  private static func path(_ site: SiteFolder) -> String {
    String(decoding: site.store.bytes, as: UTF8.self)
  }
}
