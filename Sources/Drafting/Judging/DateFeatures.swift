import Chronology
import Language
import PostmortemModel

/// Tells the features of the dates that a note names: what stands around them, and what their passage is.
struct DateFeatures {
  let note: Note
  /// The facts that the words of each passage with a date name.
  private let facts: [Int: [(name: String, match: PhraseMatch)]]
  private let unitOf: [Int?]
  private let first: Int
  private let last: Int

  init(note: Note, lexicon: Lexicon) {
    self.note = note
    var facts: [Int: [(name: String, match: PhraseMatch)]] = [:]
    for mention in note.chronology.mentions where facts[mention.passage] == nil {
      facts[mention.passage] = lexicon.namedFacts(in: note.texts[mention.passage])
    }
    self.facts = facts
    var unitOf = [Int?](repeating: nil, count: note.chronology.mentions.count)
    for (index, unit) in note.units.enumerated() {
      for mention in unit.dates { unitOf[mention] = index }
    }
    self.unitOf = unitOf
    let days = note.chronology.mentions.map(\.date.firstDay)
    first = days.min() ?? 0
    last = days.max() ?? 0
  }

  /// The unit that names the date at `index`.
  func unit(_ index: Int) -> Int? { unitOf[index] }

  /// Calls `sink` for each feature of the mention at `index`.
  func read(_ index: Int, _ sink: Judge.Sink) {
    let mention = note.chronology.mentions[index]
    let passage = note.layout.passages[mention.passage]
    func tell(_ namespace: Feature.Namespace, _ value: String) {
      sink(Feature(namespace, value), "\(namespace.rawValue)=\(value)")
    }
    tell(.shape, "\(mention.role)")
    tell(.shape, "\(mention.basis)")
    tell(.shape, "precision:\(mention.date.precision)")
    if mention.date.firstDay == last { tell(.shape, "latest") }
    if mention.date.firstDay == first { tell(.shape, "earliest") }
    if last > first { tell(.shape, "span:\((mention.date.firstDay - first) * 5 / (last - first))") }
    let reader = FeatureReader(note: note)
    tell(.form, reader.formName(passage))
    tell(.side, reader.sideName(passage))
    for section in note.layout.path(of: passage.section) {
      for kind in section.kinds.prefix(1) { tell(.section, kind) }
    }
    if let question = passage.question {
      for asked in note.layout.questions[question].asks.prefix(1) { tell(.asked, asked) }
    }
    if note.layout.mailDates.contains(mention.passage) {
      tell(.key, "mail")
      mailWords(behind: mention.passage, sink)
      return
    }
    if let name = note.fieldName(ofPassage: mention.passage) {
      tell(.key, name)
    } else if case .value = passage.form {
      tell(.key, "unknown")
    }
    if case .cell(let table, let row, let column) = passage.form {
      let names = note.layout.tables[table].columns
      tell(.key, "col:" + (names.indices.contains(column) ? names[column] ?? "unknown" : "unknown"))
      rowWords(table, row, except: column, sink)
    }
    around(mention, index, sink)
  }

  private func around(_ mention: DateMention, _ number: Int, _ sink: Judge.Sink) {
    let text = note.texts[mention.passage]
    let start = text.token(at: mention.range.lowerBound)
    let end = text.token(at: mention.range.upperBound - 1) + 1
    let sentence = text.sentences.first { $0.contains(start) } ?? 0..<text.tokens.count
    for index in sentence where text.tokens[index].kind == .word && !(start..<end).contains(index) {
      word(.word, text, index, sink)
      if index < start, start - index <= 6 { word(.before, text, index, sink) }
      if index >= end, index - end < 5 { word(.after, text, index, sink) }
    }
    for fact in facts[mention.passage] ?? []
    where sentence.contains(fact.match.tokens.lowerBound) && fact.match.weight >= 1 {
      sink(Feature(.cue, "field/" + fact.name), "cue=field/\(fact.name)")
    }
    if let unit = unitOf[number] {
      for cue in note.units[unit].cues {
        if case .role = cue.topic { sink(Feature(.cue, cue.topic.label), "cue=\(cue.topic.label)") }
      }
    }
  }

  private func rowWords(_ table: Int, _ row: Int, except column: Int, _ sink: Judge.Sink) {
    for (other, cell) in note.layout.tables[table].rows[row].enumerated() where other != column {
      guard let cell else { continue }
      let text = note.texts[cell]
      for index in text.tokens.indices where text.tokens[index].kind == .word {
        word(.word, text, index, sink)
      }
    }
  }

  /// What a mail of that date says first.
  private func mailWords(behind passage: Int, _ sink: Judge.Sink) {
    for next in note.layout.passages.indices.dropFirst(passage + 1).prefix(6) {
      if note.layout.mailDates.contains(next) { return }
      let text = note.texts[next]
      for index in text.tokens.indices where text.tokens[index].kind == .word {
        word(.first, text, index, sink)
      }
    }
  }

  private func word(
    _ namespace: Feature.Namespace, _ text: TokenizedText, _ index: Int, _ sink: Judge.Sink
  ) {
    sink(
      Feature(namespace, stem: text.tokens[index].stem),
      "\(namespace.rawValue)=\(String(decoding: text.utf8[text.tokens[index].range], as: UTF8.self).lowercased())"
    )
  }
}
