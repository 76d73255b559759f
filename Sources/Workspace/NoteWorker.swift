import Evidence
import Portfolio
import PostmortemModel
import Reporting

/// Does the work on one note: finds out what there is to do, reads, drafts, and writes reports beside their places.
///
/// Many may work at once; nothing that one does is seen by another, and nothing takes effect before the writer's commit.
struct NoteWorker: Sendable {
  let notes: FilePath
  let exports: [AnswersFile]
  let reader: SiteReader
  let store: PortfolioStore?
  let stored: [String: StoredNote]
  let run: NoteRun
  let reporter: Reporter
  let draftedWith: Fingerprint
  let renderedWith: Fingerprint
  /// The notes with reports that a run which did not end was about to write.
  let unsettled: Set<String>
  /// Whether to find out only what there is to do.
  let isDryRun: Bool

  static let formats: [ReportFormat] = [.markdown, .html, .json]

  /// Works on `item`.
  func outcome(of item: WorkItem) -> NoteOutcome {
    var outcome = NoteOutcome(work: .unchanged)
    do throws(WorkspaceError) {
      try work(on: item, &outcome)
    } catch {
      fail(&outcome, error)
    }
    return outcome
  }

  private func work(on item: WorkItem, _ outcome: inout NoteOutcome) throws(WorkspaceError) {
    let old = stored[item.name]
    let edit = try edit(of: item.name, old, &outcome)
    var input = NoteInput(item, below: notes, exports: exports)
    try input.look(reader.seen)
    if let old, old.draftedWith == draftedWith, input.print == old.input {
      outcome.seen += input.seen
      let isCurrent =
        old.renderedWith == renderedWith && old.edit == edit && !unsettled.contains(item.name)
      if isCurrent, try reportsStand(item.name, old, &outcome) { return }
      if isDryRun {
        outcome.work = edit == nil && old.edit == nil ? .toRender : .toDraft
        return
      }
      // What a person edited is merged with the note's own draft, which the store has not.
      if edit == nil, old.edit == nil, try render(item.name, old, &outcome) { return }
    }
    if isDryRun {
      outcome.work = .toDraft
      return
    }
    try input.read()
    outcome.seen += input.seen
    try draft(item.name, input, old, isEdited: edit != nil, &outcome)
  }

  /// The digest of the Markdown report where it holds something else than we have written.
  private func edit(
    of name: String, _ old: StoredNote?, _ outcome: inout NoteOutcome
  ) throws(WorkspaceError) -> Fingerprint? {
    let (edit, seen) = try reader.edit(of: name, old)
    outcome.seen += [seen].compactMap(\.self)
    return edit
  }

  /// Whether all reports are there; tells of those that a person has edited.
  func reportsStand(
    _ name: String, _ old: StoredNote, _ outcome: inout NoteOutcome
  ) throws(WorkspaceError) -> Bool {
    var findings: [Finding] = []
    for (format, print) in zip(Self.formats, old.reports) {
      let file = SiteFolder.report(name, format)
      let (there, seen) = try reader.look(file)
      outcome.seen += [seen].compactMap(\.self)
      guard let found = there.print else { return false }
      if found != print, found != old.edit { findings.append(reader.edited(file)) }
    }
    outcome.findings += findings
    return true
  }

  /// Writes the reports from the model that is kept; returns whether there is one.
  private func render(
    _ name: String, _ old: StoredNote, _ outcome: inout NoteOutcome
  ) throws(WorkspaceError) -> Bool {
    let model: (json: [UInt8], texts: [SourceText])?
    do {
      model = try store?.model(of: name)
    } catch {
      return false
    }
    guard let model,
      let postmortem = try? PostmortemJSON.decode(SourceText(name: name, bytes: model.json))
    else { return false }
    let reports = try write(name, postmortem, model.texts, old, isKept: true, &outcome)
      .map(\.print)
    outcome.work = .rendered(reports)
    return true
  }

  private func draft(
    _ name: String, _ input: NoteInput, _ old: StoredNote?, isEdited: Bool,
    _ outcome: inout NoteOutcome
  ) throws(WorkspaceError) {
    guard let print = input.print, let content = input.content else { return }
    var draft = run.draft(
      input.note, about: input.item.section?.account, beside: input.answers, rows: input.rows,
      id: name, after: input.findings)
    let edited = isEdited ? try readEdit(name, draft, old, &outcome) : nil
    if let edited {
      draft.postmortem = edited.postmortem
      draft.findings += edited.findings
    }
    var reports = try write(
      name, draft.postmortem, draft.sources, old, markdown: edited == nil ? .ours : .kept, &outcome)
    // What we wrote last is what tells whether a person has taken the edit back.
    if edited != nil, let old { reports[0].print = old.markdown }
    outcome.work = .drafted(
      NoteRecord(
        name: name, path: input.item.path, content: content,
        state: StoredNote(
          input: print, draftedWith: draftedWith, renderedWith: renderedWith,
          markdown: reports[0].print, html: reports[1].print, json: reports[2].print,
          edit: edited?.print),
        postmortem: draft.postmortem, json: reports.last?.bytes ?? [], base: edited?.base,
        texts: draft.sources,
        findings: draft.findings.map { StoredFinding($0, notes: notes, site: reader.site) }))
  }

  /// What the Markdown report is to be.
  enum MarkdownReport {
    /// Written as the others are.
    case ours
    /// What a person has made of it here.
    case kept
    /// What a person has made of it elsewhere.
    case carried([UInt8])
  }

  /// Writes the reports beside their places, those that are not there yet and not edited.
  func write(
    _ name: String, _ postmortem: Postmortem, _ texts: [SourceText], _ old: StoredNote?,
    markdown: MarkdownReport = .ours, isKept: Bool = false, _ outcome: inout NoteOutcome
  ) throws(WorkspaceError) -> [(print: Fingerprint, bytes: [UInt8])] {
    var reports: [(print: Fingerprint, bytes: [UInt8])] = []
    for (index, format) in Self.formats.enumerated() {
      // The JSON of a model that is kept is what it was: no template shapes it.
      if isKept, format == .json, let old,
        try reader.look(SiteFolder.report(name, format)).file.print == old.reports[index]
      {
        reports.append((old.reports[index], []))
        continue
      }
      let bytes: [UInt8]
      if format == .markdown, case .carried(let edit) = markdown {
        bytes = edit
      } else {
        bytes = reporter.safeReport(postmortem, sources: texts, as: format)
      }
      let print = Fingerprint(of: bytes)
      reports.append((print, format == .json ? bytes : []))
      if format == .markdown, case .kept = markdown { continue }
      let file = SiteFolder.report(name, format)
      let (there, seen) = try reader.look(file)
      outcome.seen += [seen].compactMap(\.self)
      if there.print == print { continue }
      guard reader.isOurs(there, file, written: old?.reports[index]) else {
        outcome.findings.append(reader.edited(file))
        continue
      }
      try Disk.writeNew(
        bytes, to: reader.site.temporary(file), inPlaceOf: reader.site.file(file), flushing: false)
      outcome.files.append(NoteOutcome.File(name: file, print: print, before: there))
    }
    return reports
  }

  /// Reads a report that a person edited: against the model that it was written from, as far as that is known.
  private func readEdit(
    _ name: String, _ draft: NoteDraft, _ old: StoredNote?, _ outcome: inout NoteOutcome
  ) throws(WorkspaceError) -> EditedReport? {
    let file = SiteFolder.report(name, .markdown)
    let written = reporter.safeReport(draft.postmortem, sources: draft.sources, as: .markdown)
    let (there, seen) = try reader.look(file)
    outcome.seen += [seen].compactMap(\.self)
    if there.print == Fingerprint(of: written) { return nil }
    var json: [UInt8]?
    if let old {
      json = try? old.edit == nil ? store?.model(of: name)?.json : store?.base(of: name)
    }
    let base = json.flatMap { try? PostmortemJSON.decode(SourceText(name: name, bytes: $0)) }
    return try EditedReport(
      reader.site.file(file), base: base ?? draft.postmortem,
      draft: draft, reporter: reporter)
  }

  func fail(_ outcome: inout NoteOutcome, _ error: WorkspaceError) {
    // What cannot be removed now is removed by the next run.
    for file in outcome.files { try? Disk.remove(reader.site.temporary(file.name)) }
    outcome.files = []
    outcome.findings += error.findings
    outcome.work = .failed(error.findings.first?.message ?? "It could not be read")
  }
}
