import Evidence
import PostmortemModel

/// Adds up what speaks for each cause, and keeps every point with its reason.
struct CauseWeigher {
  let note: Note
  let points: CausePoints

  /// The causes that anything speaks for or against, strongest first.
  func candidates(_ evidence: [CauseEvidence]) -> [CauseCandidate] {
    var byCategory: [CauseCategory: [CauseEvidence]] = [:]
    for item in evidence { byCategory[item.category, default: []].append(item) }
    return byCategory.map { category, items in candidate(category, items) }.sorted {
      ($1.points, $0.category.rawValue) < ($0.points, $1.category.rawValue)
    }
  }

  /// Repeating oneself adds ever less: the n-th phrase of a stance in a context counts 1/n.
  private func candidate(_ category: CauseCategory, _ items: [CauseEvidence]) -> CauseCandidate {
    var seen: [String: Int] = [:]
    var because: [CausePoint] = []
    let ordered = items.sorted {
      (abs($1.weight * points.factor($1)), $0.unit) < (abs($0.weight * points.factor($0)), $1.unit)
    }
    var lines: Set<Int> = []
    for item in ordered {
      let key = item.stance.rawValue + item.context.rawValue
      // Two phrases of one sentence are one reason.
      guard lines.insert(item.unit * 4 + item.stance.hashOrder).inserted else { continue }
      seen[key, default: 0] += 1
      let value = item.weight * points.factor(item) / Double(seen[key, default: 1])
      guard abs(value) >= 0.05 else { continue }
      because.append(
        CausePoint(
          what: Self.reason(item), points: (value * 10).rounded() / 10,
          evidence: [note.excerpt(of: note.units[item.unit])]))
    }
    let sum = because.reduce(points.prior(category)) { $0 + $1.points }
    return CauseCandidate(category: category, points: (sum * 10).rounded() / 10, because: because)
  }

  /// The reason in words.
  private static func reason(_ item: CauseEvidence) -> String {
    let stance =
      switch item.stance {
      case .asserted: "speaks for it"
      case .denied: "rules it out"
      case .supposed: "only supposes it"
      }
    let context =
      switch item.context {
      case .reason: "where the note gives the reason"
      case .verdict: "where the note says what decided it"
      case .contributing: "where the note says what else played a part"
      case .excluded: "where the note says what it was not"
      case .turning: "at the turning point"
      case .consequence: "in a lesson or a follow-up"
      case .customer: "in the customer's own words"
      case .opening: "in the first sentences"
      case .plain: "in the telling"
      }
    return "\(stance), \(context)"
  }
}

extension CauseEvidence.Stance {
  fileprivate var hashOrder: Int {
    switch self {
    case .asserted: 0
    case .denied: 1
    case .supposed: 2
    }
  }
}
