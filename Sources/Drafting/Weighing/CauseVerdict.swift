import Evidence
import PostmortemModel

/// Turns weighed causes into a verdict.
struct CauseVerdict {
  let candidates: [CauseCandidate]
  let points: CausePoints

  var rootCause: RootCause {
    let standing = candidates.filter { $0.points > 0 && !isRuledOut($0) }
    guard let first = standing.first, first.points >= points["floor.primary"] else {
      return RootCause(
        primary: Cause(category: .undetermined, controllable: .partly),
        ruledOut: ruledOut(except: []), candidates: candidates)
    }
    let contributing = standing.dropFirst().filter {
      $0.points >= points["floor.contributing"]
        && $0.points >= first.points * points["share.contributing"]
    }
    return RootCause(
      primary: cause(first), contributing: contributing.prefix(3).map(cause),
      ruledOut: ruledOut(except: [first.category] + contributing.map(\.category)),
      candidates: candidates)
  }

  /// What is denied more than it is asserted.
  private func isRuledOut(_ candidate: CauseCandidate) -> Bool {
    let denied = candidate.because.filter { $0.points < 0 }.reduce(0) { $0 - $1.points }
    let asserted = candidate.because.filter { $0.points > 0 }.reduce(0) { $0 + $1.points }
    return denied > asserted * 0.6
  }

  private func ruledOut(except kept: [CauseCategory]) -> [RuledOutCause] {
    candidates.filter { !kept.contains($0.category) && isRuledOut($0) }.map { candidate in
      RuledOutCause(
        category: candidate.category,
        evidence: candidate.because.filter { $0.points < 0 }.prefix(2).flatMap(\.evidence))
    }
  }

  private func cause(_ candidate: CauseCandidate) -> Cause {
    let strongest = candidate.because.filter { $0.points > 0 }
    return Cause(
      category: candidate.category, summary: strongest.first?.evidence.first?.quote ?? "",
      controllable: Self.controllable(candidate.category), confidence: confidence(of: candidate),
      evidence: strongest.prefix(3).flatMap(\.evidence))
  }

  /// The candidate's share of all that speaks for anything, on the scale that the labelled notes gave.
  private func confidence(of candidate: CauseCandidate) -> Double {
    let temperature = max(0.1, points["temperature"])
    let all = candidates.filter { $0.points > 0 }.reduce(0.0) {
      $0 + Exponential.of($1.points / temperature)
    }
    let other = Double(max(0, CauseCategory.standard.count - candidates.count - 1))
    return (100 * Exponential.of(candidate.points / temperature) / (all + other)).rounded() / 100
  }

  /// What the vendor could have prevented, as churn practitioners commonly draw the line.
  static func controllable(_ category: CauseCategory) -> Controllable {
    switch category {
    case .productQuality, .onboarding, .support, .customerSuccess, .salesFit: .yes
    case .budget, .restructuring, .businessClosure: .no
    default: .partly
    }
  }
}
