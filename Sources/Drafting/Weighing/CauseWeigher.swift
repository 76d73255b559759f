import Evidence
import PostmortemModel

/// Adds up what speaks for and against each cause, and keeps every point with its reason.
struct CauseWeigher {
  let note: Note
  let points: VerdictPoints
  let company: CompanyRules

  /// Fewer points are not worth showing by themselves.
  static let least = 0.25

  /// The causes that anything speaks for or against, strongest first.
  func ledgers(_ evidence: [CauseEvidence]) -> [CauseLedger] {
    var byCategory: [CauseCategory: [CauseEvidence]] = [:]
    for item in evidence { byCategory[item.category, default: []].append(item) }
    // Some causes are spoken of more often than they are why, the more the longer the note.
    let length = Double(note.units.count).squareRoot()
    return byCategory.map {
      CauseLedger(
        category: $0, evidence: $1, points: points.cause,
        bias: length * points["cause-bias.\($0.rawValue)"])
    }.sorted { ($1.points, $0.category.rawValue) < ($0.points, $1.category.rawValue) }
  }

  /// A ledger as the model shows it: the points that matter, each with its reason and evidence.
  func candidate(_ ledger: CauseLedger) -> CauseCandidate {
    let told = ledger.entries.prefix(8).prefix { abs($0.points) >= Self.least }
    let because = told.map { entry in
      CausePoint(
        what: entry.evidence.traits.first?.reason ?? "", points: Self.tenths(entry.points),
        evidence: [note.excerpt(of: note.units[entry.evidence.unit])])
    }
    let rest = Self.tenths(ledger.entries.dropFirst(told.count).reduce(0) { $0 + $1.points })
    let smaller = CausePoint(what: CausePoint.smallerThings, points: rest, evidence: [])
    return CauseCandidate(
      category: ledger.category, points: Self.tenths(ledger.points),
      because: because + (rest == 0 ? [] : [smaller]) + asARule(ledger))
  }

  private func asARule(_ ledger: CauseLedger) -> [CausePoint] {
    guard abs(ledger.bias) >= 0.05 else { return [] }
    return [
      CausePoint(
        what: ledger.bias < 0
          ? "is often spoken of without being why they left"
          : "is seldom spoken of without being why they left",
        points: Self.tenths(ledger.bias), evidence: [])
    ]
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// What speaks for and against one cause.
struct CauseLedger {
  /// A piece of evidence and the points that it gives.
  struct Entry {
    var evidence: CauseEvidence
    var points: Double
  }

  let category: CauseCategory
  /// The evidence, the weightiest first.
  private(set) var entries: [Entry]
  /// How much of each trait there is, in the order of the cases.
  private(set) var amounts = [Double](repeating: 0, count: CauseTrait.allCases.count)
  /// What it counts by itself in a note of this length.
  let bias: Double
  /// What the note's own evidence counts.
  let evident: Double
  /// What the evidence counts and what the cause counts by itself.
  var points: Double { evident + bias }

  /// Repeating oneself adds ever less: the n-th sentence of a trait counts n to the power of -0.4.
  init(
    category: CauseCategory, evidence: [CauseEvidence], points: VerdictPoints.Group<CauseTrait>,
    bias: Double
  ) {
    self.category = category
    self.bias = bias
    let ordered = evidence.sorted { ($1.likelihood, $0.unit) < ($0.likelihood, $1.unit) }
    var seen = [Int](repeating: 0, count: CauseTrait.allCases.count)
    entries = []
    for item in ordered {
      var sum = 0.0
      for trait in item.traits {
        guard let index = CauseTrait.allCases.firstIndex(of: trait),
          seen[index] < Self.discount.count
        else { continue }
        let amount = item.likelihood * Self.discount[seen[index]]
        seen[index] += 1
        amounts[index] += amount
        sum += amount * points[index]
      }
      entries.append(Entry(evidence: item, points: sum))
    }
    evident = points.sum(amounts)
    entries.sort {
      (abs($1.points), $1.evidence.likelihood, $0.evidence.unit)
        < (abs($0.points), $0.evidence.likelihood, $1.evidence.unit)
    }
  }

  /// How much of a trait there is.
  func amount(_ trait: CauseTrait) -> Double {
    CauseTrait.allCases.firstIndex(of: trait).map { amounts[$0] } ?? 0
  }

  /// What its standing is told by, in the order of ``CauseStanding``: of a note with so many units, behind a first cause with `top`
  /// points, at a place among all causes, and before one with `next` points.
  func standing(units: Int, behind top: Double, place: Int, before next: Double?) -> [Double] {
    let clearest = entries.lazy.filter { !$0.evidence.isDenial }.map(\.evidence.likelihood).max()
    return CauseStanding.allCases.map { trait in
      switch trait {
      case .bias: 1
      case .points: points
      case .behind: top - points
      case .clearest: clearest ?? 0
      case .asserted: amount(.told)
      case .denied: amount(.denied)
      case .excluded: amount(.excluded)
      case .supposed: amount(.supposed)
      case .reason: amount(.reason) + amount(.verdict)
      case .contributing: amount(.contributing)
      case .customer: amount(.customer)
      case .place: Double(place)
      case .ahead: points - (next ?? Self.nothing)
      case .length: Double(units).squareRoot()
      }
    }
  }

  /// What stands behind the last cause.
  private static let nothing = -3.0

  /// What the n-th sentence of a trait counts; those after the last count nothing.
  private static let discount = [
    1, 0.758, 0.644, 0.574, 0.525, 0.488, 0.459, 0.435, 0.415, 0.398,
    0.383, 0.37, 0.358, 0.348, 0.339, 0.33, 0.322, 0.315, 0.308, 0.302,
  ]
}
