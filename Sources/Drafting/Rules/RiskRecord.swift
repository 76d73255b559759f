import PostmortemModel

extension Rule {
  /// Completes the record of the risk: its stage, its dates, its incidents.
  static let riskRecord = Rule(id: "risk-record", summary: "The record of the risk") {
    reading, draft in
    let account = draft.postmortem.account
    var risk = RiskRecord()
    risk.stage = draft.postmortem.outcome == .recovered ? .closedSuccessful : .closedUnsuccessful
    risk.identifiedOn = draft.postmortem.signals.compactMap(\.date).min()
    risk.closedOn = account.churnDate ?? account.noticeDate
    if let identified = risk.identifiedOn, let closed = risk.closedOn, identified <= closed,
      identified.precision == .day, closed.precision == .day
    {
      risk.daysAtRisk = closed.firstDay - identified.firstDay
    }
    risk.incidents = draft.postmortem.timeline.count { $0.kind == .incident }
    risk.departmentOwner = draft.postmortem.departments.first?.department.rawValue
    risk.actionOwner = draft.postmortem.actions.compactMap(\.owner).first
    for field in reading.note.layout.fields {
      let value = reading.note.text(ofPassage: field.passage)
      switch field.name {
      case "leadership_owner": risk.leadershipOwner = value
      case "department_owner":
        let department = reading.knowledge.company.department(named: value)
        risk.departmentOwner = department?.rawValue ?? value
      case "action_owner": risk.actionOwner = value
      default: continue
      }
    }
    draft.postmortem.risk = risk
  }
}
