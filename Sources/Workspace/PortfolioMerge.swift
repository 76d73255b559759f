import Evidence
import Portfolio
import Reporting

/// Puts folders of reports, such as those of a folder's parts, together into one: the same as one run over all gives.
///
/// Reports are written from the models that the stores keep; notes are not read.
public struct PortfolioMerge: Sendable {
  /// The folders of reports.
  public var parts: [SiteFolder]
  /// The folder that they are put together in.
  public var site: SiteFolder
  /// How many accounts are worked on at a time.
  public var jobs: Int
  /// The templates that reports are written with.
  public var templates: LoadedTemplates

  /// What the company's settings make of it.
  public var company: Company

  /// Creates a merge.
  public init(
    parts: [FilePath], site: FilePath, jobs: Int, templates: LoadedTemplates,
    company: Company = .none
  ) {
    self.parts = parts.map { SiteFolder($0) }
    self.site = SiteFolder(site)
    self.jobs = max(1, jobs)
    self.templates = templates
    self.company = company
  }

  /// An account of one of the parts.
  private struct Kept: Sendable {
    var item: WorkItem
    var part: Int
    var state: StoredNote
    var content: Fingerprint
  }

  /// Puts the parts together.
  ///
  /// - Throws: `unreadable` where a part has no store, `unusable` where it is the folder to be written, `unwritable` and
  ///   `busy` as a run over a folder does.
  public func run(
    progress: (FolderRun.Progress) -> Void = { _ in }
  ) async throws(WorkspaceError) -> FolderSummary {
    let opened = try parts.map { part throws(WorkspaceError) in try open(part) }
    let stores = opened.map(\.store)
    try site.create()
    let lock = try SiteLock(site)
    defer { withExtendedLifetime(lock) {} }
    try site.clear()
    let (store, complaints) = try SiteStore.open(site)
    // Findings about notes are told by paths below the folder of notes, wherever that was.
    let run = FolderRun(
      notes: FilePath("."), site: site.path, jobs: jobs, templates: templates, company: company)
    let state: RunState
    let (kept, remarks, failures): ([Kept], [Finding], [(path: String, reason: String)])
    let missing: [Finding]
    do throws(StoreError) {
      missing = try missingParts(stores)
      state = try RunState(run, store)
      (kept, remarks, failures) = try gather(stores, run)
    } catch {
      throw .unreadable(path: "\(site.store)", reason: error.reason)
    }
    var writer = SiteWriter(
      site, store, seen: state.reader.seen, renderedWith: state.renderedWith)
    writer.tell(complaints + remarks + missing)
    writer.tell(failures: failures)
    let worker = state.worker(run, store)
    var done = 0
    let count = kept.count
    await OrderedWork.run(kept, jobs: jobs) { kept, _ in
      worker.outcome(
        of: kept.item, kept: kept.state, content: kept.content, in: opened[kept.part])
    } take: { outcome, kept in
      writer.take(outcome, of: kept.item)
      done += 1
      progress(FolderRun.Progress(outcome, kept.item, done: done, of: count))
    }
    writer.flush()
    SiteEnd(
      notes: run.notes, site: site, templates: templates, shard: nil, state: state, store: store
    ).finish(&writer, kept.map(\.item)) { _, _ in
      // What is not here may be in a part that is missing.
      missing.isEmpty ? .remove : .hide
    }
    return run.summary(of: writer, store)
  }

  private func open(_ part: SiteFolder) throws(WorkspaceError) -> PortfolioPart {
    if let one = Disk.status(part.path, followingLinks: true)?.identity,
      one == Disk.status(site.path, followingLinks: true)?.identity
    {
      throw .unusable([
        Finding(
          "own-part", .error, "The folder to write to cannot be one of those put together",
          in: "\(part.path)")
      ])
    }
    return try PortfolioPart(part)
  }

  /// Tells of parts of a folder that are not among those that are put together.
  private func missingParts(_ stores: [PortfolioStore]) throws(StoreError) -> [Finding] {
    var there: [Int: Set<Int>] = [:]
    for store in stores {
      guard let shard = try store.value("shard").flatMap({ Shard($0) }) else { continue }
      there[shard.count, default: []].insert(shard.number)
    }
    return there.sorted { $0.key < $1.key }.compactMap { count, numbers in
      let missing = (1...count).filter { !numbers.contains($0) }.map { "\($0)/\(count)" }
      guard !missing.isEmpty else { return nil }
      return Finding(
        "missing-part", .warning,
        "Not among these: \(missing.joined(separator: ", ")); of what was put together before nothing is removed",
        in: "\(site.path)")
    }
  }

  /// What the parts hold, in the order in which one run over all would come to it.
  private func gather(
    _ stores: [PortfolioStore], _ run: FolderRun
  ) throws(StoreError) -> ([Kept], [Finding], [(path: String, reason: String)]) {
    var kept: [String: Kept] = [:]
    var findings: [StoredFinding] = []
    var failures: [String: String] = [:]
    for (part, store) in stores.enumerated() {
      let states = try store.notes()
      for (name, origin) in try store.origins() {
        guard let state = states[name] else { continue }
        if let other = kept[name] {
          guard other.state.input != state.input else { continue }
          findings.append(
            StoredFinding(
              .none,
              Finding(
                "two-reports", .error,
                "Not taken: “\(name)” is another account in \(parts[other.part].path)",
                in: "\(parts[part].path)")))
          failures["\(parts[part].path)/\(SiteFolder.report(name, .html))"] =
            "Another account of this name is in \(parts[other.part].path)"
        } else {
          kept[name] = Kept(
            item: WorkItem(kept: name, path: origin.path), part: part, state: state,
            content: origin.content)
        }
      }
      // What was told of a part's own reports has no meaning here.
      findings += try store.findings(aboutFolder: true).filter { $0.base != .site }
      for failure in try store.failures() { failures[failure.path] = failure.reason }
    }
    let order = kept.values.sorted { ($0.item.path, $0.item.name) < ($1.item.path, $1.item.name) }
    return (
      order, StoredFinding.sorted(findings).map { $0.placed(notes: run.notes, site: site) },
      failures.sorted { $0.key < $1.key }.map { (path: $0.key, reason: $0.value) }
    )
  }
}
