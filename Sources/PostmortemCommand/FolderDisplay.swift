import Evidence
import Workspace

/// Shows how far a run over a folder is, and what came of it.
struct FolderDisplay {
  /// What is shown of a run.
  struct Style {
    /// The folder that is written to.
    var output: String
    var isQuiet = false
    var isVerbose = false
    var isDryRun = false
  }

  private let console: Console
  private let style: Style
  private let start: Int
  private let isLive: Bool
  private var lastShown = 0
  /// When notes began to be drafted, and how many were done by then.
  private var begun: (second: Int, done: Int)?
  private var isOnScreen = false

  /// Begins at `start`, in seconds.
  init(console: Console, style: Style, start: Int) {
    self.console = console
    self.style = style
    self.start = start
    isLive = console.isWatched && !style.isQuiet && !style.isVerbose
  }

  /// Tells of a note that is done.
  mutating func show(_ progress: FolderRun.Progress) {
    if let what = progress.what {
      if style.isDryRun, what != "unchanged" {
        console.list("\(what) \(progress.note) -> reports/\(progress.name)")
      } else if style.isVerbose {
        console.say("\(what): \(progress.note) -> reports/\(progress.name)")
      }
    }
    guard isLive else { return }
    let now = Disk.now()
    // Once a second is often enough for an eye, and costs nothing beside the work.
    guard now != lastShown, now > start else { return }
    lastShown = now
    isOnScreen = true
    guard progress.what != nil else {
      return console.progress(
        "looked into \(progress.done) of \(progress.total) notes, \(progress.note)")
    }
    if begun == nil { begun = (now - 1, progress.done) }
    let (since, before) = begun ?? (start, 0)
    let rate = Double(progress.done - before + 1) / Double(now - since)
    let left = rate > 0 ? Int((Double(progress.total - progress.done) / rate).rounded(.up)) : 0
    console.progress(
      "\(progress.done) of \(progress.total) notes, \(Int(rate))/s, \(Self.duration(left)) left, \(progress.note)"
    )
  }

  /// Takes the line off the screen.
  mutating func clear() {
    if isOnScreen { console.progress("") }
    isOnScreen = false
  }

  /// The findings that are printed: of mere notes no more than some of a kind, unless all are asked for.
  func shown(_ findings: [Finding]) -> [Finding] {
    if style.isQuiet { return findings.filter { $0.severity == .error } }
    if style.isVerbose { return findings }
    var counts: [String: Int] = [:]
    var shown: [Finding] = []
    for finding in findings {
      guard finding.severity == .note else {
        shown.append(finding)
        continue
      }
      counts[finding.id, default: 0] += 1
      if counts[finding.id, default: 0] <= Self.limit { shown.append(finding) }
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.limit {
      let message =
        "\(count - Self.limit) more of this kind; the view “findings” of the store has all of them"
      shown.append(Finding(id, .note, message, in: "\(style.output)/portfolio.sqlite"))
    }
    return shown
  }

  private static let limit = 10

  /// What came of the run, and where to look.
  func lines(_ summary: FolderSummary) -> [String] {
    let verbs =
      style.isDryRun
      ? ["to be drafted", "to be rendered", "unchanged", "to be removed", "unreadable"]
      : ["drafted", "rendered anew", "unchanged", "removed", "failed"]
    let counts = [
      summary.drafted, summary.rendered, summary.unchanged, summary.removed, summary.failed,
    ]
    var parts = zip(counts, verbs).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let notes = summary.notes == 1 ? "1 note" : "\(summary.notes) notes"
    parts.insert(notes, at: 0)
    let place = style.isDryRun ? "" : "; see \(style.output)/index.html"
    var lines = ["\(parts.joined(separator: ", "))\(place)"]
    var findings: [String: Int] = [:]
    for finding in summary.findings { findings[finding.id, default: 0] += 1 }
    if summary.findings.count > 9 {
      let list = findings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.value) \($0.key)" }
      lines.append("Findings: \(list.joined(separator: ", "))")
    }
    return lines
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 100 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
  }
}
