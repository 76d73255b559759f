import Evidence
import PostmortemModel

extension Rule {
  /// Lists the warnings that came before the loss, each with its kind.
  static let signals = Rule(id: "signals", summary: "Warnings before the loss") { reading, draft in
    let note = reading.note
    for (index, unit) in note.units.enumerated() where reading.verdicts.score("signal", index) > 0 {
      let kind = SignalKind.allCases.max {
        reading.verdicts.score("signal/" + $0.rawValue, index)
          < reading.verdicts.score("signal/" + $1.rawValue, index)
      }
      let told = EventText.of(unit, in: note).unit
      let excerpt = note.excerpt(of: told)
      guard let kind, !draft.postmortem.signals.contains(where: { $0.evidence == [excerpt] }) else {
        continue
      }
      let date = Moments.date(of: index, in: note)
      if let date, !isBeforeTheLoss(date, draft.postmortem.account) { continue }
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
