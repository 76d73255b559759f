import Corrections
import Evidence
import PostmortemModel
import Reporting

/// A Markdown report that a person has edited, brought together with what its note says.
struct EditedReport: Sendable {
  /// The digest of the report as it is.
  let print: Fingerprint
  /// The post-mortem that the other reports follow.
  private(set) var postmortem: Postmortem
  /// The model that the report was written from, as JSON.
  let base: [UInt8]
  /// What to tell.
  private(set) var findings: [Finding] = []

  private let path: FilePath

  /// Reads a report.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - base: The model that it was written from.
  ///   - draft: What the note says now.
  ///   - reporter: What reports are written with.
  /// - Throws: `unreadable`; what is no draft is told in the findings.
  init(
    _ path: FilePath, base: Postmortem, draft: NoteDraft, reporter: Reporter
  ) throws(WorkspaceError) {
    self.path = path
    let (bytes, _) = try Disk.contents(of: path, followingLinks: false)
    print = Fingerprint(of: bytes)
    postmortem = draft.postmortem
    self.base = PostmortemJSON.encode(base)
    let text = SourceText(name: path.sourceName, bytes: bytes)
    do throws(DraftError) {
      let edit = try CorrectedDraft(reading: text, notes: draft.sources)
      guard Self.canRead(draft, writtenWith: reporter) else {
        keep(
          "the templates that reports are written with do not carry all that the built-in ones do")
        return
      }
      // What a report does not carry is in neither, so that it is no edit.
      let merge = Merge(
        base: try Self.readBack(base, draft.sources), edit: edit.postmortem,
        note: try Self.readBack(draft.postmortem, draft.sources))
      postmortem = merge.merged
      postmortem.sources = draft.postmortem.sources
      tell(merge)
      findings += edit.findings.map { placed($0) }
    } catch {
      keep(error.finding.message)
    }
  }

  /// What a report carries of a post-mortem.
  private static func readBack(
    _ model: Postmortem, _ texts: [SourceText], _ reporter: Reporter? = nil
  ) throws(DraftError) -> Postmortem {
    let reporter = try? reporter ?? Reporter()
    let bytes = reporter?.safeReport(model, sources: texts, as: .markdown) ?? []
    return try CorrectedDraft(reading: SourceText(name: "report", bytes: bytes)).postmortem
  }

  /// Whether reports have a form that is read back as the built-in one is.
  private static func canRead(_ draft: NoteDraft, writtenWith reporter: Reporter) -> Bool {
    let own = try? readBack(draft.postmortem, draft.sources, reporter)
    let builtIn = try? readBack(draft.postmortem, draft.sources)
    return own != nil && own == builtIn
  }

  private mutating func tell(_ merge: Merge) {
    add(
      "report-edited", .note,
      merge.edited.isEmpty
        ? "Edited by hand, in nothing that the other reports have"
        : "Edited by hand; the other reports follow it in \(Self.list(merge.edited))")
    // How causes were weighed, and what was read, changes with every word of a note.
    let followed = merge.followed.filter {
      !$0.utf8.starts(with: "root_cause.candidates".utf8) && !$0.utf8.starts(with: "sources".utf8)
    }
    if !followed.isEmpty {
      add(
        "report-behind", .note,
        "The note has changed since this was edited: the other reports follow it in \(Self.list(followed)), and this one, which is yours, does not; `postmortem render` writes it anew from the JSON report"
      )
    }
    for clash in merge.clashes {
      add(
        "edit-clash", .warning,
        "Both the report and the note were changed in \(clash.field): the report's \(clash.kept) was kept, the note now gives \(clash.other)"
      )
    }
  }

  private mutating func keep(_ reason: String) {
    add(
      "kept-edited", .warning,
      "Kept: it was edited by hand, but the other reports do not follow it: \(reason); delete it to have it written anew"
    )
  }

  private mutating func add(_ id: String, _ severity: Finding.Severity, _ message: String) {
    findings.append(Finding(id, severity, message, in: "\(path)"))
  }

  private func placed(_ finding: Finding) -> Finding {
    var finding = finding
    finding.source = "\(path)"
    return finding
  }

  private static func list(_ fields: [String]) -> String {
    var seen: Set<String> = []
    return fields.filter { seen.insert($0).inserted }.listed(most: 12)
  }
}
