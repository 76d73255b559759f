import Evidence
import PostmortemModel

extension Rule {
  /// Says whom to notify, why it concerns them, what happened in their terms, and what is asked of them.
  static let departments = Rule(
    id: "departments", summary: "Whom to notify, why, and what is asked of them"
  ) { reading, draft in
    let note = reading.note
    let ledgers = DepartmentLedger.all(reading, causes: draft.postmortem.rootCause)
    draft.postmortem.departments = ledgers.filter { $0.isToHear(reading.knowledge.points) }
      .map {
        Notice(
          note: note, postmortem: draft.postmortem, ledger: $0, company: reading.knowledge.company
        ).composed
      }
    draft.postmortem.relationship.csmRelated =
      draft.postmortem.rootCause.primary.category == .customerSuccess
  }
}

/// Composes a department's notice from the evidence.
private struct Notice {
  let note: Note
  let postmortem: Postmortem
  let ledger: DepartmentLedger
  let company: CompanyRules

  private var primary: Cause { postmortem.rootCause.primary }

  var composed: DepartmentNotice {
    var whys: [String] = []
    var asks: [String] = []
    var evidence: [Excerpt] = []
    func add(_ excerpts: [Excerpt]) {
      for excerpt in excerpts where !evidence.contains(excerpt) { evidence.append(excerpt) }
    }
    if company.departments(for: primary.category).contains(ledger.department) {
      whys.append(company.why(primary.category))
      if let ask = Routing.ask(ledger.department, primary.category) { asks.append(ask) }
      add(Array(primary.evidence.prefix(2)))
    }
    for reason in ledger.reasons {
      guard let unit = reason.unit else { continue }
      let excerpt = note.excerpt(of: note.units[unit])
      let why = Self.why(reason.trait)
      if !whys.contains(why) { whys.append(why) }
      if reason.trait != .addressed, !asks.contains(excerpt.quote) { asks.append(excerpt.quote) }
      add([excerpt])
    }
    if evidence.isEmpty { add(Array(primary.evidence.prefix(2))) }
    return DepartmentNotice(
      department: ledger.department,
      why: whys.first ?? "A cause of this loss touches your work.", message: message, asks: asks,
      evidence: Array(evidence.prefix(4)))
  }

  private static func why(_ trait: DepartmentTrait) -> String {
    switch trait {
    case .addressed: "The note names you as needing to hear of it."
    case .inLesson, .lessonTopic: "A lesson of this loss concerns your work."
    default: "A follow-up of this loss is with you."
    }
  }

  /// What happened, in one sentence of facts.
  private var message: String {
    let account = postmortem.account
    var words = account.name ?? "The account"
    words += postmortem.outcome == .lost ? " left us" : " is at risk"
    if let date = account.churnDate { words += " (\(date))" }
    let summary = postmortem.rootCause.primary.summary
    return summary.isEmpty ? words + "." : words + ": “\(summary)”"
  }
}
