import Evidence
import PostmortemModel

extension Rule {
  /// Asks at most five questions, those first whose answer would change the verdict most, and reports keys that nobody knows.
  static let openQuestions = Rule(
    id: "open-questions", summary: "What to ask the customer, and unknown keys"
  ) { reading, draft in
    let words = CauseWords(company: reading.knowledge.company)
    draft.postmortem.openQuestions = VerdictQuestions(draft.postmortem, words).ranked
      .prefix(5).map(\.question)
    for unknown in reading.note.layout.unknownKeys {
      draft.findings.append(
        Finding(
          "unknown-key", .note,
          "“\(unknown.key)” is no key that is known here; its answer is kept as a note",
          in: unknown.source, at: SourcePosition(line: unknown.line, column: unknown.column)))
    }
  }
}
