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

  /// What the chronology is to make of a passage, which may be the value of a field that is known.
  func datedPassage(_ index: Int, field: String?) -> DatedPassage {
    let passage = passages[index]
    var dated = DatedPassage(utf8: passage.text.utf8[...])
    switch passage.form {
    case .heading: dated.context = .heading
    case .value(let key):
      dated.context = .metadata
      dated.label = Array(key.utf8)[...]
    case .answer where passage.text.utf8.count < 30: dated.context = .metadata
    case .cell(let table, let row, let column) where passage.text.utf8.count < 40:
      for case let (other, cell?) in tables[table].rows[row].enumerated() where other != column {
        dated.label += passages[cell].text.utf8 + [0x20]
      }
    case .item(.open?): dated.isPlan = true
    // "Mail, 04.02.2025" on a line of its own heads what follows.
    case .paragraph where passage.text.utf8.count <= 40 && passage.text.utf8.last != 0x2E:
      if DateReader.date(from: passage.text.utf8[...]) != nil { dated.context = .heading }
    default: break
    }
    if mailDates.contains(index) { dated.context = .header }
    if dated.context == .metadata {
      dated.field = field.flatMap(Self.meaning)
    } else if !dated.isPlan {
      dated.isPlan = path(of: passage.section).contains {
        sections[$0].kinds.first == "actions"
      }
    }
    return dated
  }

  /// What a field's date is the date of.
  private static func meaning(ofField name: String) -> DatedPassage.Field? {
    switch name {
    case "interview_date", "date": .noteDay
    case "start_date": .start
    case "notice_date": .notice
    case "churn_date", "renewal_date": .end
    default: nil
    }
  }
}
