import Chronology
import Evidence
import Language
import PostmortemModel

/// The names that a note uses, and the features that tell what each of them is: the account, the CSM, a rival.
struct NameFeatures {
  /// A name and every place where it stands.
  struct Name: Sendable {
    var text: String
    /// The name in lower case.
    var key: String
    var places: [(unit: Int, tokens: Range<Int>)]
    /// What is known of it before its places are looked at.
    var standing = Standing.other
    /// Whether it is made of words that name nothing by themselves.
    var isWorded = false
  }

  /// What a name is by itself.
  enum Standing: String, CaseIterable, Sendable {
    /// Somebody's.
    case person
    /// The account's own, or part of it.
    case account
    /// Of something that metadata say we sell.
    case ours
    /// A place's or a people's.
    case place
    /// A town's, though products and people may be called so as well.
    case town
    /// Of a tool that everybody has.
    case tool
    /// A word that begins a sentence.
    case ordinary
    /// An abbreviation in capitals.
    case capitals
    case other
  }

  let note: Note
  let names: [Name]
  private let lexicon: Lexicon
  /// The keys of names with which another name begins or ends.
  private let parts: Set<String>
  /// The first of the names that nothing is known of, and how many places that one of them has that has most.
  private let unknown: [Int]
  private let mostPlaces: Int
  /// Whether each unit holds a word that compares.
  private let compares: [Bool]

  init(note: Note, lexicon: Lexicon) {
    self.note = note
    self.lexicon = lexicon
    var collector = NameCollector(note: note)
    for (index, unit) in note.units.enumerated() { collector.add(unit, index) }
    let names = collector.named()
    self.names = names
    parts = Self.parts(of: names.map(\.key))
    let unknown = names.indices.filter { names[$0].standing == .other }
    self.unknown = Array(unknown.prefix(4))
    mostPlaces = unknown.map { names[$0].places.count }.max() ?? 0
    compares = note.units.map { unit in
      note.texts[unit.passage].tokens[unit.tokens].contains { Self.comparing.contains($0) }
    }
  }

  /// The verdicts on the names; as each may stand in many passages, none of them tells of another.
  func judged(by judge: Judge) -> Verdicts { judge.judge(in: names.map { _ in 0 }, read) }

  /// Calls `sink` for each feature of the name at `index`.
  func read(_ index: Int, _ sink: Judge.Sink) {
    let name = names[index]
    func tell(
      _ namespace: Feature.Namespace, _ value: String, _ more: String = "", _ most: String = ""
    ) {
      Feature.tell(namespace, value, more, most, to: sink)
    }
    tell(.shape, "times:\(min(4, name.places.count))")
    tell(.shape, "words:\(name.text.utf8.count { $0 == 0x20 } + 1)")
    tell(.shape, name.standing.rawValue)
    if name.isWorded {
      for kind in ["", name.standing.rawValue + ":"] { tell(.shape, kind, "worded") }
    }
    if let participant = participant(name.key) {
      tell(.shape, "person:\(participant.side)")
      if participant.turns > 0 { tell(.shape, "speaks:\(participant.side)") }
    }
    if parts.contains(name.key) { tell(.shape, "part") }
    if let place = name.places.first {
      let text = note.texts[note.units[place.unit].passage]
      if place.tokens.count == 1,
        ProperNames.hasInnerCapital(text.tokens[place.tokens.lowerBound], text)
      {
        tell(.shape, "camel")
      }
    }
    form(index, sink)
    for place in name.places.prefix(12) { read(place.unit, place.tokens, name.standing, sink) }
  }

  /// Tells the words that the name at `index` is made of and how it ends, and how it stands among those that nothing is
  /// known of.
  private func form(_ index: Int, _ sink: Judge.Sink) {
    let name = names[index]
    if let place = name.places.first {
      let text = note.texts[note.units[place.unit].passage]
      for token in text.tokens[place.tokens] where token.kind == .word {
        Feature.tell(.inside, word: token, of: text, to: sink)
      }
    }
    let ending = String(decoding: name.key.utf8.suffix(3), as: UTF8.self)
    Feature.tell(.shape, "ends:", ending, to: sink)
    Feature.tell(.shape, name.standing.rawValue, ":", ending, to: sink)
    guard let order = unknown.firstIndex(of: index) ?? (name.standing == .other ? 4 : nil) else {
      return
    }
    Feature.tell(.shape, "other:", "\(order)", to: sink)
    if name.places.count == mostPlaces { Feature.tell(.shape, "most", to: sink) }
    if unknown.count == 1 { Feature.tell(.shape, "sole", to: sink) }
  }

  private func read(_ index: Int, _ run: Range<Int>, _ standing: Standing, _ sink: Judge.Sink) {
    let unit = note.units[index]
    let passage = note.passage(of: unit)
    let text = note.texts[unit.passage]
    func tell(
      _ namespace: Feature.Namespace, _ value: String, _ more: String = "", _ most: String = ""
    ) {
      Feature.tell(namespace, value, more, most, to: sink)
    }
    let kind = standing.rawValue
    tell(.form, FeatureReader.formName(passage))
    // A short note has no beginning that would tell anything.
    if index < 4, note.units.count >= 16 { tell(.shape, "unit:", "\(index)") }
    if index < 12, note.units.count >= 16 { tell(.shape, "early") }
    let opens =
      unit.tokens.prefix(while: { !text.tokens[$0].isWordLike }).count + unit.tokens.lowerBound
    let isFirst = run.lowerBound == opens
    if isFirst { tell(.shape, "opens") }
    if run == unit.tokens { tell(.shape, "alone") }
    // What a place asks for is its first name more than any other, and never a person.
    func ask(_ namespace: Feature.Namespace, _ value: String) {
      tell(namespace, value)
      tell(namespace, kind, ":", value)
      if isFirst, unit.tokens.lowerBound == 0 { tell(namespace, kind, "!", value) }
    }
    for section in note.layout.path(of: passage.section) {
      for kind in note.layout.sections[section].kinds.prefix(1) { ask(.section, kind) }
    }
    if let question = passage.question {
      for asked in note.layout.questions[question].asks.prefix(1) { ask(.asked, asked) }
    }
    if let name = note.fieldName(ofPassage: unit.passage) {
      ask(.key, name)
    } else if case .value(let key) = passage.form {
      tell(.key, key == "from" || key == "subject" ? key : "unknown")
    }
    frames(unit, run, standing, text, sink)
    if isFirst, index > 0, isShortAnswer(run, unit, text),
      note.isQuestion(note.units[index - 1])
    {
      tell(.shape, kind, ":answers")
      let asked = note.texts[note.units[index - 1].passage].utf8[note.units[index - 1].range]
      if lexicon.fieldNames(of: Array(asked)).first == "competitors" {
        tell(.shape, kind, ":answers:competitors")
      }
    }
    if run.upperBound + 1 < text.tokens.count, unit.tokens.contains(run.upperBound + 1) {
      let beside = unit.tokens.clamped(to: run.upperBound..<run.upperBound + 8)
      if beside.contains(where: { Self.us.contains(text.tokens[$0]) }) {
        tell(.shape, kind, ":us")
      }
    }
    if compares[index] {
      tell(.shape, kind, ":compares")
    }
    for index in unit.tokens.clamped(to: run.lowerBound - Self.reach..<run.upperBound + Self.reach)
    where text.tokens[index].kind == .word && !run.contains(index) {
      Feature.tell(.near, word: text.tokens[index], of: text, to: sink)
    }
    for step in 1...3 {
      neighbour(.before, run.lowerBound - step, step, text, unit, sink)
      neighbour(.after, run.upperBound + step - 1, step, text, unit, sink)
    }
  }

  /// So many words before and behind a name tell what it is.
  private static let reach = 10

  private static let us = WordSet("us ourselves")
  private static let comparing = WordSet(
    "ours yours cheaper dearer uglier clunkier better simpler quicker instead")

  /// A name that is all that a sentence says, or that a mark parts from what follows.
  private func isShortAnswer(_ run: Range<Int>, _ unit: Unit, _ text: TokenizedText) -> Bool {
    run.upperBound >= unit.tokens.upperBound || text.tokens[run.upperBound].kind == .punctuation
  }

  /// What stands beside the name, and what its sentence speaks of.
  private func frames(
    _ unit: Unit, _ run: Range<Int>, _ standing: Standing, _ text: TokenizedText, _ sink: Judge.Sink
  ) {
    let kind = standing.rawValue
    func tell(_ value: String, _ more: String = "") {
      Feature.tell(.cue, value, more, to: sink)
    }
    let start = unit.frames.partitioningIndex {
      $0.tokens.lowerBound >= run.lowerBound - TokenizedText.reach
    }
    for frame in unit.frames[start...].prefix(while: { $0.tokens.lowerBound < run.upperBound + 2 })
    {
      let before = run.lowerBound - frame.tokens.upperBound
      let behind = frame.tokens.lowerBound - run.upperBound
      let isBefore = before >= 0 && before <= 1 && frame.name.hasSuffix("before")
      let isBehind = behind >= 0 && behind <= 1 && frame.name.hasSuffix("behind")
      guard isBefore || isBehind else { continue }
      tell(frame.name)
      tell(kind + ":", frame.name)
    }
    let first = unit.cues.partitioningIndex {
      $0.tokens.lowerBound >= run.lowerBound - TokenizedText.reach
    }
    let cues = unit.cues[first...].prefix {
      $0.tokens.lowerBound < run.upperBound + TokenizedText.reach
    }
    for cue in cues where cue.modality == .asserted {
      let gap = run.lowerBound - cue.tokens.upperBound
      if (0...4).contains(gap), case .role = cue.topic { tell(cue.topic.label, ":\(gap)") }
      if case .cause(.competitor) = cue.topic { tell(kind, ":competitor") }
      if case .signal(.competitorEvaluation) = cue.topic { tell(kind, ":evaluation") }
    }
  }

  private func neighbour(
    _ namespace: Feature.Namespace, _ index: Int, _ step: Int, _ text: TokenizedText, _ unit: Unit,
    _ sink: Judge.Sink
  ) {
    let word = Feature.tell(
      namespace, neighbour: index, step, in: unit.tokens, of: text, to: sink)
    if let word, step == 1 {
      Feature.tell(namespace == .before ? .first : .word, word: word, of: text, to: sink)
    }
  }

  private func participant(_ key: String) -> Participant? {
    note.layout.names.meant(by: key).map { note.layout.participants[$0] }
  }

  /// Those of `keys`, which all differ, with which another begins or ends: in order, what begins with one stands behind it.
  private static func parts(of keys: [String]) -> Set<String> {
    var parts: Set<String> = []
    func collect(_ spelled: [(key: String, bytes: [UInt8])]) {
      let ordered = spelled.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      for (part, whole) in zip(ordered, ordered.dropFirst())
      where whole.bytes.starts(with: part.bytes) {
        parts.insert(part.key)
      }
    }
    collect(keys.map { ($0, Array($0.utf8)) })
    collect(keys.map { ($0, $0.utf8.reversed()) })
    return parts
  }
}
