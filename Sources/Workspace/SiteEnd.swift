import Evidence
import Portfolio
import Reporting

/// Ends a run: takes away what no note stands behind any more, writes the index page, and settles the store.
struct SiteEnd {
  /// What to do with a note that is kept and not among those of the run.
  enum Fate { case remove, hide, keep }

  let notes: FilePath
  let site: SiteFolder
  let templates: LoadedTemplates
  let shard: Shard?
  let state: RunState
  let store: PortfolioStore

  /// Does all of it; what cannot be done is told through `writer`, and the next run does it.
  ///
  /// `fate` says of a note that is not among `items`, by its name and path, whether it is gone: `hide` keeps it in
  /// silence, `keep` says so.
  func finish(
    _ writer: inout SiteWriter, _ items: [WorkItem], fate: (_ name: String, _ path: String) -> Fate
  ) {
    do throws(StoreError) {
      try writer.begin()
      try removeGone(&writer, items, fate)
      // Always, as a run that was killed may have left some.
      try store.removeUnusedTexts()
      let page = try index(&writer)
      try keepFindings(writer)
      if let shard { try store.set("shard", to: shard.description) }
      try store.commit()
      writer.committed()
      if let page { writer.publish(page) }
      try writer.begin()
      try store.commit()
      writer.committed()
    } catch {
      store.rollBack()
      try? Disk.remove(site.temporary(SiteFolder.indexFile))
      writer.tell(error)
    }
    saveSeen(writer, items)
  }

  private func removeGone(
    _ writer: inout SiteWriter, _ items: [WorkItem], _ fate: (String, String) -> Fate
  ) throws(StoreError) {
    let names = Set(items.map(\.name))
    let unread = Set(writer.failures.map(\.path))
    var isKept = false
    for (name, old) in state.stored.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      let path = try store.path(of: name) ?? ""
      // What cannot be read may still hold it: a section of a file about several accounts.
      if unread.contains(path) { continue }
      switch fate(name, path) {
      case .remove: try writer.remove(name, old, state.reader)
      case .hide: continue
      case .keep: isKept = true
      }
    }
    if isKept {
      let message = "Kept: no note is left; delete this folder of reports if that is meant"
      writer.tell([Finding("kept-without-notes", .warning, message, in: "\(site.path)")])
    }
  }

  /// Writes the index page beside its place where it is not what it should be; returns it.
  private func index(_ writer: inout SiteWriter) throws(StoreError) -> NoteOutcome.File? {
    let name = SiteFolder.indexFile
    let failures = writer.failures.flatMap { [Array($0.path.utf8), Array($0.reason.utf8)] }
    let source = Fingerprint(
      of: [try store.digest(), state.renderedWith] + failures.map { Fingerprint(of: $0) })
    let written = try store.value("index").flatMap { Fingerprint($0) }
    let isCurrent = try store.value("index_of") == source.description
    let there: SiteFile
    do throws(WorkspaceError) {
      let seen: (key: SeenFiles.Key, entry: SeenFiles.Entry)?
      (there, seen) = try state.reader.look(name)
      if let seen { writer.keep(seen.key, seen.entry) }
    } catch {
      writer.tell(incomplete: error)
      return nil
    }
    if isCurrent, there.print == written {
      try store.settle(name)
      return nil
    }
    let bytes = TerminalText.text(try page(writer))
    let page = NoteOutcome.File(name: name, print: Fingerprint(of: bytes), before: there)
    guard there.print == page.print || state.reader.isOurs(there, name, written: written) else {
      writer.tell([state.reader.edited(name)])
      return nil
    }
    if there.print != page.print {
      do throws(WorkspaceError) {
        try Disk.writeNew(
          bytes, to: site.temporary(name), inPlaceOf: site.file(name), flushing: true)
      } catch {
        writer.tell(incomplete: error)
        return nil
      }
    }
    try store.set("index", to: page.print.description)
    try store.set("index_of", to: source.description)
    try store.settle(name)
    if there.print == page.print { return nil }
    try store.announce(PortfolioStore.Pending(file: name, name: "", before: there.print))
    return page
  }

  private func page(_ writer: SiteWriter) throws(StoreError) -> [UInt8] {
    try templates.reporter.index { add throws(StoreError) in
      try store.forEachIndexRow { row in
        let line = IndexLine(
          account: row.account, id: row.name, cause: row.cause, outcome: row.outcome,
          churnDate: row.churnDate, contractValue: row.value)
        add(IndexEntry(line, link: SiteFolder.report(row.name, .html)))
      }
      for failure in writer.failures {
        add(IndexEntry(failed: failure.path, because: failure.reason))
      }
    }
  }

  /// Keeps what is to be told about the folder as a whole, where that has changed.
  private func keepFindings(_ writer: SiteWriter) throws(StoreError) {
    // In an order that does not depend on where the folders lie.
    let findings = StoredFinding.sorted(
      writer.summary.findings.map { StoredFinding($0, notes: notes, site: site) })
    let old = try store.failures().map { [$0.path, $0.reason] }
    let failures = writer.failures.sorted { $0.path < $1.path }
    guard
      try store.findings(aboutFolder: true) != findings
        || old != failures.map({ [$0.path, $0.reason] })
    else { return }
    try store.put(folderFindings: findings, failures: failures)
  }

  private func saveSeen(_ writer: SiteWriter, _ items: [WorkItem]) {
    guard writer.seen.isChanged else { return }
    var wanted: Set<SeenFiles.Key> = [.report(SiteFolder.indexFile)]
    for item in items {
      wanted.formUnion(item.files.map { .note($0.path) })
      wanted.formUnion(NoteWorker.formats.map { .report(SiteFolder.report(item.name, $0)) })
    }
    // A cache: where it cannot be written, files are read again.
    try? writer.seen.save(to: site.seen, now: Disk.clock(), wanted: wanted)
  }
}
