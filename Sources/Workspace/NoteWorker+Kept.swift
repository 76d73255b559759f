import Evidence
import Portfolio
import PostmortemModel

extension NoteWorker {
  /// Brings what another store holds of an account into this folder of reports.
  func outcome(
    of item: WorkItem, kept state: StoredNote, content: Fingerprint, in other: PortfolioStore
  ) -> NoteOutcome {
    var outcome = NoteOutcome(work: .unchanged)
    do throws(WorkspaceError) {
      let old = stored[item.name]
      if let old, old.input == state.input, old.draftedWith == state.draftedWith,
        old.renderedWith == renderedWith, !unsettled.contains(item.name),
        try reportsStand(item.name, old, &outcome)
      {
        return outcome
      }
      guard let (json, texts, findings) = try? record(of: item.name, in: other),
        let postmortem = try? PostmortemJSON.decode(SourceText(name: item.name, bytes: json))
      else {
        throw .unreadable(path: item.path, reason: "What the store holds of it cannot be read")
      }
      let reports = try write(item.name, postmortem, texts, old, nil, &outcome)
      let prints = reports.map(\.print)
      outcome.work = .drafted(
        NoteRecord(
          name: item.name, path: item.path, content: content,
          state: StoredNote(
            input: state.input, draftedWith: state.draftedWith, renderedWith: renderedWith,
            markdown: prints[0], html: prints[1], json: prints[2]),
          postmortem: postmortem, json: reports.last?.bytes ?? [], texts: texts,
          findings: findings))
    } catch {
      fail(&outcome, error)
    }
    return outcome
  }

  private func record(
    of name: String, in store: PortfolioStore
  ) throws(StoreError) -> (json: [UInt8], texts: [SourceText], findings: [StoredFinding])? {
    guard let model = try store.model(of: name) else { return nil }
    return (model.json, model.texts, try store.findings(of: name))
  }
}
