public import Evidence
public import PostmortemModel

/// A Markdown report read back into a post-mortem, as a person may have corrected it.
///
/// `docs/report-format.md` says where each field stands. Reading is tolerant: dates, amounts and names may be written in
/// other ways, items may be reworded, added and taken out. What no field takes is told in the findings, with its words.
public struct CorrectedDraft: Sendable {
  /// The post-mortem as the draft has it.
  public let postmortem: Postmortem
  /// What could not be read, with its place in the draft.
  public let findings: [Finding]

  /// The newest form of drafts that can be read, and the one that reports have.
  public static let formVersion = 1

  /// Reads a draft; `notes` are inputs at hand, from which lines are taken that the draft newly refers to.
  ///
  /// - Throws: `DraftError` where the text is no report in the built-in form.
  public init(reading source: SourceText, notes: [SourceText] = []) throws(DraftError) {
    var reader = DraftReader(source, notes: notes)
    try reader.read()
    postmortem = reader.model
    findings = reader.findings
  }
}
