/// One account to be drafted: where its inputs lie and what its reports are called.
///
/// A folder is turned into a list of these before anything is read; each gives one record of the store, three reports and
/// nothing else, whatever the others give.
struct WorkItem: Sendable {
  /// A file below the folder of notes, as it was when it was looked at.
  struct Input: Sendable {
    var path: FilePath
    var stamp: FileStamp
  }

  /// The name of its reports.
  var name: String
  /// The note.
  var note: Input
  /// The answers that lie beside the note, the one that is used first.
  var answers: [Input]

  /// The items of a folder, in the order of the notes' paths.
  static func items(of folder: NoteFolder) -> [WorkItem] {
    zip(folder.notes, ReportNames.names(for: folder.notes.map(\.file.path))).map { note, name in
      WorkItem(name: name, note: note.file, answers: note.answers)
    }
  }
}
