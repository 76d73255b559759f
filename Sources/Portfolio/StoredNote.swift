public import Evidence

/// What decides whether a note has to be worked on again.
public struct StoredNote: Equatable, Sendable {
  /// The digest of its path, its bytes and those of the answers beside it.
  public var input: Fingerprint
  /// The digest of what else shaped the model.
  public var draftedWith: Fingerprint
  /// The digest of what shaped the reports beside the model.
  public var renderedWith: Fingerprint
  /// The digest of the Markdown report as we write it.
  public var markdown: Fingerprint
  /// The digest of the HTML report as we write it.
  public var html: Fingerprint
  /// The digest of the JSON report as we write it.
  public var json: Fingerprint
  /// The digest of the Markdown report as a person edited it; nothing where nobody did.
  ///
  /// It is ``markdown`` too where it was edited in another folder of reports, and carried here.
  public var edit: Fingerprint?

  /// Creates a value from its parts.
  public init(
    input: Fingerprint, draftedWith: Fingerprint, renderedWith: Fingerprint,
    markdown: Fingerprint, html: Fingerprint, json: Fingerprint, edit: Fingerprint? = nil
  ) {
    self.input = input
    self.draftedWith = draftedWith
    self.renderedWith = renderedWith
    self.markdown = markdown
    self.html = html
    self.json = json
    self.edit = edit
  }

  /// The digests of the reports: Markdown, HTML, JSON.
  public var reports: [Fingerprint] { [markdown, html, json] }
}
