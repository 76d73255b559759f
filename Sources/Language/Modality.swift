/// How a statement stands in a note.
public enum Modality: String, CaseIterable, Sendable {
  /// Said to be so.
  case asserted
  /// Said not to be so: `price was never the issue`.
  case denied
  /// Put as a condition, a possibility or a question: `if support had been quicker`.
  case hypothetical
  /// Somebody's guess: `we thought it was price`.
  case guessed
  /// Passed on from nobody in particular: `apparently`, `people say`.
  case hearsay
}
