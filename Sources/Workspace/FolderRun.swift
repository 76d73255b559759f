import Answers
import Evidence
import PostmortemModel
public import Reporting

/// Drafts every note of a folder: reports in three formats and a page that lists them.
public struct FolderRun: Sendable {
  /// The folder of notes.
  public var notes: FilePath
  /// The folder that the reports go to.
  public var site: FilePath
  /// Answers about many accounts.
  public var answers: AnswersFile?
  /// How many notes are worked on at a time.
  public var jobs: Int
  /// What writes the reports.
  public var reporter: Reporter

  /// Creates a run.
  public init(
    notes: FilePath, site: FilePath, answers: AnswersFile? = nil, jobs: Int, reporter: Reporter
  ) {
    self.notes = notes
    self.site = site
    self.answers = answers
    self.jobs = max(1, jobs)
    self.reporter = reporter
  }

  private struct Outcome: Sendable {
    var draft: NoteDraft?
    var files: [(name: String, bytes: [UInt8])] = []
    var findings: [Finding] = []
  }

  /// Runs over the folder; `progress` hears how many notes of how many are done.
  ///
  /// Results are written in the order of the notes, whatever the number of jobs. A note that cannot be read is told of
  /// and counted, and the others go on.
  ///
  /// - Throws: `unreadable` where the folder cannot be read, `unwritable` where a report cannot be written.
  public func run(
    progress: (Int, Int) -> Void = { _, _ in }
  ) async throws(WorkspaceError) -> FolderSummary {
    // A folder of notes that is not there must not leave a folder of reports behind; and the latter is marked as ours
    // before notes are looked for, so that reports are not taken for notes.
    _ = try Disk.names(in: notes)
    var writer = try SiteWriter(site)
    let folder = try NoteFolder(notes)
    let names = ReportNames.names(for: folder.notes)
    var summary = FolderSummary(findings: folder.findings)
    summary.findings += answers?.findings ?? []
    var entries: [IndexEntry] = []
    var failure: WorkspaceError?
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var started = 0
      var written = 0
      var waiting: [Int: Outcome] = [:]
      let ahead = jobs * 4
      while written < folder.notes.count, failure == nil {
        while started < folder.notes.count, started - written < ahead,
          started - written - waiting.count < jobs
        {
          let (index, path, name) = (started, folder.notes[started], names[started])
          group.addTask { (index, outcome(of: notes.appending(path.bytes), named: name)) }
          started += 1
        }
        guard let (index, outcome) = await group.next() else { break }
        waiting[index] = outcome
        while let next = waiting.removeValue(forKey: written), failure == nil {
          do throws(WorkspaceError) {
            try take(next, &summary, &writer)
          } catch {
            failure = error
          }
          entries.append(entry(next, names[written], folder.notes[written]))
          written += 1
          progress(written, folder.notes.count)
        }
      }
      group.cancelAll()
    }
    if let failure { throw failure }
    summary.findings += try writer.write(
      TerminalText.text(reporter.index(entries)), to: "index.html")
    summary.findings += try writer.finish()
    summary.findings = summary.findings.sortedForReading()
    return summary
  }

  private func take(
    _ outcome: Outcome, _ summary: inout FolderSummary, _ writer: inout SiteWriter
  ) throws(WorkspaceError) {
    summary.findings += outcome.findings
    if outcome.draft == nil { summary.failed += 1 } else { summary.drafted += 1 }
    for file in outcome.files { summary.findings += try writer.write(file.bytes, to: file.name) }
  }

  private func outcome(of path: FilePath, named name: String) -> Outcome {
    let note: InputFile
    do throws(WorkspaceError) {
      note = try InputFile(reading: path, followingLinks: false)
    } catch {
      return Outcome(findings: error.findings)
    }
    let draft = NoteRun(answers: answers, isExport: true).draft(note, id: name)
    let files = ReportFormat.allCases.map { format in
      (
        name: "reports/\(name).\(format.fileExtension)",
        bytes: reporter.safeReport(draft.postmortem, sources: draft.sources, as: format)
      )
    }
    return Outcome(draft: draft, files: files, findings: draft.findings)
  }

  private func entry(_ outcome: Outcome, _ name: String, _ path: FilePath) -> IndexEntry {
    guard let draft = outcome.draft else {
      let reason = outcome.findings.first?.message ?? "It could not be read"
      return IndexEntry(failed: "\(path)", because: reason)
    }
    return IndexEntry(postmortem: draft.postmortem, link: "reports/\(name).html")
  }
}
