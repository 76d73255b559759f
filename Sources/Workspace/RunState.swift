import Evidence
import Portfolio

/// What a run knows before it looks at the first note.
struct RunState: Sendable {
  let reader: SiteReader
  let stored: [String: StoredNote]
  let unsettled: Set<String>
  /// Which part of a folder the reports are of, where they are not of the whole.
  let shard: String?
  /// What shapes a model beside its inputs.
  let draftedWith: Fingerprint
  let renderedWith: Fingerprint

  /// Gathers what is known of `run`'s folders; without a store nothing is.
  init(_ run: FolderRun, _ store: PortfolioStore?) throws(StoreError) {
    let program = ProgramPrint.current()
    draftedWith = Fingerprint(of: [program, run.company.print])
    renderedWith = Fingerprint(of: [program, run.templates.print, run.company.print])
    stored = try store?.notes() ?? [:]
    shard = try store?.value("shard")
    let pending = try store?.pending() ?? []
    unsettled = Set(pending.map(\.name))
    reader = SiteReader(run.site, pending: pending)
  }

  /// What works on the notes of `run`.
  func worker(_ run: FolderRun, _ store: PortfolioStore?) -> NoteWorker {
    NoteWorker(
      notes: run.notes, exports: run.exports, reader: reader, store: store, stored: stored,
      run: NoteRun(company: run.company), reporter: run.templates.reporter,
      draftedWith: draftedWith, renderedWith: renderedWith, unsettled: unsettled,
      isDryRun: run.isDryRun)
  }
}
