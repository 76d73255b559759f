import Evidence

/// A stretch of a note under one heading, or under a line that heads a list.
struct Section: Sendable {
  /// The heading's text; empty for what stands before the first heading.
  var title: String
  /// The heading's level; list headers are deeper than any heading.
  var level: Int
  /// The section it stands in, or nil for the outermost.
  var parent: Int?
  /// What the heading says the section holds, strongest first, such as `lessons`; empty where it does not tell.
  var kinds: [String]
  /// The first of these that a company's own words announce.
  var companyKind: String?
}

/// A question that the note or the answers file records, and that passages answer.
struct Question: Sendable {
  var text: String
  /// What it asks for, strongest first, such as `root_cause`.
  var asks: [String]
}

/// A `key: value` of the note's metadata or an answer to a short key.
struct Field: Sendable {
  /// The key as written.
  var key: String
  /// What the key names, such as `churn_date`; nil where nobody knows.
  var name: String?
  /// The passage that holds the value.
  var passage: Int
  /// Whether it stands in the answers file.
  var isAnswer: Bool
  /// Where the value starts on its line, as far as that is known.
  var column = 1
}

/// Somebody who speaks in the note, or is introduced in it.
struct Participant: Sendable {
  /// Which side of the table they sit on.
  enum Side: Sendable { case us, customer, unknown }

  /// The fullest name the note gives.
  var name: String { didSet { key = name.lowercased() } }
  /// The other ways in which the note writes it: initials, first name.
  var aliases: [String] = [] { didSet { aliasKeys = aliases.map { $0.lowercased() } } }
  /// Their role in the note's words.
  var role: String?
  var side = Side.unknown
  /// How many turns they have.
  var turns = 0
  /// The name and the aliases in lower case.
  private(set) var key: String
  private(set) var aliasKeys: [String] = []

  init(name: String, role: String?) {
    self.name = name
    self.role = role
    key = name.lowercased()
  }
}

/// Whoever wrote a note.
struct Writer: Equatable, Sendable {
  var name: String
  /// What they say that they do, such as `renewals`.
  var role: String?
  /// Whether they say that the account was theirs.
  var ownsAccount = false
}

/// A pipe table with a header row.
struct NoteTable: Sendable {
  var header: [String]
  /// What each column's header names, such as `owner`; nil where nobody knows.
  var columns: [String?]
  /// The passages of each row, by column; nil where a cell is empty.
  var rows: [[Int?]]
  var section: Int
}

/// One value of a map inside a list of the answers.
struct AnswerGroup: Sendable {
  /// The list's key.
  var name: String
  /// Which map of the list.
  var item: Int
  /// The value's key inside the map.
  var key: String
  /// The passage that holds the value.
  var passage: Int
}
