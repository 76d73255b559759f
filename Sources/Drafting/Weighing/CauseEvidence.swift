import PostmortemModel

/// One phrase that speaks of a cause, and the circumstances that make it count for more or less.
struct CauseEvidence: Sendable {
  var category: CauseCategory
  /// The index of the unit that holds it.
  var unit: Int
  /// How specific the phrase is, by the vocabulary.
  var weight: Double
  var stance: Stance
  var context: Context

  /// Whether the phrase speaks for the cause.
  enum Stance: String, CaseIterable, Sendable {
    case asserted
    /// "Price was never the issue."
    case denied
    /// "We thought it was price", "if it had been price", "somebody said".
    case supposed
  }

  /// Where it stands, the most telling circumstance first.
  enum Context: String, CaseIterable, Sendable {
    /// In an answer to why they left, under such a heading or key.
    case reason
    /// In a sentence that says that this is what did it, or right behind one.
    case verdict
    /// Under a heading or in a sentence on what else played a part.
    case contributing
    /// Under a heading or in a row on what was ruled out.
    case excluded
    /// In the moment from which it went wrong.
    case turning
    /// In what should be done differently or will be done.
    case consequence
    /// In the customer's own words.
    case customer
    /// Among the first sentences of the note.
    case opening
    /// Anywhere else.
    case plain
  }
}
