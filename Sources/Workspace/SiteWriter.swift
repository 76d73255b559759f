import Evidence
import Portfolio

/// Brings what came of notes into the store and the folder of reports: the one place where anything takes effect.
///
/// Works in batches. The files of a batch lie beside their places and are on the disk before the store is committed, and
/// the commit says which files are about to be replaced; then they take their names. So at any moment each report is
/// whole, and a file of ours can be told from one that a person has edited.
struct SiteWriter {
  private let site: SiteFolder
  private let store: PortfolioStore
  private let renderedWith: Fingerprint
  private var batch: [Entry] = []
  /// Files that took their names, which the next commit is to say.
  private var placed: [String] = []
  private(set) var seen: SeenFiles
  private(set) var summary = FolderSummary()
  /// Why notes have no report, or not that of what they say now.
  private(set) var failures: [(path: String, reason: String)] = []

  /// A note of the batch: its record is in the store already, so that what is kept until the commit is small.
  private struct Entry {
    var item: WorkItem
    var files: [NoteOutcome.File]
    var isDrafted: Bool
  }

  private static let batchSize = 256

  init(
    _ site: SiteFolder, _ store: PortfolioStore, seen: SeenFiles, renderedWith: Fingerprint
  ) {
    self.site = site
    self.store = store
    self.seen = seen
    self.renderedWith = renderedWith
  }

  /// Prepares for `count` notes.
  mutating func reserve(_ count: Int) { seen.reserve(count * 4) }

  /// Takes what came of a note; outcomes come in the order of the notes.
  mutating func take(_ outcome: NoteOutcome, of item: WorkItem) {
    for (key, entry) in outcome.seen { seen.keep(key, entry) }
    summary.findings += outcome.findings
    switch outcome.work {
    case .unchanged: summary.unchanged += 1
    case .failed(let reason): fail(item, reason)
    case .toRender: summary.rendered += 1
    case .toDraft: summary.drafted += 1
    case .rendered(let reports):
      let renderedWith = renderedWith
      keep(outcome, item, isDrafted: false) { store throws(StoreError) in
        try store.update(item.name, renderedWith: renderedWith, reports: reports)
      }
    case .drafted(let record):
      keep(outcome, item, isDrafted: true) { store throws(StoreError) in try store.put(record) }
    }
  }

  private mutating func keep(
    _ outcome: NoteOutcome, _ item: WorkItem, isDrafted: Bool,
    _ change: (PortfolioStore) throws(StoreError) -> Void
  ) {
    let isFirst = batch.isEmpty
    batch.append(Entry(item: item, files: outcome.files, isDrafted: isDrafted))
    do throws(StoreError) {
      if isFirst { try begin() }
      try change(store)
      // What a run that did not end has announced is looked at anew.
      for format in NoteWorker.formats { try store.settle(SiteFolder.report(item.name, format)) }
      for file in outcome.files {
        try store.announce(
          PortfolioStore.Pending(file: file.name, name: item.name, before: file.before.print))
      }
    } catch {
      return abandon(because: error.reason)
    }
    if batch.count >= Self.batchSize { flush() }
  }

  /// Ends a batch: makes it lasting, and gives the files their names.
  mutating func flush() {
    guard !batch.isEmpty else { return }
    let files = batch.flatMap(\.files)
    do throws(WorkspaceError) {
      try Disk.flush(files.map { site.temporary($0.name) }, in: site.reports)
    } catch {
      abandon(because: error.findings.first?.message ?? "")
      return
    }
    do throws(StoreError) {
      try store.commit()
    } catch {
      abandon(because: error.reason)
      return
    }
    committed()
    let done = batch
    batch = []
    for entry in done {
      let findings = entry.files.compactMap { place($0) }
      summary.findings += findings
      if let error = findings.first(where: { $0.severity == .error }) {
        fail(entry.item, error.message)
      } else if entry.isDrafted {
        summary.drafted += 1
      } else {
        summary.rendered += 1
      }
    }
    if !files.isEmpty { Disk.flush(site.reports) }
  }

  /// Begins a group of changes, which says first that the files of the last have their names.
  mutating func begin() throws(StoreError) {
    try store.begin()
    for file in placed { try store.settle(file) }
  }

  /// Gives a file its name, unless somebody has written there since it was looked at; returns what went wrong.
  mutating func place(_ file: NoteOutcome.File) -> Finding? {
    let (temporary, path) = (site.temporary(file.name), site.file(file.name))
    do throws(WorkspaceError) {
      let now = Disk.status(path).map(\.stamp)
      var before: FileStamp?
      if case .file(let stamp, _) = file.before { before = stamp }
      guard now == before else {
        try Disk.remove(temporary)
        placed.append(file.name)
        return Finding(
          "kept-edited", .warning, "Kept: it was edited by hand while this run went on",
          in: "\(path)")
      }
      try Disk.rename(temporary, to: path)
    } catch {
      try? Disk.remove(temporary)
      return error.findings.first
    }
    placed.append(file.name)
    if let status = Disk.status(path) {
      seen.keep(
        SeenFiles.Key.report(file.name),
        SeenFiles.Entry(status.stamp, file.print, readAt: nil))
    }
    return nil
  }

  /// Removes the reports of a note that is gone, those that nobody edited, and forgets the note.
  mutating func remove(
    _ name: String, _ old: StoredNote, _ reader: SiteReader
  ) throws(StoreError) {
    do throws(WorkspaceError) {
      for (format, print) in zip(NoteWorker.formats, old.reports) {
        let file = SiteFolder.report(name, format)
        let (there, _) = try reader.look(file)
        guard there != .missing else { continue }
        if reader.isOurs(there, file, written: print) {
          try Disk.remove(site.file(file))
        } else {
          let message =
            "Kept: no note stands behind it any more, but it was edited by hand; delete it if it is not needed"
          summary.findings.append(
            Finding("report-without-note", .warning, message, in: "\(site.file(file))"))
        }
      }
    } catch {
      return tell(incomplete: error)
    }
    try store.remove(name)
    for format in NoteWorker.formats { try store.settle(SiteFolder.report(name, format)) }
    summary.removed += 1
  }

  /// Puts a page in its place that was announced with the last commit.
  mutating func publish(_ page: NoteOutcome.File) {
    if let finding = place(page) {
      summary.findings.append(finding)
      if finding.severity == .error { summary.isIncomplete = true }
    }
    Disk.flush(site.path)
  }

  /// Keeps that the store says of all files that they have their names.
  mutating func committed() { placed = [] }

  /// Keeps what was seen of a file.
  mutating func keep(_ key: SeenFiles.Key, _ entry: SeenFiles.Entry) { seen.keep(key, entry) }

  /// Tells that the store could not be written.
  mutating func tell(_ error: StoreError) {
    summary.findings.append(
      Finding(
        "unwritable", .error, "The store could not be written: \(error.reason)",
        in: "\(site.store)"))
    summary.isIncomplete = true
  }

  /// Tells that something beside the notes could not be done.
  mutating func tell(incomplete error: WorkspaceError) {
    summary.findings += error.findings
    summary.isIncomplete = true
  }

  /// Tells of notes that have no report, as another run found.
  mutating func tell(failures more: [(path: String, reason: String)]) {
    failures += more
    summary.failed += more.count
  }

  /// Adds what is to be told beside what came of the notes.
  mutating func tell(_ findings: [Finding]) { summary.findings += findings }

  private mutating func fail(_ item: WorkItem, _ reason: String) {
    summary.failed += 1
    failures.append((item.label, reason))
  }

  /// Takes a batch back that could not be made lasting: its notes have failed, and their reports stay as they were.
  private mutating func abandon(because reason: String) {
    store.rollBack()
    for entry in batch {
      for file in entry.files { try? Disk.remove(site.temporary(file.name)) }
      fail(entry.item, reason)
    }
    tell(StoreError(reason: reason))
    batch = []
  }
}
