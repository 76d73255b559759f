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
  /// The answers that lie beside the note, the one that is used first.
  var answers: [Input] = []
  /// What files about many accounts say of this one, most firmly first.
  var rows: [Row] = []
  /// What it is called in the store and in messages: the note's path below the folder of notes.
  var path: String

  /// The item of a note.
  init(_ note: NoteFolder.Note, name: String) {
    self.name = name
    self.note = note.file
    answers = note.answers
    path = "\(note.file.path)"
  }

  /// The item of an account of which there are only answers.
  init(_ row: Row, of export: AnswersFile, name: String) {
    self.name = name
    rows = [row]
    path = "\(FilePath(bytes: export.file.path.name))"
  }

  /// The files that lie below the folder of notes.
  var files: [Input] { [note].compactMap(\.self) + answers }

  /// The items of a folder's notes, in the order of their paths.
  static func items(of folder: NoteFolder) -> [WorkItem] {
    zip(folder.notes, ReportNames.names(for: folder.notes.map(\.file.path)))
      .map { WorkItem($0, name: $1) }
  }
}
