public import Evidence
import PostmortemModel

/// Drafts the notes that come in on standard input, a line of JSON each, and writes a line for each, in their order.
///
/// A line that is no note gives a line that says why, and the others go on. As little is held as is being worked on.
public struct NoteStream: Sendable {
  private let jobs: Int

  /// How a stream ended.
  public struct Summary: Sendable {
    /// How many lines gave a model.
    public var drafted = 0
    /// How many did not.
    public var failed = 0
  }

  private struct Outcome: Sendable {
    var output: [UInt8]
    var findings: [Finding]
    var isDrafted: Bool
  }

  /// Works on up to `jobs` notes at a time.
  public init(jobs: Int) { self.jobs = max(1, jobs) }

  /// Reads standard input to its end; `tell` hears what there is to tell of each line.
  ///
  /// - Throws: `unreadable` where standard input cannot be read, `unwritable` where standard output cannot be written.
  public func run(tell: ([Finding]) -> Void) async throws(WorkspaceError) -> Summary {
    let run = NoteRun()
    var input = LineInput()
    var summary = Summary()
    var failure: WorkspaceError?
    await OrderedWork.run(
      jobs: jobs,
      next: { failure == nil ? input.next() : nil },
      isReady: { input.isReady() },
      work: { line, _ in Self.draft(line, run) },
      take: { outcome, _ in
        guard failure == nil else { return }
        do throws(WorkspaceError) {
          try Disk.print(outcome.output, to: 1)
        } catch {
          failure = error
          return
        }
        if outcome.isDrafted { summary.drafted += 1 } else { summary.failed += 1 }
        tell(outcome.findings)
      })
    if let failure = failure ?? input.failure { throw failure }
    return summary
  }

  private static func draft(_ line: LineInput.Line, _ run: NoteRun) -> Outcome {
    do throws(StreamedNote.Mistake) {
      let note = try StreamedNote(line)
      let draft = run.draft(
        note.note, beside: note.answers, rows: [], id: note.id, after: [])
      return Outcome(
        output: text(PostmortemJSON.encode(draft.postmortem)), findings: draft.findings,
        isDrafted: true)
    } catch {
      let finding = Finding("bad-line", .error, error.message, in: "-", at: error.position)
      return Outcome(
        output: text(PostmortemJSON.encode(failureOf: error.id, finding.id, error.message)),
        findings: [finding], isDrafted: false)
    }
  }

  private static func text(_ json: [UInt8]) -> [UInt8] {
    CompactJSON.compact(TerminalText.json(json)) + [0x0A]
  }
}
