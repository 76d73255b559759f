import Evidence
import Portfolio

/// What came of one note: what the store and the folder of reports are to hold of it.
struct NoteOutcome: Sendable {
  /// What was done.
  enum Work: Sendable {
    /// All is as it was.
    case unchanged
    /// The reports are to be written anew from the model that is kept.
    case rendered([Fingerprint])
    /// The note was read.
    case drafted(NoteRecord)
    /// There is no report, or none of what the note says now.
    case failed(String)
    /// What a run would do that is to do nothing: write the reports anew, or read the note.
    case toRender, toDraft
  }

  /// A file that lies beside the one whose place it is to take.
  struct File: Sendable {
    /// Its name, relative to the folder of reports.
    var name: String
    /// Its content.
    var print: Fingerprint
    /// What is there before it.
    var before: SiteFile
  }

  var work: Work
  var files: [File] = []
  /// What was seen of files that were read.
  var seen: [(key: SeenFiles.Key, entry: SeenFiles.Entry)] = []
  /// What to tell of this run alone.
  var findings: [Finding] = []
}

/// What there is under a report's name.
enum SiteFile: Equatable, Sendable {
  case missing
  case file(FileStamp, Fingerprint)

  var print: Fingerprint? {
    if case .file(_, let print) = self { print } else { nil }
  }
}
