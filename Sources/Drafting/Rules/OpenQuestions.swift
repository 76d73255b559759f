import Evidence
import PostmortemModel

extension Rule {
  /// Asks for what is missing, the most telling first, and reports keys that nobody knows.
  static let openQuestions = Rule(
    id: "open-questions", summary: "What to ask the customer, and unknown keys"
  ) { reading, draft in
    let model = draft.postmortem
    var questions: [OpenQuestion] = []
    func ask(_ field: String, _ question: String, if isMissing: Bool) {
      if isMissing { questions.append(OpenQuestion(field: field, question: question)) }
    }
    let primary = model.rootCause.primary
    ask(
      "root_cause.primary", "What was the one thing without which you would have stayed?",
      if: primary.category == .undetermined)
    if let runnerUp = model.rootCause.candidates.first(where: {
      $0.category != primary.category && $0.points > 0
    }),
      primary.category != .undetermined, primary.confidence < 0.6
    {
      questions.append(
        OpenQuestion(
          field: "root_cause.primary",
          question:
            "Which weighed more: \(primary.category.rawValue) or \(runnerUp.category.rawValue)?"))
    }
    ask(
      "turning_point", "Was there a moment when you knew that you would leave?",
      if: model.turningPoint == nil)
    ask(
      "turning_point.date", "When was that?",
      if: model.turningPoint != nil && model.turningPoint?.date == nil)
    ask(
      "relationship.win_back", "What would have to be true for you to come back?",
      if: model.relationship.winBack.likelihood == .notStated)
    ask("lessons", "What should we have done differently?", if: model.lessons.isEmpty)
    ask(
      "signals", "When did you first say to somebody that you were unhappy, and to whom?",
      if: model.signals.isEmpty)
    ask(
      "account.contract_value", "What was the contract worth a year?",
      if: model.account.contractValue == nil)
    ask("account.churn_date", "When does the contract end?", if: model.account.churnDate == nil)
    ask("account.notice_date", "When did they give notice?", if: model.account.noticeDate == nil)
    draft.postmortem.openQuestions = Array(questions.prefix(5))
    for unknown in reading.note.layout.unknownKeys {
      draft.findings.append(
        Finding(
          "unknown-key", .note,
          "“\(unknown.key)” is no key that is known here; its answer is kept as a note",
          in: unknown.source, at: SourcePosition(line: unknown.line, column: unknown.column)))
    }
  }
}
