import Evidence
import Portfolio
import PostmortemModel
import Reporting

/// One of the folders of reports that are put together; it is only read.
struct PortfolioPart: Sendable {
  let store: PortfolioStore
  let reader: SiteReader

  /// An account of it.
  struct Account {
    var postmortem: Postmortem
    /// The model that the Markdown report was written from, where a person has edited that since.
    var base: [UInt8]?
    /// What the person has made of the Markdown report.
    var markdown: [UInt8]?
    var texts: [SourceText]
    var findings: [StoredFinding]
  }

  /// Opens a folder of reports.
  ///
  /// - Throws: `unreadable` where there is no store in it.
  init(_ folder: SiteFolder) throws(WorkspaceError) {
    guard let store = SiteStore.openForReading(folder) else {
      throw .unreadable(
        path: "\(folder.store)", reason: "There is no store here that this version can read")
    }
    self.store = store
    do throws(StoreError) {
      reader = SiteReader(folder, pending: try store.pending())
    } catch {
      throw .unreadable(path: "\(folder.store)", reason: error.reason)
    }
  }

  /// What it holds of an account whose Markdown report a person has edited to what has the digest `edit`, or has not.
  func account(
    _ item: WorkItem, _ state: StoredNote, edit: Fingerprint?, _ reporter: Reporter
  ) throws(WorkspaceError) -> Account {
    let file = SiteFolder.report(item.name, .markdown)
    var account: Account
    let base: [UInt8]?
    do {
      guard let model = try store.model(of: item.name) else { throw StoreError(reason: "") }
      base = try store.base(of: item.name)
      account = Account(
        postmortem: try PostmortemJSON.decode(SourceText(name: item.name, bytes: model.json)),
        base: base, texts: model.texts, findings: try store.findings(of: item.name))
    } catch {
      throw .unreadable(path: item.path, reason: "What the store holds of it cannot be read")
    }
    if edit != nil {
      account.markdown = try Disk.contents(of: reader.site.file(file), followingLinks: false)
        .bytes
    } else {
      // Where there is no report, the store's model is what is left of the edit.
      account.base = nil
      if try reader.look(file).file == .missing { return account }
    }
    if edit != state.edit { try follow(edit, of: file, base, state, &account, reporter) }
    return account
  }

  /// Takes over what a person has done since the last run over this part.
  private func follow(
    _ edit: Fingerprint?, of file: String, _ base: [UInt8]?, _ state: StoredNote,
    _ account: inout Account, _ reporter: Reporter
  ) throws(WorkspaceError) {
    // What was told of an edit before is over.
    account.findings.removeAll { $0.base == .site }
    if let base, let old = try? PostmortemJSON.decode(SourceText(name: file, bytes: base)) {
      account.postmortem = old
    }
    var findings: [Finding] = []
    if edit != nil {
      let draft = NoteDraft(postmortem: account.postmortem, sources: account.texts, findings: [])
      let edited = try EditedReport(
        reader.site.file(file), base: account.postmortem, draft: draft, reporter: reporter)
      account.postmortem = edited.postmortem
      account.base = edited.base
      findings = edited.findings
    }
    if state.edit != nil {
      let message =
        "Edited again since the last run over this part: what its note says otherwise since the first edit is not followed; run `postmortem folder` over the part"
      findings.append(Finding("part-behind", .note, message, in: file))
    }
    account.findings += findings.map { finding in
      var placed = finding
      placed.source = file
      return StoredFinding(.site, placed)
    }
  }
}
