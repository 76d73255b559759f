import Chronology
import Language
import PostmortemModel

/// Tells the features of a note's units: words, cues, place and speaker, and those of their neighbours.
///
/// `Sink` takes each feature; the second argument writes it out as the model's file would, for training.
struct FeatureReader {
  private let note: Note
  /// The labels of each unit's cues with how they stand, each once.
  private let labels: [[Label]]

  /// A label of the vocabulary and how what it says stands.
  private struct Label: Equatable {
    var topic: Lexicon.Topic
    var modality: Modality

    /// What is told of it: the namespace, the name, and how it stands where it is not asserted.
    var pieces: (String, String, String) {
      let (namespace, name) = topic.pieces
      return (namespace, name, modality == .asserted ? "" : "~" + modality.rawValue)
    }
  }

  init(note: Note) {
    self.note = note
    labels = note.units.map(Self.labels)
  }

  /// Calls `sink` for each feature of the unit at `index`.
  func read(_ index: Int, _ sink: Judge.Sink) {
    let unit = note.units[index]
    let passage = note.passage(of: unit)
    place(unit, passage, sink)
    tell(.cue, index, sink)
    if index > 0, near(index, index - 1) { tell(.before, index - 1, sink) }
    if index + 1 < note.units.count, near(index, index + 1) { tell(.after, index + 1, sink) }
    words(unit, sink)
    shape(unit, passage, index, sink)
  }

  /// Tells the labels of the unit at `index`.
  private func tell(_ namespace: Feature.Namespace, _ index: Int, _ sink: Judge.Sink) {
    for label in labels[index] {
      let (space, name, stance) = label.pieces
      Feature.tell(namespace, space, name, stance, to: sink)
    }
  }

  /// Neighbours count within one section and one input.
  private func near(_ one: Int, _ other: Int) -> Bool {
    let left = note.passage(of: note.units[one])
    let right = note.passage(of: note.units[other])
    return left.section == right.section && left.source == right.source
  }

  private func place(_ unit: Unit, _ passage: Passage, _ sink: Judge.Sink) {
    func tell(_ namespace: Feature.Namespace, _ value: String, _ more: String = "") {
      Feature.tell(namespace, value, more, to: sink)
    }
    let form = Self.formName(passage)
    tell(.form, form)
    tell(.side, Self.sideName(passage, in: note))
    var kinds = 0
    for section in note.layout.path(of: passage.section) {
      for kind in note.layout.sections[section].kinds.prefix(2) {
        tell(.section, kind, section == passage.section ? "!" : "")
        // An item right below a heading says what the heading announces; a sentence there may say anything.
        if section == passage.section { tell(.section, kind, "!" + form) }
        kinds += 1
      }
    }
    if kinds == 0 { tell(.section, "none") }
    if let question = passage.question {
      for asked in note.layout.questions[question].asks.prefix(2) {
        tell(.asked, asked)
        tell(.asked, asked, "!" + form)
      }
    }
    switch passage.form {
    case .value(let key):
      tell(.key, note.fieldName(ofPassage: unit.passage) ?? (key.isEmpty ? "none" : "unknown"))
    case .cell(let table, let row, let column):
      let columns = note.layout.tables[table].columns
      tell(
        .key, "col:", columns.indices.contains(column) ? columns[column] ?? "unknown" : "unknown")
      for (other, name) in columns.enumerated() where other != column {
        if let name, note.layout.tables[table].rows[row].indices.contains(other) {
          tell(.key, "row:", name)
        }
      }
    default: break
    }
  }

  private func words(_ unit: Unit, _ sink: Judge.Sink) {
    let text = note.texts[unit.passage]
    var previous: Token?
    for index in unit.tokens where text.tokens[index].isWordLike {
      let token = text.tokens[index]
      if token.kind == .word {
        Feature.tell(.word, word: token, of: text, to: sink)
        Feature.tell(beginning: token, of: text, to: sink)
        if previous == nil { Feature.tell(.first, word: token, of: text, to: sink) }
        if let previous, previous.kind == .word {
          sink(
            Feature(.pair, stems: previous.stem, token.stem),
            "ww=\(ProperNames.word(previous, text)) \(ProperNames.word(token, text))")
        }
      }
      previous = token
    }
  }

  private func shape(
    _ unit: Unit, _ passage: Passage, _ index: Int, _ sink: Judge.Sink
  ) {
    func tell(_ value: String, _ more: String = "") {
      Feature.tell(.shape, value, more, to: sink)
    }
    let utf8 = note.texts[unit.passage].utf8
    let words = note.texts[unit.passage].tokens[unit.tokens].count(where: \.isWordLike)
    tell(words < 4 ? "tiny" : words < 9 ? "short" : words < 25 ? "middling" : "long")
    // In a note of a few lines it says nothing where one stands.
    if note.units.count >= 10 {
      let tenth = index * 10 / note.units.count
      tell("tenth:", Self.digits[tenth])
      if tenth <= 1 { tell("early") }
      if tenth >= 7 { tell("late") }
    }
    let dates = note.chronology.mentions[unit.dates]
    if dates.contains(where: { $0.role == .event }) { tell("date") }
    if dates.contains(where: { $0.role == .deadline }) { tell("deadline") }
    if dates.isEmpty { tell("undated") }
    if !unit.quotations.isEmpty {
      let quoted = unit.quotations.reduce(0) { $0 + $1.count }
      tell(quoted * 10 > unit.range.count * 6 ? "quoted" : "quotes")
    }
    if note.isQuestion(unit) { tell("question") }
    if utf8[unit.range].contains(0x21) { tell("exclaims") }
    if passage.quoteDepth > 0 { tell("quotation") }
    if note.layout.questionPassages.contains(unit.passage) { tell("asks") }
    if case .item(let task?) = passage.form { tell(task == .done ? "done" : "open") }
    if unit.range.lowerBound == 0 { tell("opens") }
  }

  private static let digits = (0..<10).map(String.init)

  private static func labels(of unit: Unit) -> [Label] {
    var labels: [Label] = []
    for cue in unit.cues {
      let label = Label(topic: cue.topic, modality: cue.modality)
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  static func formName(_ passage: Passage) -> String {
    switch passage.form {
    case .heading: "heading"
    case .paragraph: "sentence"
    case .item: "item"
    case .cell: "cell"
    case .value: "value"
    case .answer: "answer"
    case .turn: "turn"
    case .code: "code"
    }
  }

  static func sideName(_ passage: Passage, in note: Note) -> String {
    if passage.isWriters {
      if case .answer = passage.form { return "answers" }
      return "writer"
    }
    switch note.side(of: passage) {
    case .us: return "us"
    case .customer: return "customer"
    case .unknown: return "unknown"
    }
  }
}

extension Lexicon.Topic {
  /// The topic as the vocabulary writes it.
  var label: String { pieces.namespace + pieces.name }

  /// The topic as the vocabulary writes it, in two pieces.
  var pieces: (namespace: String, name: String) {
    switch self {
    case .cause(let category): ("cause/", category.rawValue)
    case .signal(let kind): ("signal/", kind.rawValue)
    case .department(let department): ("dept/", department.rawValue)
    case .role(let name): ("role/", name)
    case .field(let name): ("field/", name)
    case .section(let name): ("section/", name)
    case .name(let name): ("name/", name)
    case .other(let label): (label, "")
    }
  }
}
