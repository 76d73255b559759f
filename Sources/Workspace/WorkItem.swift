import Language

/// One account to be drafted: where its inputs lie and what its reports are called.
///
/// A folder is turned into a list of these before anything is drafted; each gives one record of the store, three reports
/// and nothing else, whatever the others give.
struct WorkItem: Sendable {
  /// A file below the folder of notes, as it was when it was looked at.
  struct Input: Sendable {
    var path: FilePath
    var stamp: FileStamp
  }

  /// A record of one of the run's files about many accounts.
  struct Row: Equatable, Sendable {
    /// Which of the files.
    var export: Int
    /// Which of its records.
    var index: Int
  }

  /// The name of its reports.
  var name: String
  /// The note; nothing for an account of which there are only answers.
  var note: Input?
  /// The part of the note that is about the account, where the note is about several.
  var section: NoteContents.Section?
  /// The answers that lie beside the note, the one that is used first.
  var answers: [Input] = []
  /// What files about many accounts say of this one, most firmly first.
  var rows: [Row] = []
  /// What it is called in the store: the note's path below the folder of notes.
  var path: String
  /// What it is called where each has to be told from all others: the path, with the line of its section.
  var label: String { section.map { "\(path):\($0.line)" } ?? path }

  /// The item of a note.
  init(_ note: NoteFolder.Note, name: String) {
    self.name = name
    self.note = note.file
    answers = note.answers
    path = "\(note.file.path)"
  }

  /// The item of answers that lie in the folder without a note.
  init(lone answers: [Input], name: String) {
    self.name = name
    self.answers = answers
    path = answers.first.map { "\($0.path)" } ?? ""
  }

  /// The item of an account of which there are only answers.
  init(_ row: Row, of export: AnswersFile, name: String) {
    self.name = name
    rows = [row]
    path = "\(FilePath(bytes: export.file.path.name))"
  }

  /// The item of an account whose record is kept elsewhere.
  init(kept name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// What the files are called: `acme` for `acme.md` and `acme.answers.yaml`.
  var stem: String {
    let stem = note?.path.stem ?? answers.first.map { FilePath(bytes: $0.path.stem).stem } ?? []
    return String(decoding: stem, as: UTF8.self)
  }

  /// The files that lie below the folder of notes.
  var files: [Input] { [note].compactMap(\.self) + answers }

  /// The items of the accounts that the note is about, each under a name of its own.
  func split(by contents: NoteContents) -> [WorkItem] {
    guard !contents.sections.isEmpty else { return [self] }
    var counts: [String: Int] = [:]
    let accounts = contents.sections.map { section in
      let words = FoldedName.words(section.account)
      counts[words, default: 0] += 1
      return counts[words] == 1 ? words : "\(words) #\(counts[words] ?? 0)"
    }
    return zip(contents.sections, ReportNames.names(forAccounts: accounts, in: name))
      .map { section, name in
        var item = self
        item.section = section
        item.name = name
        return item
      }
  }

  /// The items of a folder's notes, in the order of their paths.
  static func items(of folder: NoteFolder) -> [WorkItem] {
    let paths = folder.notes.map(\.file.path) + folder.lone.map(\.note)
    let names = ReportNames.names(for: paths)
    return zip(folder.notes, names).map { WorkItem($0, name: $1) }
      + zip(folder.lone, names.dropFirst(folder.notes.count))
      .map { WorkItem(lone: $0.answers, name: $1) }
  }
}
