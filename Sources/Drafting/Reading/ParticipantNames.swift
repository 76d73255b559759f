/// What a note's participants are called, in lower case, each name with the first participant whom it may mean.
struct ParticipantNames: Sendable {
  private var names: [String: Int] = [:]
  private var aliases: [String: Int] = [:]
  /// The first words of names, and the last.
  private var beginnings: [String: Int] = [:]
  private var endings: Set<String> = []

  /// Adds the name and the aliases of the participant at `index`.
  mutating func add(_ participant: Participant, at index: Int) {
    Self.add(participant.key, index, to: &names)
    for alias in participant.aliasKeys { Self.add(alias, index, to: &aliases) }
    Self.eachCut(of: participant.key) { beginning, ending in
      Self.add(beginning, index, to: &beginnings)
      endings.insert(ending)
    }
  }

  /// Forgets a name, which the participant at `index` is no longer called by.
  mutating func remove(_ name: String, at index: Int) {
    if names[name] == index { names[name] = nil }
    Self.eachCut(of: name) { beginning, _ in
      if beginnings[beginning] == index { beginnings[beginning] = nil }
    }
  }

  private static func add(_ name: String, _ index: Int, to names: inout [String: Int]) {
    names[name] = min(names[name] ?? index, index)
  }

  private static func eachCut(of name: String, _ body: (String, String) -> Void) {
    for space in name.utf8.indices where name.utf8[space] == 0x20 {
      body(String(name[..<space]), String(name[name.utf8.index(after: space)...]))
    }
  }

  /// The first participant of that name or alias.
  func called(_ name: String) -> Int? { first(names[name], aliases[name]) }

  /// The first participant whose name begins with that name and goes on.
  func beginning(with name: String) -> Int? { beginnings[name] }

  /// The first participant of that name or alias, or whose name begins with it.
  func meant(by name: String) -> Int? { first(called(name), beginnings[name]) }

  /// Whether it is somebody's name, or begins it.
  func isName(_ name: String) -> Bool { names[name] != nil || beginnings[name] != nil }

  /// Whether somebody's name ends with that name.
  func isEnding(_ name: String) -> Bool { endings.contains(name) }

  private func first(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}
