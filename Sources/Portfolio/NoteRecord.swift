public import Evidence
public import PostmortemModel

/// All that is kept of one note: what one piece of work gives.
public struct NoteRecord: Sendable {
  /// The name of its reports.
  public var name: String
  /// Its path below the folder of notes, as messages show it.
  public var path: String
  /// The digest of its bytes.
  public var content: Fingerprint
  /// What decides whether it has to be worked on again.
  public var state: StoredNote
  /// The post-mortem.
  public var postmortem: Postmortem
  /// The same as JSON.
  public var json: [UInt8]
  /// The post-mortem that the Markdown report was written from, as JSON, where a person has edited that since.
  public var base: [UInt8]?
  /// The texts that its evidence stands in, in the order of the post-mortem's sources.
  public var texts: [SourceText]
  /// What to tell about the note and its answers.
  public var findings: [StoredFinding]

  /// Creates a record from its parts.
  public init(
    name: String, path: String, content: Fingerprint, state: StoredNote, postmortem: Postmortem,
    json: [UInt8], base: [UInt8]? = nil, texts: [SourceText], findings: [StoredFinding]
  ) {
    self.name = name
    self.path = path
    self.content = content
    self.state = state
    self.postmortem = postmortem
    self.json = json
    self.base = base
    self.texts = texts
    self.findings = findings
  }
}
