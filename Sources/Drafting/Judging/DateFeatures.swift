import Chronology
import Evidence
import Language
import PostmortemModel

/// Tells the features of the dates that a note names: what stands around them, and what their passage is.
struct DateFeatures {
  let note: Note
  /// The facts that the words of each passage with a date name.
  private let facts: [Int: [(name: String, match: PhraseMatch)]]
  private let unitOf: [Int?]
  /// The roles that the words of each unit with a date speak of, each once however often a long unit names it.
  private let rolesOf: [Int: [Cue]]
  /// What fields give each date, so that a date that the metadata name is known again in the text.
  private let fieldsOf: [PartialDate: [String]]
  private let first: Int
  private let last: Int
  /// The dates that the note has named before.
  private let repeated: Set<Int>

  init(note: Note, lexicon: Lexicon) {
    self.note = note
    var facts: [Int: [(name: String, match: PhraseMatch)]] = [:]
    for mention in note.chronology.mentions where facts[mention.passage] == nil {
      facts[mention.passage] = lexicon.namedFacts(in: note.texts[mention.passage])
    }
    self.facts = facts
    var unitOf = [Int?](repeating: nil, count: note.chronology.mentions.count)
    var rolesOf: [Int: [Cue]] = [:]
    for (index, unit) in note.units.enumerated() where !unit.dates.isEmpty {
      for mention in unit.dates { unitOf[mention] = index }
      var roles: [Cue] = []
      for cue in unit.cues {
        guard case .role = cue.topic, !roles.contains(where: { $0.topic == cue.topic }) else {
          continue
        }
        roles.append(cue)
      }
      rolesOf[index] = roles
    }
    self.rolesOf = rolesOf
    self.unitOf = unitOf
    var fieldsOf: [PartialDate: [String]] = [:]
    for field in note.layout.fields {
      guard let name = field.name, name.hasSuffix("_date"),
        let date = note.chronology.mentions(in: field.passage).first?.date
      else { continue }
      fieldsOf[date, default: []].append("is:" + name)
    }
    self.fieldsOf = fieldsOf
    let days = note.chronology.mentions.map(\.date.firstDay)
    first = days.min() ?? 0
    last = days.max() ?? 0
    var named: Set<PartialDate> = []
    repeated = Set(
      note.chronology.mentions.indices.filter {
        !named.insert(note.chronology.mentions[$0].date).inserted
      })
  }

  /// The unit that names the date at `index`.
  func unit(_ index: Int) -> Int? { unitOf[index] }

  /// How likely a date has to be the fact, in log-odds: of a note's dates the likeliest is mostly right long before it is
  /// more likely than not, as notes seldom say in full what a date is.
  static func floor(of field: String) -> Double { field == "churn_date" ? -3 : -2.5 }

  /// Calls `sink` for each feature of the mention at `index`.
  func read(_ index: Int, _ sink: Judge.Sink) {
    let mention = note.chronology.mentions[index]
    let passage = note.layout.passages[mention.passage]
    func tell(
      _ namespace: Feature.Namespace, _ value: String, _ more: String = "", _ most: String = ""
    ) {
      Feature.tell(namespace, value, more, most, to: sink)
    }
    let (role, basis) = (Self.name(mention.role), Self.name(mention.basis))
    let (tense, precision) = (Self.name(mention.tense), Self.name(mention.date.precision))
    tell(.shape, role)
    tell(.shape, basis)
    tell(.shape, tense)
    tell(.shape, precision)
    // What the words say of the time counts for more together: "by August" with a past verb, "last spring".
    tell(.shape, role + "-", tense, "-" + precision)
    tell(.shape, basis, "-", precision)
    tell(.shape, basis, "-", tense)
    if let day = note.chronology.noteDay {
      if mention.date == day { tell(.shape, "note-day") }
      if mention.date.firstDay > day.lastDay + 1 {
        tell(.shape, "behind-note")
        tell(.shape, mention.tense == .ahead ? "behind-note:ahead" : "behind-note:open")
      }
    }
    if repeated.contains(index) { tell(.shape, "repeat") }
    for field in fieldsOf[mention.date] ?? [] { tell(.shape, field) }
    if mention.range.lowerBound <= 2 { tell(.shape, "opens") }
    surroundings(mention, index) { tell(.shape, $0) }
    if mention.date.firstDay == last { tell(.shape, "latest") }
    if mention.date.firstDay == first { tell(.shape, "earliest") }
    if last > first {
      tell(.shape, "span:", "\((mention.date.firstDay - first) * 5 / (last - first))")
    }
    tell(.form, FeatureReader.formName(passage))
    tell(.side, FeatureReader.sideName(passage, in: note))
    for section in note.layout.path(of: passage.section) {
      for kind in note.layout.sections[section].kinds.prefix(1) { tell(.section, kind) }
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
      tell(.key, "col:", names.indices.contains(column) ? names[column] ?? "unknown" : "unknown")
      rowWords(table, row, except: column, sink)
    }
    around(mention, index, sink)
  }

  private static func name(_ role: DateMention.Role) -> String {
    switch role {
    case .event: "event"
    case .deadline: "deadline"
    case .spanEnd: "span-end"
    }
  }

  private static func name(_ basis: DateMention.Basis) -> String {
    switch basis {
    case .written: "written"
    case .yearInferred: "year-inferred"
    case .relative: "relative"
    }
  }

  private static func name(_ tense: DateMention.Tense) -> String {
    switch tense {
    case .past: "past"
    case .ahead: "ahead"
    case .open: "open"
    }
  }

  private static func name(_ precision: PartialDate.Precision) -> String {
    switch precision {
    case .year: "year"
    case .quarter: "quarter"
    case .month: "month"
    case .day: "day"
    }
  }

  /// The marks beside the date, and whether its sentence names other dates.
  private func surroundings(
    _ mention: DateMention, _ index: Int, _ tell: (String) -> Void
  ) {
    let utf8 = note.layout.passages[mention.passage].text.utf8
    var next = mention.range.upperBound
    while next < utf8.count, utf8[next] == 0x20 { next += 1 }
    if next < utf8.count {
      switch utf8[next] {
      case 0x3A: tell("colon")
      case 0x29, 0x5D: tell("closes")
      case 0x2D, 0xE2, 0x3D: tell("dash")
      case 0x2E: tell("stop")
      case 0x2C: tell("comma")
      default: break
      }
    } else {
      tell("ends-passage")
    }
    if mention.range.lowerBound > 0 {
      switch utf8[mention.range.lowerBound - 1] {
      case 0x28: tell("bracket")
      case 0x5B: tell("stamp")
      case 0x22, 0x27: tell("quoted")
      default: break
      }
    }
    let mentions = note.chronology.mentions(in: mention.passage)
    func isNear(_ other: DateMention) -> Bool {
      abs(other.range.lowerBound - mention.range.lowerBound) < 60
    }
    let beside =
      mentions[..<index].reversed().prefix(while: isNear).count { $0.range != mention.range }
      + mentions[(index + 1)...].prefix(while: isNear).count { $0.range != mention.range }
    if beside > 0 { tell(beside > 1 ? "beside:many" : "beside:one") }
  }

  private func around(_ mention: DateMention, _ number: Int, _ sink: Judge.Sink) {
    let text = note.texts[mention.passage]
    let start = text.token(at: mention.range.lowerBound)
    let end = text.token(at: mention.range.upperBound - 1) + 1
    let whole =
      start < text.tokens.count
      ? text.sentences[text.sentence(holding: start)] : 0..<text.tokens.count
    let sentence = whole.clamped(to: start - TokenizedText.reach..<end + TokenizedText.reach)
    for index in start..<end where text.tokens[index].kind == .word {
      Feature.tell(.inside, word: text.tokens[index], of: text, to: sink)
    }
    for index in sentence where text.tokens[index].kind == .word && !(start..<end).contains(index) {
      Feature.tell(.word, word: text.tokens[index], of: text, to: sink)
      if index < start, start - index <= 6 {
        Feature.tell(.before, word: text.tokens[index], of: text, to: sink)
      }
      if index < start, start - index <= 2 || index >= end, index - end < 1 {
        Feature.tell(.near, word: text.tokens[index], of: text, to: sink)
      }
      if index >= end, index - end < 5 {
        Feature.tell(.after, word: text.tokens[index], of: text, to: sink)
      }
    }
    let facts = facts[mention.passage] ?? []
    let firstFact = facts.partitioningIndex { $0.match.tokens.lowerBound >= sentence.lowerBound }
    for fact in facts[firstFact...].prefix(while: { sentence.contains($0.match.tokens.lowerBound) })
    where fact.match.weight >= 1 {
      Feature.tell(.cue, "field/", fact.name, to: sink)
      if fact.match.tokens.upperBound <= start,
        start - fact.match.tokens.upperBound <= 2
          || fact.match.tokens.lowerBound >= end && fact.match.tokens.lowerBound - end <= 1
      {
        Feature.tell(.cue, "near/", fact.name, to: sink)
      }
    }
    for cue in unitOf[number].flatMap({ rolesOf[$0] }) ?? [] {
      let (space, name) = cue.topic.pieces
      Feature.tell(.cue, space, name, to: sink)
    }
  }

  private func rowWords(_ table: Int, _ row: Int, except column: Int, _ sink: Judge.Sink) {
    for (other, cell) in note.layout.tables[table].rows[row].enumerated() where other != column {
      guard let cell else { continue }
      let text = note.texts[cell]
      for index in text.tokens.indices where text.tokens[index].kind == .word {
        Feature.tell(.word, word: text.tokens[index], of: text, to: sink)
      }
    }
  }

  /// What a mail of that date says first.
  private func mailWords(behind passage: Int, _ sink: Judge.Sink) {
    for next in note.layout.passages.indices.dropFirst(passage + 1).prefix(6) {
      if note.layout.mailDates.contains(next) { return }
      let text = note.texts[next]
      for index in text.tokens.indices where text.tokens[index].kind == .word {
        Feature.tell(.first, word: text.tokens[index], of: text, to: sink)
      }
    }
  }
}
