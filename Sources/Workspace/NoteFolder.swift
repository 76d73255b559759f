import Evidence
import Language

/// The notes of a folder and those below it, and what there is that looks like a note and is none.
struct NoteFolder: Sendable {
  /// A note and the answers that lie beside it.
  struct Note: Sendable {
    var file: WorkItem.Input
    var answers: [WorkItem.Input] = []
  }

  /// The notes, by the bytes of their paths, relative to the folder.
  private(set) var notes: [Note] = []
  /// Answers beside which there is no note, by the path that the note would have.
  private(set) var lone: [(note: FilePath, answers: [WorkItem.Input])] = []
  /// What is passed over, and why.
  private(set) var findings: [Finding] = []
  /// The folders below that could not be looked into.
  private(set) var unreadable: [FilePath] = []
  /// The folder.
  let root: FilePath

  /// Looks through `root`; folders of reports, its own or others, are left out.
  ///
  /// - Throws: `unreadable` where `root` is not a folder that can be read; a folder below it that cannot be read is a
  ///   finding.
  init(_ root: FilePath) throws(WorkspaceError) {
    self.root = root
    var pending = [(path: FilePath(bytes: []), names: try Disk.names(in: root))]
    while let (folder, names) = pending.popLast() {
      var below: [FilePath] = []
      let start = notes.count
      for name in names { look(at: folder.appending(name), &below) }
      findAnswers(of: start..<notes.count, in: folder, among: names)
      for path in below {
        do throws(WorkspaceError) {
          pending.append((path, try Disk.names(in: root.appending(path.bytes))))
        } catch {
          findings += error.findings
          unreadable.append(path)
        }
      }
    }
    lone.sort { $0.note.bytes.lexicographicallyPrecedes($1.note.bytes) }
    if notes.isEmpty, lone.isEmpty {
      findings.append(
        Finding(
          "no-notes", .warning,
          "There is no note here; notes are files whose names end in .md or .markdown",
          in: "\(root)"))
    }
    notes.sort { $0.file.path.bytes.lexicographicallyPrecedes($1.file.path.bytes) }
  }

  /// Whether the note that messages call `path` may be in a folder that could not be looked into.
  func mayHide(_ path: String) -> Bool {
    unreadable.contains { path.utf8.starts(with: "\($0)/".utf8) }
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
    case .file where Self.isDraft(path):
      skip(path, "skipped-draft", .note, "Not read: a draft, by its name or its folder's")
    case .file: notes.append(Note(file: WorkItem.Input(path: path, stamp: status.stamp)))
    case .link, .other: skip(path, "not-a-file", .warning, "Not read: neither a file nor a folder")
    }
  }

  /// Finds the answers beside notes of one folder by the names that there are in it.
  private mutating func findAnswers(
    of range: Range<Int>, in folder: FilePath, among names: [[UInt8]]
  ) {
    let mark = Array(".answers.".utf8)
    var candidates = Set(
      names.filter { name in
        guard let dot = name.lastIndex(of: 0x2E), dot >= mark.count - 1 else { return false }
        return name[(dot - mark.count + 1)...dot].elementsEqual(mark)
      })
    guard !candidates.isEmpty else { return }
    for index in range {
      for path in AnswersFile.paths(beside: notes[index].file.path)
      where candidates.contains(path.name) {
        guard let status = Disk.status(root.appending(path.bytes)) else { continue }
        notes[index].answers.append(WorkItem.Input(path: path, stamp: status.stamp))
        candidates.remove(path.name)
      }
    }
    findLone(candidates, in: folder)
  }

  /// Answers without a note are an account's all the same.
  private mutating func findLone(_ names: Set<[UInt8]>, in folder: FilePath) {
    let stems = Set(names.map { FilePath(bytes: FilePath(bytes: $0).stem).stem })
    for stem in stems where stem.first != 0x2E {
      let note = folder.appending(stem + Array(".md".utf8))
      guard Disk.status(root.appending(note.bytes)) == nil else { continue }
      let answers = AnswersFile.paths(beside: note).compactMap { path -> WorkItem.Input? in
        guard names.contains(path.name), let status = Disk.status(root.appending(path.bytes)),
          status.kind == .file
        else { return nil }
        return WorkItem.Input(path: path, stamp: status.stamp)
      }
      guard let first = answers.first else { continue }
      lone.append((note, answers))
      skip(
        first.path, "answers-without-note", .note,
        "There is no note beside these answers; the post-mortem rests on them alone")
    }
  }

  /// Whether a folder is one that we wrote: it holds our record, or is the `reports` beside one.
  private func isOurs(_ path: FilePath) -> Bool {
    let site = path.name == Array("reports".utf8) ? path.parent : path
    return Disk.status(root.appending(site.bytes).appending(SiteFolder.recordsName)) != nil
      || path.name == Array(SiteFolder.recordsName.utf8)
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
    let words = FoldedName.words(String(decoding: path.stem, as: UTF8.self))
    return words == "readme" || words.hasPrefix("readme ")
      || [
        "contributing", "changelog", "license", "licence", "code of conduct", "security", "todo",
        "template", "note template",
      ].contains(words)
  }

  /// Whether a note is not finished: `acme.draft.md`, `acme (draft).md`, `_acme.md`, `drafts/acme.md`.
  private static func isDraft(_ path: FilePath) -> Bool {
    let stem = Array(path.stem)
    let words = FoldedName.words(String(decoding: stem, as: UTF8.self))
    let folder = String(decoding: path.parent.name, as: UTF8.self).lowercased()
    return stem.first == 0x5F || words.hasSuffix(" draft") || words.hasSuffix(" wip")
      || ["draft", "drafts", "_drafts"].contains(folder)
  }
}
