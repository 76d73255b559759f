public import Evidence

/// The notes of a folder and those below it, and what there is that looks like a note and is none.
public struct NoteFolder: Sendable {
  /// The notes, by the bytes of their paths, relative to the folder.
  public private(set) var notes: [FilePath] = []
  /// What is passed over, and why.
  public private(set) var findings: [Finding] = []
  /// The folder.
  public let root: FilePath

  /// Looks through `root`; folders of reports, its own or others, are left out.
  ///
  /// - Throws: `unreadable` where `root` is not a folder that can be read; a folder below it that cannot be read is a
  ///   finding.
  public init(_ root: FilePath) throws(WorkspaceError) {
    self.root = root
    var pending = [(path: FilePath(bytes: []), names: try Disk.names(in: root))]
    while let (folder, names) = pending.popLast() {
      var below: [FilePath] = []
      for name in names { look(at: folder.appending(name), &below) }
      for path in below {
        do throws(WorkspaceError) {
          pending.append((path, try Disk.names(in: root.appending(path.bytes))))
        } catch {
          findings += error.findings
        }
      }
    }
    if notes.isEmpty {
      findings.append(
        Finding(
          "no-notes", .warning,
          "There is no note here; notes are files whose names end in .md or .markdown",
          in: "\(root)"))
    }
    notes.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private mutating func look(at path: FilePath, _ folders: inout [FilePath]) {
    let name = path.name
    let isNamedAsNote = ["md", "markdown"].contains(path.fileExtension)
    guard let status = Disk.status(root.appending(path.bytes)) else { return }
    switch status.kind {
    case .folder where isOurs(path): return
    case .folder where name.first == 0x2E:
      skip(path, "skipped-hidden", .note, "Not looked into: a hidden folder")
    case .folder:
      folders.append(path)
      if isNamedAsNote {
        skip(path, "folder-named-as-note", .note, "A folder, not a note; its notes are read")
      }
    case .link where isNamedAsNote || isFolder(path):
      skip(
        path, "skipped-link", .warning,
        "Not read: a symbolic link; put the note itself into the folder")
    case _ where !isNamedAsNote: return
    case .file where name.first == 0x2E:
      skip(path, "skipped-hidden", .note, "Not read: a hidden file")
    case .file where Self.isAboutTheFolder(path):
      skip(
        path, "skipped-readme", .note,
        "Not read: such a file is about the folder and not about an account")
    case .file: notes.append(path)
    case .link, .other: skip(path, "not-a-file", .warning, "Not read: neither a file nor a folder")
    }
  }

  /// Whether a folder is one that we wrote: it holds our record, or is the `reports` beside one.
  private func isOurs(_ path: FilePath) -> Bool {
    let site = path.name == Array("reports".utf8) ? path.parent : path
    return Disk.status(root.appending(site.bytes).appending(WrittenRecord.folderName)) != nil
      || path.name == Array(WrittenRecord.folderName.utf8)
  }

  private func isFolder(_ path: FilePath) -> Bool {
    Disk.status(root.appending(path.bytes), followingLinks: true)?.kind == .folder
  }

  private mutating func skip(
    _ path: FilePath, _ id: String, _ severity: Finding.Severity, _ message: String
  ) {
    findings.append(Finding(id, severity, message, in: "\(root.appending(path.bytes))"))
  }

  /// Whether a file's name is one of those that tell about a folder by an old custom.
  private static func isAboutTheFolder(_ path: FilePath) -> Bool {
    ["readme", "contributing", "changelog", "license", "licence", "code of conduct"]
      .contains(FoldedName.words(String(decoding: path.stem, as: UTF8.self)))
  }
}
