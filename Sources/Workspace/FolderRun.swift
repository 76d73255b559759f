import Evidence
import Language
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
    /// The note that was done last, below the folder of notes, with the line of the section where it has several.
    public var note: String
    /// The name of its reports.
    public var name: String
    /// What was done with it, in a word: `drafted`, `rendered`, `unchanged` or `failed`; nothing where it was only looked
    /// into, before any is drafted.
    public var what: String?

    init(lookedInto item: WorkItem, done: Int, of total: Int) {
      self.done = done
      self.total = total
      note = item.label
      name = item.name
    }

    init(_ outcome: NoteOutcome, _ item: WorkItem, done: Int, of total: Int) {
      self.done = done
      self.total = total
      note = item.label
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
  /// Files about many accounts, the one first that is to be believed most.
  public var exports: [AnswersFile]
  /// How many notes are worked on at a time.
  public var jobs: Int
  /// The templates that reports are written with.
  public var templates: LoadedTemplates
  /// What the company's settings make of it.
  public var company: Company
  /// The part of the folder that is worked on, where it is not the whole.
  public var shard: Shard?
  /// What the one that watches over the run has to say.
  public var orders = RunOrders()
  /// Whether to find out only what there is to do.
  public var isDryRun = false

  /// Creates a run.
  public init(
    notes: FilePath, site: FilePath, exports: [AnswersFile] = [], jobs: Int,
    templates: LoadedTemplates, company: Company = .none
  ) {
    self.notes = notes
    self.site = SiteFolder(site)
    self.exports = exports
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
    let state: RunState
    do throws(StoreError) {
      state = try RunState(self, store)
    } catch {
      throw .unwritable(path: "\(site.store)", reason: error.reason)
    }
    try checkShard(state)
    let plan = await plan(folder, state, inFlight, progress)
    let items = plan.items
    var writer = SiteWriter(
      site, store, seen: state.reader.seen, renderedWith: state.renderedWith)
    writer.reserve(state.stored.isEmpty ? items.count : 0)
    writer.tell(complaints + plan.findings)
    for (key, entry) in plan.seen { writer.keep(key, entry) }
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
    SiteEnd(
      notes: notes, site: site, templates: templates, shard: shard, state: state, store: store
    ).finish(&writer, items) { name, path in
      // A folder that is empty all at once may be a disk that is not there.
      folder.notes.isEmpty && !ReportNames.isWithoutNote(name)
        ? .keep
        : folder.mayHide(path) ? .hide : .remove
    }
    return summary(of: writer, store)
  }

  /// The summary of what was done, with what the store knows of the notes that are unchanged.
  func summary(of writer: SiteWriter, _ store: PortfolioStore) -> FolderSummary {
    var summary = writer.summary
    let stored = (try? store.findings(aboutFolder: false)) ?? []
    summary.findings += stored.map { $0.placed(notes: notes, site: site) }
    summary.findings = summary.findings.sortedForReading()
    return summary
  }

  /// What there is to do, and what was found out on the way.
  private struct Plan {
    var items: [WorkItem] = []
    var findings: [Finding] = []
    var seen: [(key: SeenFiles.Key, entry: SeenFiles.Entry)] = []
  }

  /// Looks into the notes and the files about many accounts, to know which accounts are to be drafted.
  private func plan(
    _ folder: NoteFolder, _ state: RunState, _ inFlight: InFlight?, _ progress: (Progress) -> Void
  ) async -> Plan {
    // Whose a row is depends on the names in all notes; else notes of other parts are not looked into.
    let all = WorkItem.items(of: folder)
    let files = exports.isEmpty && shard != nil ? all.filter(isInShard) : all
    var known = KnownContents(site.contents, program: state.draftedWith)
    let survey = NoteSurvey(
      notes: notes, seen: state.reader.seen, jobs: jobs, orders: orders,
      wantsNames: !exports.isEmpty, company: company)
    let (contents, seen) = await survey.contents(of: files, &known, inFlight, progress)
    // A cache: where it cannot be written, notes are looked into again.
    if known.isChanged, !isDryRun { try? known.save(to: site.contents) }
    var plan = Plan(findings: folder.findings, seen: seen)
    plan.items.reserveCapacity(files.count)
    var names: [[AccountKey]] = []
    for (file, contents) in zip(files, contents) {
      let place = place(of: file)
      plan.findings += contents.findings(in: place)
      if contents.isDraft { continue }
      let items = file.split(by: contents)
      plan.items += items
      for index in items.indices {
        var some = contents.names?[index] ?? []
        if contents.sections.isEmpty { some.append(file.stem) }
        names.append(some.compactMap { AccountKey($0) })
      }
    }
    if exports.isEmpty { return plan }
    let matching = RowMatching(plan.items, names: names, exports: exports, below: notes)
    plan.items = matching.items.filter(isInShard)
    plan.findings += exports.flatMap(\.findings) + matching.findings
    return plan
  }

  /// Works on `items`, up to `jobs` at a time; `take` is given the outcomes in the order of the items.
  private func work(
    _ items: [WorkItem], _ jobs: Int, _ worker: NoteWorker, _ inFlight: InFlight?,
    _ take: (NoteOutcome, WorkItem) -> Void
  ) async {
    await OrderedWork.run(items, jobs: jobs) { item, slot in
      if let signal = orders.avoided[item.name] { return crash(item, signal) }
      inFlight?.begin(item.name, slot: slot)
      defer { inFlight?.end(slot: slot) }
      return worker.outcome(of: item)
    } take: {
      take($0, $1)
    }
  }

  private func crash(_ item: WorkItem, _ signal: Int32) -> NoteOutcome {
    let message =
      "The program was ended by signal \(Signal.described(signal)) while it worked on this note; the note was left out"
    return NoteOutcome(
      work: .failed(message),
      findings: [
        Finding("crashed", .error, message, in: place(of: item))
      ])
  }

  private func isInShard(_ item: WorkItem) -> Bool { shard?.holds(item) ?? true }

  /// Reports of one part must not take those of another for reports of notes that are gone.
  private func checkShard(_ state: RunState) throws(WorkspaceError) {
    let wanted = shard?.description
    guard !state.stored.isEmpty, state.shard != wanted else { return }
    let what = state.shard.map { "the part \($0)" } ?? "the whole"
    throw .unusable([
      Finding(
        "other-shard", .error,
        "This folder of reports is of \(what) of a folder of notes; give \(wanted.map { "the part \($0)" } ?? "the whole") one of its own",
        in: "\(site.path)")
    ])
  }

  /// Where an item's note lies; of an account without one its answers.
  private func place(of item: WorkItem) -> String {
    item.files.first.map { "\(notes.appending($0.path.bytes))" } ?? item.path
  }

  private func dryRun(_ progress: (Progress) -> Void) async throws(WorkspaceError) -> FolderSummary
  {
    let folder = try NoteFolder(notes)
    let store = SiteStore.openForReading(site)
    let state: RunState
    do throws(StoreError) {
      state = try RunState(self, store)
    } catch {
      throw .unreadable(path: "\(site.store)", reason: error.reason)
    }
    let plan = await plan(folder, state, nil, progress)
    let items = plan.items
    var summary = FolderSummary(findings: plan.findings)
    var done = 0
    await work(items, jobs, state.worker(self, store), nil) { outcome, item in
      summary.count(outcome)
      done += 1
      progress(Progress(outcome, item, done: done, of: items.count))
    }
    let gone = Set(state.stored.keys).subtracting(items.map(\.name))
    summary.removed = gone.count {
      !folder.notes.isEmpty || ReportNames.isWithoutNote($0)
    }
    summary.findings = summary.findings.sortedForReading()
    return summary
  }
}
