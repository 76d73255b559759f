import Evidence

/// A note taken apart: what stands where, under which heading, in answer to what, and who says it.
struct NoteLayout: Sendable {
  var passages: [Passage] = []
  var sections: [Section] = []
  var questions: [Question] = []
  var fields: [Field] = []
  var tables: [NoteTable] = []
  var participants: [Participant] = []
  /// What the participants are called.
  private(set) var names = ParticipantNames()
  /// Who wrote the note, where it tells.
  var writer: Writer?
  /// The passages that are questions themselves.
  var questionPassages: Set<Int> = []
  /// The passages that hold the date of a mail.
  var mailDates: Set<Int> = []
  /// The members of lists of maps in the answers, such as follow-ups with their owner and due date.
  var groups: [AnswerGroup] = []
  /// Keys that nobody knows, with line, column and source.
  var unknownKeys: [(key: String, line: Int, column: Int, source: String)] = []
  /// What was wrong with the front matter.
  var findings: [Finding] = []

  /// The participant of that name, introduced if need be.
  mutating func participant(named name: String, role: String?) -> Int {
    let wanted = name.lowercased()
    if let known = names.called(wanted) {
      if let role, participants[known].role == nil { participants[known].role = role }
      return known
    }
    // A first name alone stands for the one full name that begins with it.
    let known = wanted.utf8.contains(0x20) ? nil : names.beginning(with: wanted)
    if let known {
      participants[known].aliases.append(name)
    } else {
      participants.append(Participant(name: name, role: role))
    }
    let index = known ?? participants.count - 1
    names.add(participants[index], at: index)
    return index
  }

  /// Records that `alias` stands for `name`.
  mutating func introduce(_ name: String, alias: String?, role: String?) {
    let index = participant(named: name, role: role)
    guard let alias, alias.lowercased() != participants[index].key else { return }
    let wanted = alias.lowercased()
    if let other = participants.firstIndex(where: { $0.key == wanted }) {
      // The alias spoke before it was explained.
      names.remove(wanted, at: other)
      participants[other].aliases.append(participants[other].name)
      participants[other].name = name
      participants[other].role = participants[other].role ?? role
      names.add(participants[other], at: other)
    } else {
      participants[index].aliases.append(alias)
      names.add(participants[index], at: index)
    }
  }

  /// The sections from the innermost outwards that `section` stands in.
  func path(of section: Int) -> some Sequence<Int> {
    // The closure holds on to the sections, not to all of the layout.
    sequence(first: section) { [sections] in sections[$0].parent }
  }
}
