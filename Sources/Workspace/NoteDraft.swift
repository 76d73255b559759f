public import Evidence
public import PostmortemModel

/// What came of one note.
public struct NoteDraft: Sendable {
  /// The post-mortem.
  public var postmortem: Postmortem
  /// The texts that its evidence stands in: the note, and its answers where there are any.
  public var sources: [SourceText]
  /// What to tell about the inputs, with their paths, sorted.
  public var findings: [Finding]

  /// Creates a value from its parts.
  public init(postmortem: Postmortem, sources: [SourceText], findings: [Finding]) {
    self.postmortem = postmortem
    self.sources = sources
    self.findings = findings
  }
}
