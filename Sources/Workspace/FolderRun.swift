import Evidence
import Portfolio
import Reporting

/// Keeps a folder of reports in step with a folder of notes.
///
/// Notes are worked on in parallel and written in the order of their paths, so that the number of jobs and the order in
/// which a folder is listed make no difference. What has not changed since the last run is left alone.
public struct FolderRun: Sendable {
  /// Where a run is.
  public struct Progress: Sendable {
    /// How many notes are done.
    public var done: Int
    /// How many there are.
    public var total: Int
    /// The note that was done last, below the folder of notes.
    public var note: FilePath
    /// The name of its reports.
    public var name: String
    /// What was done with it, in a word: `drafted`, `rendered`, `unchanged` or `failed`.
    public var what: String

    init(_ outcome: NoteOutcome, _ item: WorkItem, done: Int, of total: Int) {
      self.done = done
      self.total = total
      note = item.note.path
      name = item.name
      what =
        switch outcome.work {
        case .unchanged: "unchanged"
        case .rendered, .toRender: "rendered"
        case .drafted, .toDraft: "drafted"
        case .failed: "failed"
        }
    }
  }

  /// The folder of notes.
  public var notes: FilePath
  /// The folder that the reports go to.
  public var site: SiteFolder
  /// Answers about many accounts.
  public var answers: AnswersFile?
  /// How many notes are worked on at a time.
  public var jobs: Int
  /// The templates that reports are written with.
  public var templates: LoadedTemplates
  /// What the company's settings make of it.
  public var company: Company
  /// What the one that watches over the run has to say.
  public var orders = RunOrders()
  /// Whether to find out only what there is to do.
  public var isDryRun = false

  /// Creates a run.
  public init(
    notes: FilePath, site: FilePath, answers: AnswersFile? = nil, jobs: Int,
    templates: LoadedTemplates, company: Company = .none
  ) {
    self.notes = notes
    self.site = SiteFolder(site)
    self.answers = answers
    self.jobs = max(1, jobs)
    self.templates = templates
    self.company = company
  }

  /// Runs over the folder; `progress` hears of each note that is done.
  ///
  /// A note that cannot be read or written is told of and counted, and the others go on.
  ///
  /// - Throws: `unreadable` where the folder cannot be read, `unwritable` where nothing can be written at all, `busy`
  ///   where another run works on the same folder of reports.
  public func run(
    progress: (Progress) -> Void = { _ in }
  ) async throws(WorkspaceError) -> FolderSummary {
    // A folder of notes that is not there must not leave a folder of reports behind; and the latter is marked as ours
    // before notes are looked for, so that reports are not taken for notes.
    _ = try Disk.names(in: notes)
    if isDryRun { return try await dryRun(progress) }
    try site.create()
    let lock = try SiteLock(site)
    defer { withExtendedLifetime(lock) {} }
    try site.clear()
    let inFlight = try InFlight(site.inFlight, slots: jobs)
    let (store, complaints) = try SiteStore.open(site)
    let folder = try NoteFolder(notes)
    let items = WorkItem.items(of: folder)
    let state: RunState
    do throws(StoreError) {
      state = try RunState(self, store)
    } catch {
      throw .unwritable(path: "\(site.store)", reason: error.reason)
    }
    var writer = SiteWriter(
      site, store, seen: state.reader.seen, renderedWith: state.renderedWith)
    writer.reserve(state.stored.isEmpty ? items.count : 0)
    writer.tell(complaints + folder.findings + (answers?.findings ?? []))
    let suspects = items.filter { orders.suspects.contains($0.name) }
    let others =
      suspects.isEmpty ? items : items.filter { !orders.suspects.contains($0.name) }
    var done = 0
    for (some, jobs) in [(suspects, 1), (others, jobs)] {
      await work(some, jobs, state.worker(self, store), inFlight) { outcome, item in
        writer.take(outcome, of: item)
        done += 1
        progress(Progress(outcome, item, done: done, of: items.count))
      }
    }
    writer.flush()
    SiteEnd(run: self, state: state, store: store).finish(&writer, folder, items)
    return summary(of: writer, store)
  }

  /// The summary of what was done, with what the store knows of the notes that are unchanged.
  private func summary(of writer: SiteWriter, _ store: PortfolioStore) -> FolderSummary {
    var summary = writer.summary
    let stored = (try? store.findings(aboutFolder: false)) ?? []
    summary.findings += stored.map { $0.placed(notes: notes, site: site) }
    summary.findings = summary.findings.sortedForReading()
    return summary
  }

  /// Works on `items`, up to `jobs` at a time; `take` is given the outcomes in the order of the items.
  private func work(
    _ items: [WorkItem], _ jobs: Int, _ worker: NoteWorker, _ inFlight: InFlight?,
    _ take: (NoteOutcome, WorkItem) -> Void
  ) async {
    await withTaskGroup(of: (Int, Int, NoteOutcome).self) { group in
      var started = 0
      var taken = 0
      var waiting: [Int: NoteOutcome] = [:]
      var slots = Array(0..<jobs)
      // So many may be done before the one that is due: it bounds what is held in memory.
      let ahead = jobs * 8
      while taken < items.count {
        while started < items.count, started - taken < ahead, let slot = slots.popLast() {
          let (index, item, signal) = (started, items[started], orders.avoided[items[started].name])
          started += 1
          if let signal {
            waiting[index] = crash(item, signal)
            slots.append(slot)
            continue
          }
          group.addTask {
            inFlight?.begin(item.name, slot: slot)
            defer { inFlight?.end(slot: slot) }
            return (index, slot, worker.outcome(of: item))
          }
        }
        while let next = waiting.removeValue(forKey: taken) {
          take(next, items[taken])
          taken += 1
        }
        if let (index, slot, outcome) = await group.next() {
          waiting[index] = outcome
          slots.append(slot)
        }
      }
    }
  }

  private func crash(_ item: WorkItem, _ signal: Int32) -> NoteOutcome {
    let message =
      "The program was ended by signal \(Signal.described(signal)) while it worked on this note; the note was left out"
    return NoteOutcome(
      work: .failed(message),
      findings: [
        Finding("crashed", .error, message, in: "\(notes.appending(item.note.path.bytes))")
      ])
  }

  private func dryRun(_ progress: (Progress) -> Void) async throws(WorkspaceError) -> FolderSummary
  {
    let folder = try NoteFolder(notes)
    let items = WorkItem.items(of: folder)
    let store = SiteStore.openForReading(site)
    let state: RunState
    do throws(StoreError) {
      state = try RunState(self, store)
    } catch {
      throw .unreadable(path: "\(site.store)", reason: error.reason)
    }
    var summary = FolderSummary(findings: folder.findings + (answers?.findings ?? []))
    var done = 0
    await work(items, jobs, state.worker(self, store), nil) { outcome, item in
      summary.count(outcome)
      done += 1
      progress(Progress(outcome, item, done: done, of: items.count))
    }
    if !items.isEmpty {
      summary.removed = Set(state.stored.keys).subtracting(items.map(\.name)).count
    }
    summary.findings = summary.findings.sortedForReading()
    return summary
  }
}
