import Portfolio
import Reporting

/// What lies where in a folder of reports.
public struct SiteFolder: Sendable {
  /// The folder itself.
  public let path: FilePath

  /// The folder in it that is the program's own: by it a folder of reports is known.
  static let recordsName = ".postmortem"

  /// Names the folder at `path`.
  public init(_ path: FilePath) { self.path = path }

  /// The page that leads to the reports.
  public var index: FilePath { file(Self.indexFile) }
  /// The store.
  public var store: FilePath { path.appending(PortfolioStore.fileName) }
  /// The folder of the reports.
  var reports: FilePath { path.appending("reports") }
  /// The program's own folder.
  var records: FilePath { path.appending(Self.recordsName) }
  /// The file that a run holds locked.
  var lock: FilePath { records.appending("lock") }
  /// Which contents files had when they were last read.
  var seen: FilePath { records.appending("seen") }
  /// What is known of notes by their contents.
  var contents: FilePath { records.appending("contents") }
  /// The notes that are being worked on.
  var inFlight: FilePath { records.appending("in-flight") }

  /// The page's file, relative to the folder.
  static let indexFile = "index.html"

  /// A note's report, relative to the folder.
  static func report(_ name: String, _ format: ReportFormat) -> String {
    "reports/\(name).\(format.fileExtension)"
  }

  /// A file of the folder.
  func file(_ relative: String) -> FilePath { path.appending(relative) }

  /// Where a file is written before it takes its name.
  func temporary(_ relative: String) -> FilePath {
    let path = file(relative)
    return path.parent.appending([0x2E] + path.name + Array(Disk.temporarySuffix.utf8))
  }

  /// Makes the folders.
  func create() throws(WorkspaceError) {
    for folder in [path, records, reports] { try Disk.createFolder(folder) }
    // What is written here must not land elsewhere.
    for folder in [records, reports] where Disk.status(folder)?.kind != .folder {
      throw .unwritable(path: "\(folder)", reason: "A symbolic link, which is not followed here")
    }
  }

  /// Removes what a run that was killed has left.
  func clear() throws(WorkspaceError) {
    let suffix = Array(Disk.temporarySuffix.utf8)
    for folder in [path, records, reports] {
      for name in try Disk.names(in: folder)
      where name.first == 0x2E && name.suffix(suffix.count).elementsEqual(suffix) {
        try Disk.remove(folder.appending(name))
      }
    }
  }
}
