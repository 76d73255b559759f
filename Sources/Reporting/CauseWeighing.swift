package import PostmortemModel

/// What of the weighing of causes a reader needs: the causes that matter, the points that matter for each, and the rest in
/// a word.
package struct CauseWeighing: Sendable {
  /// Points for or against a cause that say the same, or one alone.
  package struct Reason: Sendable {
    /// What they say.
    package var what: String
    /// Their sum.
    package var points: Double
    /// The points, the weightiest first; none for what is too small to be told one by one.
    package var parts: [CausePoint]
  }

  /// A cause with what speaks for and against it.
  package struct Item: Sendable {
    /// The cause.
    package var category: CauseCategory
    /// Its points.
    package var points: Double
    /// What gave or took points, the weightiest first; what is small is one reason at the end.
    package var reasons: [Reason]
  }

  /// The causes that matter, strongest first: the verdict, what else played a part, what was given as the reason, the one
  /// that came next, and what was ruled out though much speaks for it.
  package let items: [Item]
  /// The causes of which less is to be said, strongest first.
  package let others: [CauseCandidate]
  /// How many causes there are of which hardly anything is to be said.
  package let rest: Int
  /// The cause with the most points that is not the verdict, of those of which the note says anything and that it does not
  /// rule out; where there are none but ruled out ones, of these.
  package let runnerUp: CauseCandidate?

  /// From so many points on a reason is told by itself.
  private static let least = 0.2
  /// From so many points on a cause that does not matter is named.
  private static let leastCause = 1.0

  /// All of the weighing behind `root`, point by point.
  package init(whole root: RootCause) {
    items = root.candidates.map { candidate in
      Item(
        category: candidate.category, points: candidate.points,
        reasons: candidate.because.map { Reason(what: $0.what, points: $0.points, parts: [$0]) })
    }
    (others, rest, runnerUp) = ([], 0, nil)
  }

  /// What matters of the weighing behind `root`, with what says the same added up.
  package init(_ root: RootCause) {
    // Points without evidence are there before anything is read: alone they make no cause to speak of.
    let told = root.candidates.filter { $0.because.contains { !$0.evidence.isEmpty } }
    let ruledOut = root.ruledOut.map(\.category)
    let rivals = told.indices.filter { told[$0].category != root.primary.category }
    let open = rivals.filter { !ruledOut.contains(told[$0].category) }
    let next = (open.isEmpty ? rivals : open).max { told[$0].points < told[$1].points }
    runnerUp = next.map { told[$0] }
    var wanted = [root.primary.category] + root.contributing.map(\.category)
    wanted += [root.statedReason?.category].compactMap(\.self)
    let most = told.map(\.points).max() ?? 0
    let matters = told.indices.map { index in
      index == next || wanted.contains(told[index].category)
        || ruledOut.contains(told[index].category) && told[index].points >= most / 4
    }
    items = told.indices.filter { matters[$0] }.map { Self.item(told[$0]) }
    let left = told.indices.filter { !matters[$0] }.map { told[$0] }
    others = left.filter { $0.points >= Self.leastCause }
    rest = left.count - others.count
  }

  /// What is to be said of all others in a sentence, or nothing where there are none: `Price (1.5) and 3 others`.
  package func sentence(_ write: (CauseCandidate) -> String) -> String? {
    var words = others.map(write)
    if rest > 0 { words.append(rest == 1 ? "1 other" : "\(rest) others") }
    return words.isEmpty ? nil : Wording.list(words)
  }

  /// Whether anything was weighed.
  package var isEmpty: Bool { items.isEmpty && others.isEmpty && rest == 0 }

  private static func item(_ candidate: CauseCandidate) -> Item {
    var reasons: [Reason] = []
    for point in candidate.because {
      let same = reasons.firstIndex {
        $0.what == point.what && ($0.points < 0) == (point.points < 0)
      }
      if let same {
        reasons[same].points += point.points
        reasons[same].parts.append(point)
      } else {
        reasons.append(Reason(what: point.what, points: point.points, parts: [point]))
      }
    }
    for index in reasons.indices {
      reasons[index].points = hundredths(reasons[index].points)
      reasons[index].parts.sort { abs($0.points) > abs($1.points) }
    }
    // A sort that keeps the order of equals.
    let ordered = reasons.enumerated().sorted {
      (-abs($0.element.points), $0.offset) < (-abs($1.element.points), $1.offset)
    }.map(\.element)
    let isSmall = { (reason: Reason) in
      abs(reason.points) < least || reason.what == CausePoint.smallerThings
    }
    var shown = ordered.filter { !isSmall($0) }
    let rest = hundredths(ordered.filter(isSmall).reduce(0) { $0 + $1.points })
    if abs(rest) >= 0.05 {
      let word = shown.isEmpty ? "small things" : CausePoint.smallerThings
      shown.append(Reason(what: word, points: rest, parts: []))
    }
    return Item(category: candidate.category, points: candidate.points, reasons: shown)
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
