public import Evidence

/// What decides whether a note has to be worked on again.
public struct StoredNote: Equatable, Sendable {
  /// The digest of its path, its bytes and those of the answers beside it.
  public var input: Fingerprint
  /// The digest of what else shaped the model.
  public var draftedWith: Fingerprint
  /// The digest of what shaped the reports beside the model.
  public var renderedWith: Fingerprint
  /// The digests of the reports as we write them: Markdown, HTML, JSON.
  public var reports: [Fingerprint]

  /// Creates a value from its parts.
  public init(
    input: Fingerprint, draftedWith: Fingerprint, renderedWith: Fingerprint, reports: [Fingerprint]
  ) {
    self.input = input
    self.draftedWith = draftedWith
    self.renderedWith = renderedWith
    self.reports = reports
  }
}
