import Evidence
import PostmortemModel

extension Rule {
  /// Lists the warnings that came before the loss, each with its kind.
  static let signals = Rule(id: "signals", summary: "Warnings before the loss") { reading, draft in
    let note = reading.note
    let kinds = SignalKind.allCases.compactMap { kind in
      reading.verdicts.column("signal/" + kind.rawValue).map { (kind: kind, column: $0) }
    }
    var told: Set<Excerpt> = []
    for (index, unit) in note.units.enumerated() where reading.verdicts.score("signal", index) > 0 {
      let likeliest = kinds.max {
        reading.verdicts.score($0.column, index) < reading.verdicts.score($1.column, index)
      }
      let excerpt = note.excerpt(of: EventText.of(unit, in: note).unit)
      guard let kind = likeliest?.kind, !told.contains(excerpt) else { continue }
      let date = reading.moments.date(of: index)
      if let date, !isBeforeTheLoss(date, draft.postmortem.account) { continue }
      told.insert(excerpt)
      draft.postmortem.signals.append(
        Signal(kind: kind, what: excerpt.quote, date: date, evidence: [excerpt]))
    }
  }

  /// The day on which the contract starts warns of nothing, and what comes with the notice or after it warns too late.
  private static func isBeforeTheLoss(_ date: PartialDate, _ account: Account) -> Bool {
    if let start = account.startDate, date.lastDay <= start.lastDay { return false }
    guard let end = account.noticeDate ?? account.churnDate else { return true }
    return date.firstDay < end.firstDay
  }
}
