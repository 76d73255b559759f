public import Evidence
import PostmortemModel

/// Drafts the notes that come in on standard input, a line of JSON each, and writes a line for each, in their order.
///
/// A line that is no note gives a line that says why, and the others go on. As little is held as is being worked on.
/// ``StreamSupervisor`` is at the other end; ``StreamMessage`` says what is passed.
public struct NoteStream: Sendable {
  private let jobs: Int
  private let run: NoteRun

  private struct Outcome: Sendable {
    var output: [UInt8]
    var findings: [Finding]
    var isDrafted: Bool
  }

  /// Works on up to `jobs` notes at a time, and reads them as `company` does.
  public init(jobs: Int, company: Company) {
    self.jobs = max(1, jobs)
    run = NoteRun(company: company)
  }

  /// Reads standard input to its end; `tell` hears what there is to tell of each line, and says whether the command is
  /// to fail for it.
  ///
  /// - Throws: `unreadable` where standard input cannot be read, `unwritable` where standard output cannot be written.
  public func run(
    fails: ([Finding]) -> Bool, tell: ([Finding]) -> Void
  ) async throws(WorkspaceError) {
    ChildProcess.endWithParent()
    var input = LineInput(limit: Disk.readLimit + StreamMessage.headSize)
    var failure: WorkspaceError?
    try Disk.print(StreamMessage.greeting, to: 1)
    await OrderedWork.run(
      jobs: jobs,
      next: { failure == nil ? input.next().map(StreamMessage.line) : nil },
      isReady: { input.isReady() },
      work: { [run] line, _ in Self.draft(line, run) },
      take: { outcome, _ in
        guard failure == nil else { return }
        let mark: StreamMessage.Mark =
          !outcome.isDrafted ? .failed : fails(outcome.findings) ? .findings : .fine
        do throws(WorkspaceError) {
          try Disk.print(StreamMessage.message(mark, outcome.output), to: 1)
        } catch {
          failure = error
          return
        }
        tell(outcome.findings)
      })
    if let failure = failure ?? input.failure { throw failure }
  }

  private static func draft(_ line: LineInput.Line, _ run: NoteRun) -> Outcome {
    do throws(StreamedNote.Mistake) {
      let note = try StreamedNote(line)
      let draft = run.draft(
        note.note, beside: note.answers, rows: [], id: note.id, after: [])
      return Outcome(
        output: StreamMessage.answer(draft.postmortem),
        findings: draft.findings, isDrafted: true)
    } catch {
      let finding = Finding("bad-line", .error, error.message, in: "-", at: error.position)
      return Outcome(
        output: StreamMessage.answer(to: error.id, finding.id, error.message),
        findings: [finding], isDrafted: false)
    }
  }
}
