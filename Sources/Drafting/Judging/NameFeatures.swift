import Language
import PostmortemModel

/// The names that a note uses, and the features that tell what each of them is: the account, the CSM, a rival.
struct NameFeatures {
  /// A name and every place where it stands.
  struct Name: Sendable {
    var text: String
    var places: [(unit: Int, tokens: Range<Int>)]
  }

  let note: Note
  let names: [Name]

  init(note: Note) {
    self.note = note
    var names: [Name] = []
    var known: [String: Int] = [:]
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if case .value(let key) = passage.form, key == "to" || key == "date" { continue }
      let text = note.texts[unit.passage]
      for run in ProperNames.runs(in: unit.tokens, of: text) {
        let name = Self.withoutPossessive(text.text(of: run))
        guard name.utf8.count > 2, run.count <= 6 else { continue }
        let key = name.lowercased()
        if let place = known[key] {
          names[place].places.append((index, run))
        } else {
          known[key] = names.count
          names.append(Name(text: name, places: [(index, run)]))
        }
      }
    }
    self.names = names
  }

  private static func withoutPossessive(_ name: String) -> String {
    for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// Calls `sink` for each feature of the name at `index`.
  func read(_ index: Int, _ sink: Judge.Sink) {
    let name = names[index]
    func tell(_ namespace: Feature.Namespace, _ value: String) {
      sink(Feature(namespace, value), "\(namespace.rawValue)=\(value)")
    }
    tell(.shape, "times:\(min(4, name.places.count))")
    tell(.shape, "words:\(name.text.utf8.count { $0 == 0x20 } + 1)")
    if let participant = participant(name.text) {
      tell(.shape, "person:\(participant.side)")
      if participant.turns > 0 { tell(.shape, "speaks:\(participant.side)") }
    }
    if isPartOfLonger(name.text) { tell(.shape, "part") }
    for place in name.places.prefix(12) { read(place.unit, place.tokens, sink) }
  }

  private func read(_ index: Int, _ run: Range<Int>, _ sink: Judge.Sink) {
    let unit = note.units[index]
    let passage = note.passage(of: unit)
    let text = note.texts[unit.passage]
    func tell(_ namespace: Feature.Namespace, _ value: String) {
      sink(Feature(namespace, value), "\(namespace.rawValue)=\(value)")
    }
    let reader = FeatureReader(note: note)
    tell(.form, reader.formName(passage))
    if index < 4 { tell(.shape, "unit:\(index)") }
    if index < 12 { tell(.shape, "early") }
    if run.lowerBound == unit.tokens.lowerBound { tell(.shape, "opens") }
    if run == unit.tokens { tell(.shape, "alone") }
    for section in note.layout.path(of: passage.section) {
      for kind in section.kinds.prefix(1) { tell(.section, kind) }
    }
    if let question = passage.question {
      for asked in note.layout.questions[question].asks.prefix(1) { tell(.asked, asked) }
    }
    if let name = note.fieldName(ofPassage: unit.passage) {
      tell(.key, name)
    } else if case .value(let key) = passage.form {
      tell(.key, key == "from" || key == "subject" ? key : "unknown")
    }
    for cue in unit.cues where cue.modality == .asserted {
      let gap = run.lowerBound - cue.tokens.upperBound
      if (0...4).contains(gap), case .role = cue.topic { tell(.cue, cue.topic.label + ":\(gap)") }
      if case .cause(.competitor) = cue.topic { tell(.cue, "competitor") }
      if case .signal(.competitorEvaluation) = cue.topic { tell(.cue, "evaluation") }
    }
    for step in 1...3 {
      neighbour(.before, run.lowerBound - step, step, text, unit, sink)
      neighbour(.after, run.upperBound + step - 1, step, text, unit, sink)
    }
  }

  private func neighbour(
    _ namespace: Feature.Namespace, _ index: Int, _ step: Int, _ text: TokenizedText, _ unit: Unit,
    _ sink: Judge.Sink
  ) {
    guard unit.tokens.contains(index) else {
      if step == 1 { sink(Feature(namespace, "edge"), "\(namespace.rawValue)=:edge") }
      return
    }
    let token = text.tokens[index]
    let written = String(decoding: text.utf8[token.range], as: UTF8.self).lowercased()
    guard token.kind == .word else {
      if step == 1 {
        sink(Feature(namespace, "mark" + written), "\(namespace.rawValue)=:mark\(written)")
      }
      return
    }
    sink(Feature(namespace, stem: token.stem), "\(namespace.rawValue)=\(written)")
    if step == 1 {
      let side: Feature.Namespace = namespace == .before ? .first : .word
      sink(Feature(side, stem: token.stem), "\(side.rawValue)=\(written)")
    }
  }

  private func participant(_ name: String) -> Participant? {
    let wanted = name.lowercased()
    return note.layout.participants.first {
      let known = $0.name.lowercased()
      return known == wanted || known.hasPrefix(wanted + " ")
        || $0.aliases.contains { $0.lowercased() == wanted }
    }
  }

  private func isPartOfLonger(_ name: String) -> Bool {
    let wanted = name.lowercased()
    return names.contains {
      $0.text.utf8.count > name.utf8.count && $0.text.lowercased().contains(wanted)
    }
  }
}
