import Evidence

/// Recognises files that write each question and its answer as a record of their own, as vertical exports do.
enum QuestionAnswerPairs {
  /// What such files call the column of questions.
  private static let questionWords: Set<String> = [
    "question", "questions", "q", "field", "key", "prompt", "item", "frage",
  ]
  /// What such files call the column of answers.
  private static let answerWords: Set<String> = [
    "answer", "answers", "a", "response", "responses", "value", "reply", "antwort",
  ]

  /// Makes one record of `records` where each of them is a question and its answer; otherwise returns them as they are.
  static func folded(_ records: [AnswerRecord]) -> [AnswerRecord] {
    guard let first = records.first, records.allSatisfy({ isPair($0.answers) }) else {
      return records
    }
    let answers = records.map { record in
      var answer = record.answers[1]
      answer.path = [record.answers[0].text]
      return answer
    }
    return [AnswerRecord(source: first.source, line: first.line, answers: answers)]
  }

  private static func isPair(_ answers: [Answer]) -> Bool {
    answers.count == 2 && names(answers[0], oneOf: questionWords)
      && names(answers[1], oneOf: answerWords)
  }

  private static func names(_ answer: Answer, oneOf words: Set<String>) -> Bool {
    answer.path.count == 1 && answer.item == nil
      && words.contains(trimmed(answer.path[0]).lowercased())
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(text[first...last])
  }
}
