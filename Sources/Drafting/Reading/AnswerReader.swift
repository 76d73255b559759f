import Answers
import Chronology
import Evidence
import PostmortemModel

extension NoteLayout {
  /// Adds the answers as passages: short keys are fields, whole questions are questions.
  mutating func append(_ record: AnswerRecord, lexicon: Lexicon) {
    append(record.answers, source: record.source, isAnswer: true, lexicon: lexicon)
  }

  /// Adds key-value pairs of the answers file or of the note's own front matter.
  mutating func append(_ answers: [Answer], source: String, isAnswer: Bool, lexicon: Lexicon) {
    for answer in answers where !answer.text.isEmpty {
      let key = answer.path.last ?? ""
      let names = lexicon.fieldNames(of: Array(answer.path.joined(separator: " ").utf8))
      let isQuestion =
        key.utf8.contains(0x3F) || Bytes.wordCount(0..<key.utf8.count, in: Array(key.utf8)) > 4
      let text = PassageText(
        answer: Array(answer.text.utf8), lines: answer.line...max(answer.line, answer.endLine))
      var passage = Passage(
        form: isAnswer ? .answer(question: key) : .value(key: key), text: text, source: source,
        section: 0)
      if isAnswer || isQuestion {
        questions.append(Question(text: key, asks: names))
        passage.question = questions.count - 1
      }
      if answer.path.count > 1, let item = answer.item {
        groups.append(
          AnswerGroup(name: answer.path[0], item: item, key: key, passage: passages.count))
      }
      passages.append(passage)
      if names.isEmpty, !isQuestion, !key.isEmpty {
        unknownKeys.append((key, answer.line, answer.column, source))
      }
      fields.append(
        Field(
          key: key, name: names.first, passage: passages.count - 1, isAnswer: isAnswer,
          column: answer.column))
    }
  }

  /// The dates of the account that fields give: they anchor the dates of the telling.
  var knownDates: [PartialDate] {
    fields.compactMap { field in
      guard let name = field.name, name.hasSuffix("_date") else { return nil }
      return DateReader.date(from: passages[field.passage].text.utf8[...])
    }
  }

  /// What the chronology is to make of a passage.
  func datedPassage(_ index: Int) -> DatedPassage {
    let passage = passages[index]
    let context: DatedPassage.Context
    if mailDates.contains(index) {
      context = .header
    } else {
      switch passage.form {
      case .heading: context = .heading
      case .value: context = .metadata
      case .answer: context = passage.text.utf8.count < 30 ? .metadata : .text
      default: context = .text
      }
    }
    return DatedPassage(utf8: passage.text.utf8[...], context: context)
  }
}
