import Evidence
import PostmortemModel

/// Turns weighed causes into a verdict.
struct CauseVerdict {
  let ledgers: [CauseLedger]
  let weigher: CauseWeigher
  private let points: VerdictPoints
  /// The strongest of the causes that the note's own evidence carries.
  private let first: CauseLedger?
  /// How each cause stands behind the first, in the order of the ledgers.
  private let standings: [[Double]]

  /// A verdict on causes that are weighed, strongest first.
  init(ledgers: [CauseLedger], weigher: CauseWeigher) {
    self.ledgers = ledgers
    self.weigher = weigher
    let floor = weigher.points["floor.primary"]
    points = weigher.points
    let first = ledgers.first { $0.evident >= floor }
    let top = (first ?? ledgers.first)?.points ?? 0
    standings = ledgers.enumerated().map { place, ledger in
      let next = ledgers.indices.contains(place + 1) ? ledgers[place + 1].points : nil
      return ledger.standing(
        units: weigher.note.units.count, behind: top, place: place, before: next)
    }
    self.first = first
  }

  var rootCause: RootCause {
    // Of a cause for which next to nothing speaks there is nothing to show.
    let candidates = ledgers.filter { $0.evident >= 0.75 }.map(weigher.candidate)
    guard let first else {
      return RootCause(
        primary: Cause(category: .undetermined, controllable: .partly),
        ruledOut: ruledOut(except: []), candidates: candidates)
    }
    let contributing = ledgers.indices.filter {
      ledgers[$0].category != first.category && !isRuledOut($0) && contribution($0) > 0
    }
    return RootCause(
      primary: cause(first, confidence: confidence(of: first)),
      contributing: contributing.prefix(3).map {
        cause(ledgers[$0], confidence: Probability.ofLogOdds(contribution($0)))
      },
      ruledOut: ruledOut(except: [first.category] + contributing.map { ledgers[$0].category }),
      candidates: candidates)
  }

  /// The log-odds that the cause of the ledger at `index` played a part.
  private func contribution(_ index: Int) -> Double {
    points.contributing.sum(standings[index])
      + points["contributing-bias.\(ledgers[index].category.rawValue)"]
  }

  /// Whether what is said against the cause of the ledger at `index` outweighs what speaks for it.
  private func isRuledOut(_ index: Int) -> Bool { points.ruledOut.sum(standings[index]) > 0 }

  private func ruledOut(except kept: [CauseCategory]) -> [RuledOutCause] {
    ledgers.enumerated().compactMap { index, ledger in
      guard isRuledOut(index), !kept.contains(ledger.category) else { return nil }
      let denials = ledger.entries.filter(\.evidence.isDenial)
        .sorted { $0.evidence.likelihood > $1.evidence.likelihood }
      guard let plainest = denials.first?.evidence.likelihood else { return nil }
      // What stands beside a denial may seem to speak of the same cause a little.
      let plain = denials.prefix(2).filter { $0.evidence.likelihood * 2 >= plainest }
      return RuledOutCause(category: ledger.category, evidence: excerpts(plain))
    }
  }

  private func cause(_ ledger: CauseLedger, confidence: Double) -> Cause {
    // What happened tells a cause better than what follows from it, if it tells it at all.
    let asserted = ledger.entries.filter { !$0.evidence.isDenial }
    // What stands beside a telling sentence may get a few points for it, but tells nothing itself.
    let least = max(CauseWeigher.least, (asserted.map(\.points).max() ?? 0) / 3)
    let told = asserted.filter { $0.points >= least }
    let ordered =
      told.filter { !$0.evidence.isConsequence } + told.filter(\.evidence.isConsequence)
    let strongest = excerpts((told.isEmpty ? asserted : ordered).prefix(3))
    return Cause(
      category: ledger.category, summary: strongest.first?.quote ?? "",
      controllable: weigher.company.controllable(ledger.category), confidence: confidence,
      evidence: strongest)
  }

  private func excerpts(_ entries: some Sequence<CauseLedger.Entry>) -> [Excerpt] {
    entries.map { weigher.note.excerpt(of: weigher.note.units[$0.evidence.unit]) }
  }

  /// How often a cause with such points among such others was the labelled one, by the labelled notes.
  private func confidence(of ledger: CauseLedger) -> Double {
    let scale = max(0.1, points["scale.confidence"])
    let all = CauseCategory.standard.count + weigher.company.categories.count
    let others = Double(all - ledgers.count)
    let sum = ledgers.reduce(others * Exponential.of(-ledger.points / scale)) {
      $0 + Exponential.of(($1.points - ledger.points) / scale)
    }
    // No reading of a note is certain.
    return min(99, (100 / sum).rounded()) / 100
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
