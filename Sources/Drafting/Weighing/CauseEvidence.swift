import PostmortemModel

/// A unit that speaks of a cause, and the circumstances that make it count for more or less.
struct CauseEvidence: Sendable {
  var category: CauseCategory
  /// The index of the unit.
  var unit: Int
  /// How likely it is that the unit speaks of this cause, 0 to 1.
  var likelihood: Double
  /// Where it stands and how: its traits, the most telling first.
  var traits: [CauseTrait]

  /// Whether it rules the cause out.
  var isDenial: Bool { traits.contains { $0 == .denied || $0 == .excluded } }

  /// Whether it is what was learnt or will be done, and not what happened.
  var isConsequence: Bool { traits.contains { $0 == .lesson || $0 == .action } }
}

/// A circumstance of what speaks of a cause.
enum CauseTrait: String, CaseIterable, Sendable {
  /// Under a heading or in a row on what was ruled out.
  case excluded
  /// "Price was never the issue."
  case denied
  /// "We thought it was price", "if it had been price", "somebody said".
  case supposed
  /// In an answer to why they left, under such a heading or key.
  case reason
  /// In a sentence that says that this is what did it, or right behind one.
  case verdict
  /// Under a heading or in a sentence on what else played a part.
  case contributing
  /// In what was given as the reason.
  case stated
  /// In the moment from which it went wrong.
  case turning
  /// In what should be done differently.
  case lesson
  /// In what will be done.
  case action
  /// In a form's answer.
  case answer
  /// In the customer's own words.
  case customer
  /// Among the first sentences, among the last.
  case opening, closing
  /// In a heading.
  case heading
  /// Told at all.
  case told

  /// The circumstance in words, for explanations.
  var reason: String {
    switch self {
    case .excluded: "rules it out, where the note says what it was not"
    case .denied: "rules it out"
    case .supposed: "only supposes it"
    case .reason: "speaks for it where the note gives the reason"
    case .verdict: "speaks for it where the note says what decided it"
    case .contributing: "speaks for it where the note says what else played a part"
    case .stated: "speaks for it in what was given as the reason"
    case .turning: "speaks for it at the turning point"
    case .lesson: "speaks for it in a lesson"
    case .action: "speaks for it in a follow-up"
    case .answer: "speaks for it in an answer"
    case .customer: "speaks for it in the customer's own words"
    case .opening: "speaks for it in the first sentences"
    case .closing: "speaks for it in the last sentences"
    case .heading: "speaks for it in a heading"
    case .told: "speaks for it in the telling"
    }
  }
}

/// What a cause's standing among the others is told by.
enum CauseStanding: String, CaseIterable, Sendable {
  /// Always 1.
  case bias
  /// Its points, and how far they are behind the first cause's.
  case points, behind
  /// How clearly its clearest evidence speaks of it.
  case clearest
  /// What asserts it, and what denies it or only supposes it.
  case asserted, denied, excluded, supposed
  /// What calls it a reason, or another that played a part.
  case reason, contributing, customer
  /// Its place in the order of points, and how far it is ahead of the next.
  case place, ahead
  /// How long the note is: the root of its number of units.
  case length
}
