import PostmortemModel

/// A circumstance of what is said of coming back.
enum WinBackTrait: String, CaseIterable, Sendable {
  /// In answer to that question, under such a heading or key.
  case asked
  /// In words of the vocabulary that speak of coming back.
  case worded
  /// By the customer, by anybody.
  case customer, told
  /// Among the last sentences.
  case closing
}

/// Adds up what a note says of coming back.
struct WinBackLedger {
  static let levels: [WinBackLikelihood] = [.likely, .possible, .unlikely]

  /// For each level, how much of each trait there is.
  private(set) var amounts: [[Double]]
  /// The unit that speaks most clearly of it, with how clearly.
  private(set) var clearest: (unit: Int, likelihood: Double)?

  /// Reads the units of a note.
  init(_ reading: Reading) {
    amounts = Self.levels.map { _ in [Double](repeating: 0, count: WinBackTrait.allCases.count) }
    let note = reading.note
    let columns = Self.levels.map { reading.verdicts.column("win_back/" + $0.rawValue) }
    let none = reading.verdicts.column("win_back/none")
    for index in note.units.indices where Self.maySpeak(index, reading) {
      let scores = columns.map { $0.map { reading.verdicts.score($0, index) } ?? -10 }
      let other = none.map { reading.verdicts.score($0, index) } ?? 0
      let likelihoods = Exponential.likelihoods(ofLogOdds: [other] + scores).dropFirst()
      let likelihood = likelihoods.reduce(0, +)
      guard likelihood > 0.1 else { continue }
      let traits = Self.traits(of: index, note)
      for (level, value) in likelihoods.enumerated() {
        for trait in traits {
          guard let at = WinBackTrait.allCases.firstIndex(of: trait) else { continue }
          amounts[level][at] = max(amounts[level][at], value)
        }
      }
      let weight = likelihood + (traits.contains(.asked) ? 1 : 0)
      if weight > clearest?.likelihood ?? 0 { clearest = (index, weight) }
    }
  }

  /// The level that the evidence carries for a customer who left because of `cause`; not stated where it carries none.
  ///
  /// Why somebody left says much of whether they can come back: who went under does not.
  func likelihood(_ points: VerdictPoints, cause: Cause) -> WinBackLikelihood {
    var best = (level: WinBackLikelihood.notStated, score: 0.0)
    for (index, level) in Self.levels.enumerated() {
      let score =
        points.winBack.sum(amounts[index]) + points["win-back-bias.\(level.rawValue)"]
        + cause.confidence
        * points["win-back-\(level.rawValue).\(cause.category.rawValue)"]
      if score > best.score { best = (level, score) }
    }
    return best.level
  }

  /// Whether the unit at `index` may speak of coming back: a question and a heading do not.
  static func maySpeak(_ index: Int, _ reading: Reading) -> Bool {
    let unit = reading.note.units[index]
    if reading.note.announces(unit) { return false }
    // What is to be done otherwise with others says nothing of whether these come back.
    return reading.verdicts.score("lesson", index) <= 0
  }

  /// The circumstances of what the unit at `index` says of coming back.
  static func traits(of index: Int, _ note: Note) -> [WinBackTrait] {
    let unit = note.units[index]
    let passage = note.passage(of: unit)
    var traits: [WinBackTrait] = [.told]
    let topics = note.topics(of: unit)
    if topics.contains("win_back") || topics.contains("win-back")
      || note.fieldName(ofPassage: unit.passage) == "win_back" || isAsked(before: index, note)
    {
      traits.append(.asked)
    }
    if isWorded(unit) { traits.append(.worded) }
    if note.side(of: passage) == .customer || !unit.quotations.isEmpty { traits.append(.customer) }
    if index * 5 / max(1, note.units.count) == 4 { traits.append(.closing) }
    return traits
  }

  /// Whether words of the vocabulary speak of coming back.
  private static func isWorded(_ unit: Unit) -> Bool {
    unit.cues.contains {
      if case .role(let role) = $0.topic { role.hasPrefix("winback") } else { false }
    }
  }

  /// Whether one of the three sentences before asks it.
  private static func isAsked(before index: Int, _ note: Note) -> Bool {
    note.units[max(0, index - 3)..<index].contains { note.isQuestion($0) && isWorded($0) }
  }
}
