import Evidence
import Portfolio
import PostmortemModel

extension NoteWorker {
  /// Brings what `part` holds of an account into this folder of reports.
  func outcome(
    of item: WorkItem, kept state: StoredNote, content: Fingerprint, in part: PortfolioPart
  ) -> NoteOutcome {
    var outcome = NoteOutcome(work: .unchanged)
    do throws(WorkspaceError) {
      let old = stored[item.name]
      let edit = try part.reader.edit(of: item.name, state).edit
      if let old, old.input == state.input, old.draftedWith == state.draftedWith,
        old.renderedWith == renderedWith, !unsettled.contains(item.name),
        old.edit == edit || old.isEditedHere, try reportsStand(item.name, old, &outcome)
      {
        return outcome
      }
      let kept = try part.account(item, state, edit: edit, reporter)
      let reports = try write(
        item.name, kept.postmortem, kept.texts, old,
        markdown: kept.markdown.map { .carried($0) } ?? .ours, &outcome)
      let prints = reports.map(\.print)
      outcome.work = .drafted(
        NoteRecord(
          name: item.name, path: item.path, content: content,
          state: StoredNote(
            input: state.input, draftedWith: state.draftedWith, renderedWith: renderedWith,
            markdown: prints[0], html: prints[1], json: prints[2],
            edit: kept.markdown == nil ? nil : prints[0]),
          postmortem: kept.postmortem, json: reports.last?.bytes ?? [], base: kept.base,
          texts: kept.texts, findings: kept.findings))
    } catch {
      fail(&outcome, error)
    }
    return outcome
  }
}

extension StoredNote {
  /// Whether a person has edited the Markdown report where it lies, and not only where it came from.
  fileprivate var isEditedHere: Bool { edit != nil && edit != markdown }
}
