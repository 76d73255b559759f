import Evidence
import PostmortemModel

extension Rule {
  /// Says whom to notify, why it concerns them, what happened in their terms, and what is asked of them.
  static let departments = Rule(
    id: "departments", summary: "Whom to notify, why, and what is asked of them"
  ) { reading, draft in
    var notices = Notices(note: reading.note, postmortem: draft.postmortem)
    notices.collect(reading)
    draft.postmortem.departments = notices.composed
    draft.postmortem.relationship.csmRelated =
      draft.postmortem.rootCause.primary.category == .customerSuccess
  }
}

/// Collects what concerns each department and composes its notice from the evidence.
private struct Notices {
  let note: Note
  let postmortem: Postmortem
  /// What speaks for telling a department, in order.
  private var reasons: [(department: Department, why: String, evidence: [Excerpt], ask: String?)] =
    []

  init(note: Note, postmortem: Postmortem) {
    self.note = note
    self.postmortem = postmortem
  }

  mutating func collect(_ reading: Reading) {
    let primary = postmortem.rootCause.primary
    for department in Routing.departments(for: primary.category) {
      reasons.append(
        (
          department, Routing.why(primary.category), Array(primary.evidence.prefix(2)),
          Routing.ask(department, primary.category)
        ))
    }
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      let named = DepartmentNames.all(in: unit)
      guard !named.isEmpty else { continue }
      let topics =
        note.topics(of: passage) + [note.fieldName(ofPassage: unit.passage)].compactMap { $0 }
      let isAddressed =
        topics.contains("departments") || unit.cues.contains { $0.topic == .role("notify") }
      let isTask = reading.verdicts.score("action", index) > 0
      let isLesson = reading.verdicts.score("lesson", index) > 0
      guard isAddressed || isTask || isLesson else { continue }
      let excerpt = note.excerpt(of: unit)
      for department in named {
        let why =
          isAddressed
          ? "The note names you as needing to hear of it."
          : isLesson
            ? "A lesson of this loss concerns your work." : "A follow-up of this loss is with you."
        reasons.append((department, why, [excerpt], isTask || isLesson ? excerpt.quote : nil))
      }
    }
  }

  var composed: [DepartmentNotice] {
    Department.standard.compactMap { department in
      let own = reasons.filter { $0.department == department }
      guard let first = own.first else { return nil }
      var asks: [String] = []
      for ask in own.compactMap(\.ask) where !asks.contains(ask) { asks.append(ask) }
      var evidence: [Excerpt] = []
      for excerpt in own.flatMap(\.evidence) where !evidence.contains(excerpt) {
        evidence.append(excerpt)
      }
      return DepartmentNotice(
        department: department, why: first.why, message: message, asks: asks,
        evidence: Array(evidence.prefix(4)))
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
