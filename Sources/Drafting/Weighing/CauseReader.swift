import Language
import PostmortemModel

/// Collects what in a note speaks for or against each cause.
struct CauseReader {
  let reading: Reading
  /// The unit that the turning point rests on.
  let turningUnit: Int?

  private var note: Note { reading.note }

  func read() -> [CauseEvidence] {
    var evidence: [CauseEvidence] = []
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if note.layout.questionPassages.contains(unit.passage) { continue }
      if isAccountFact(unit) { continue }
      let context = context(of: index, unit, passage)
      for cue in unit.cues {
        guard case .cause(let category) = cue.topic else { continue }
        evidence.append(
          CauseEvidence(
            category: category, unit: index, weight: cue.weight,
            stance: stance(of: cue, context), context: context))
      }
    }
    return evidence + answeredQuestions()
  }

  /// A field that states a fact of the account says nothing of why it was lost, whatever words its value holds.
  private func isAccountFact(_ unit: Unit) -> Bool {
    note.fieldName(ofPassage: unit.passage).flatMap(Account.Field.init(rawValue:)) != nil
  }

  /// A question that names a cause and an answer that begins with "no" deny the cause.
  private func answeredQuestions() -> [CauseEvidence] {
    var evidence: [CauseEvidence] = []
    var previousTurn: Int?
    var answered: Set<Int> = []
    for (index, unit) in note.units.enumerated() where unit.range.lowerBound == firstByte(of: unit)
    {
      let passage = note.passage(of: unit)
      var asked: [CauseCategory] = []
      if let question = passage.question, !answered.contains(question),
        !note.layout.questionPassages.contains(unit.passage)
      {
        answered.insert(question)
        asked = causes(namedIn: Array(note.layout.questions[question].text.utf8))
      } else if let previousTurn, note.side(of: note.layout.passages[previousTurn]) == .us,
        note.side(of: passage) == .customer, note.texts[previousTurn].utf8.last == 0x3F
      {
        asked = causes(namedIn: note.texts[previousTurn].utf8)
      }
      if passage.speaker != nil { previousTurn = unit.passage }
      guard !asked.isEmpty, saysNo(unit) else { continue }
      evidence += asked.map {
        CauseEvidence(category: $0, unit: index, weight: 2, stance: .denied, context: .excluded)
      }
    }
    return evidence
  }

  private func firstByte(of unit: Unit) -> Int {
    note.texts[unit.passage].tokens.first?.range.lowerBound ?? 0
  }

  private func causes(namedIn text: [UInt8]) -> [CauseCategory] {
    var found: [CauseCategory] = []
    for (topic, _) in reading.knowledge.lexicon.cues(in: TokenizedText(text)) {
      if case .cause(let category) = topic, !found.contains(category) { found.append(category) }
    }
    return found
  }

  private static let refusals: Set<String> = [
    "no", "nope", "nah", "not", "never", "none", "neither", "nothing", "goodness", "nein", "ha",
    "non",
  ]

  private func saysNo(_ unit: Unit) -> Bool {
    let text = note.texts[unit.passage]
    let words = unit.tokens.lazy.filter { text.tokens[$0].isWordLike }.prefix(3).map {
      ProperNames.word(text.tokens[$0], text)
    }
    guard let first = words.first else { return false }
    if first == "ha" || first == "goodness" {
      return words.dropFirst().contains { Self.refusals.contains($0) }
    }
    return Self.refusals.contains(first)
  }

  private func stance(of cue: Cue, _ context: CauseEvidence.Context) -> CauseEvidence.Stance {
    switch cue.modality {
    case .denied: .denied
    case .asserted: context == .excluded ? .denied : .asserted
    default: .supposed
    }
  }

  private func context(of index: Int, _ unit: Unit, _ passage: Passage) -> CauseEvidence.Context {
    let topics = note.topics(of: passage)
    let field = note.fieldName(ofPassage: unit.passage)
    let names = (field.map { [$0] } ?? []) + topics
    if names.contains("ruled_out") || names.contains("ruled-out") { return .excluded }
    if names.contains("contributing") { return .contributing }
    if names.contains("root_cause") || names.contains("root-cause") { return .reason }
    if has("root-cause", unit) { return .verdict }
    if index > 0, has("root-cause", note.units[index - 1]),
      note.passage(of: note.units[index - 1]).section == passage.section
    {
      return .verdict
    }
    if has("contributing", unit) { return .contributing }
    if index == turningUnit { return .turning }
    if reading.verdicts.score("lesson", index) > 0 || reading.verdicts.score("action", index) > 0 {
      return .consequence
    }
    if note.side(of: passage) == .customer || !unit.quotations.isEmpty { return .customer }
    return index < 10 ? .opening : .plain
  }

  private func has(_ role: String, _ unit: Unit) -> Bool {
    unit.cues.contains { $0.topic == .role(role) && $0.modality != .denied }
  }
}
