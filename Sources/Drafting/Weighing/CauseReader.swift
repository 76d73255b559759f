import Chronology
import Language
import PostmortemModel

/// Collects what in a note speaks for or against each cause.
struct CauseReader {
  let reading: Reading
  /// The unit that the turning point rests on.
  let turningUnit: Int?

  private var note: Note { reading.note }
  /// Less likely evidence is none.
  private static let least = 0.08
  /// More evidence than a thousand sentences give adds nothing: of each trait twenty count.
  private static let most = 20_000

  func read() -> [CauseEvidence] {
    var evidence: [CauseEvidence] = []
    var denials = answersThatDeny()
    for (index, unit) in note.units.enumerated() where maySpeak(unit) {
      if let denied = denials.removeValue(forKey: index) {
        evidence += denied.map {
          CauseEvidence(category: $0, unit: index, likelihood: 1, traits: [.excluded])
        }
      }
      guard evidence.count < Self.most else { break }
      let likely = reading.causes.of(index).filter { $0.likelihood >= Self.least }
      guard !likely.isEmpty else { continue }
      let traits = traits(of: index)
      evidence += likely.map {
        CauseEvidence(category: $0.category, unit: index, likelihood: $0.likelihood, traits: traits)
      }
    }
    return evidence
  }

  /// A field that states a fact of the account says nothing of why it was lost, whatever words its value holds.
  private func isAccountFact(_ unit: Unit) -> Bool {
    note.fieldName(ofPassage: unit.passage).flatMap(Account.Field.init(rawValue:)) != nil
  }

  /// Whether a unit may speak of a cause: a question that an answer follows does not, and neither does "They left in March".
  func maySpeak(_ unit: Unit) -> Bool {
    !note.layout.questionPassages.contains(unit.passage) && !isAccountFact(unit)
      && !saysOnlyThatTheyLeft(unit) && !(note.isQuestion(unit) && unit.tokens.count <= Self.bare)
  }

  /// So many tokens of a question, `Back?`, only name what the next sentence is about.
  private static let bare = 3

  private func saysOnlyThatTheyLeft(_ unit: Unit) -> Bool {
    let text = note.texts[unit.passage]
    let dates = note.chronology.mentions[unit.dates]
    return unit.tokens.allSatisfy { index in
      let token = text.tokens[index]
      return token.kind != .word || Self.leaving.contains(token)
        || dates.contains { $0.range.overlaps(token.range) }
    }
  }

  private static let leaving = WordSet(
    "they we us them have has had they've left leave leaving lost are is were gone went quit cancelled canceled churned in on at by as of the end"
  )

  /// The circumstances of what the unit at `index` says of causes, the most telling first.
  func traits(of index: Int) -> [CauseTrait] {
    let unit = note.units[index]
    let passage = note.passage(of: unit)
    let field = note.fieldName(ofPassage: unit.passage)
    let topics = note.topics(of: unit)
    func isUnder(_ name: String) -> Bool { field == name || topics.contains(name) }
    if isUnder("ruled_out") || isUnder("ruled-out") { return [.excluded] }
    if reading.isDenied(index) { return [.denied] }
    if reading.verdicts.score("stance/supposed", index) > 0 { return [.supposed] }
    var traits: [CauseTrait] = []
    func add(_ trait: CauseTrait, if holds: Bool) { if holds { traits.append(trait) } }
    add(.reason, if: isUnder("root_cause") || isUnder("root-cause") || isUnder("summary"))
    // "Officially it was the budget" says what was given as the reason, not what decided it.
    add(
      .verdict,
      if: has("root-cause", unit) && !has("stated-reason", unit)
        || index > 0 && isVerdictBehind(index, passage))
    add(.contributing, if: isUnder("contributing") || has("contributing", unit))
    add(.stated, if: has("stated-reason", unit))
    add(.turning, if: index == turningUnit)
    add(.lesson, if: reading.verdicts.score("lesson", index) > 0)
    add(.action, if: reading.verdicts.score("action", index) > 0)
    if case .answer = passage.form { traits.append(.answer) }
    if case .heading = passage.form { traits.append(.heading) }
    add(
      .customer,
      if: (passage.speaker != nil || passage.quoteDepth > 0) && note.side(of: passage) == .customer
        || !unit.quotations.isEmpty)
    let fifth = index * 5 / max(1, note.units.count)
    add(.opening, if: fifth == 0)
    add(.closing, if: fifth == 4)
    return traits + [.told]
  }

  private func has(_ role: String, _ unit: Unit) -> Bool {
    unit.cues.contains { $0.topic == .role(role) && $0.modality == .asserted }
  }

  /// Whether the unit before says that this is what did it.
  private func isVerdictBehind(_ index: Int, _ passage: Passage) -> Bool {
    has("root-cause", note.units[index - 1])
      && note.passage(of: note.units[index - 1]).section == passage.section
  }

  // MARK: Questions and answers

  /// A question that names a cause and an answer that begins with "no" deny the cause: by the answer's unit.
  private func answersThatDeny() -> [Int: [CauseCategory]] {
    var denied: [Int: [CauseCategory]] = [:]
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
      if !asked.isEmpty, saysNo(unit) { denied[index] = asked }
    }
    return denied
  }

  private func firstByte(of unit: Unit) -> Int {
    note.texts[unit.passage].tokens.first?.range.lowerBound ?? 0
  }

  private func causes(namedIn text: [UInt8]) -> [CauseCategory] {
    var found: [CauseCategory] = []
    for (topic, _, _) in reading.knowledge.lexicon.cues(in: TokenizedText(text)) {
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
}

extension Reading {
  /// Whether the unit at `index` rules out the cause that it speaks of; what is given as the reason does not, however it puts it:
  /// “no money for software this year”.
  func isDenied(_ index: Int) -> Bool {
    verdicts.score("stance/denied", index) > 0
      && note.fieldName(ofPassage: note.units[index].passage) != "stated_reason"
  }
}
