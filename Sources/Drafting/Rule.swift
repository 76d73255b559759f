public import Evidence
public import PostmortemModel

/// One rule of reading: it looks at the whole note and fills one part of the post-mortem.
struct Rule: Sendable {
  /// A stable name, such as `turning-point`.
  let id: String
  /// What it does, in a sentence.
  let summary: String
  /// Fills its part.
  let apply: @Sendable (Reading, inout Draft) -> Void
}

/// What rules look at: the note, what its units seem to be, and the vocabulary.
struct Reading: Sendable {
  let note: Note
  let verdicts: Verdicts
  let knowledge: Knowledge
}

/// A drafted post-mortem, and what there is to say about its inputs.
public struct Draft: Sendable {
  /// The post-mortem.
  public var postmortem: Postmortem
  /// What was wrong with the inputs, or unclear in them.
  public var findings: [Finding]
}
