public import Evidence
import Portfolio

/// What came of a folder.
public struct FolderSummary: Sendable {
  /// How many notes were read and have reports now.
  public var drafted = 0
  /// How many reports were written anew from a model that was kept.
  public var rendered = 0
  /// How many notes are as they were.
  public var unchanged = 0
  /// How many notes are gone, and their reports with them.
  public var removed = 0
  /// How many notes have no report, or none of what they say now.
  public var failed = 0
  /// Whether something beside the notes could not be done: the index page, or the removal of a report.
  public var isIncomplete = false
  /// What to tell about notes, answers and reports, sorted.
  public var findings: [Finding] = []

  /// How many notes there are.
  public var notes: Int { drafted + rendered + unchanged + failed }
}

extension FolderSummary {
  /// Counts what there is to do.
  mutating func count(_ outcome: NoteOutcome) {
    findings += outcome.findings
    switch outcome.work {
    case .unchanged: unchanged += 1
    case .rendered, .toRender: rendered += 1
    case .drafted, .toDraft: drafted += 1
    case .failed: failed += 1
    }
  }
}
