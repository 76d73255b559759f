import Evidence

/// The inputs of one item: read only as far as is needed to know whether they have changed.
struct NoteInput: Sendable {
  let item: WorkItem
  private let folder: FilePath
  private let exports: [AnswersFile]

  /// What files about many accounts say of this one.
  var rows: [AnswersRow] { item.rows.map { exports[$0.export].row(at: $0.index) } }

  /// The note, once it was read.
  private(set) var note: InputFile?
  /// The answers beside it that are used, once they were read.
  private(set) var answers: InputFile?
  /// The digest of the note's bytes; of an account without a note, of its answers.
  private(set) var content: Fingerprint?
  /// The digest of all that the item's inputs say.
  private(set) var print: Fingerprint?
  /// What was seen of files that had to be read.
  private(set) var seen: [(key: SeenFiles.Key, entry: SeenFiles.Entry)] = []
  /// What to tell of the answers.
  private(set) var findings: [Finding] = []

  init(_ item: WorkItem, below folder: FilePath, exports: [AnswersFile]) {
    self.item = item
    self.folder = folder
    self.exports = exports
  }

  /// Finds the digest out, from what was seen before or by reading.
  mutating func look(_ known: SeenFiles) throws(WorkspaceError) {
    let prints = item.files.compactMap { file in
      known.print(SeenFiles.Key.note(file.path), file.stamp)
    }
    if prints.count == item.files.count {
      settle(prints)
    } else {
      try read()
    }
  }

  /// Reads the files, where that has not been done.
  mutating func read() throws(WorkspaceError) {
    guard note == nil, answers == nil else { return }
    var prints: [Fingerprint] = []
    if let input = item.note {
      let (file, print) = try read(input)
      note = try part(of: file)
      prints.append(print)
    }
    for (index, input) in item.answers.enumerated() {
      do throws(WorkspaceError) {
        let (file, print) = try read(input)
        if index == 0 { answers = file }
        prints.append(print)
      } catch {
        // Where there is nothing else there is nothing to draft.
        if note == nil, index == 0 { throw error }
        findings += error.findings
        prints.append(Fingerprint(of: Array("unreadable".utf8)))
      }
    }
    if let first = item.answers.first {
      findings += NoteRun.unused(
        item.answers.dropFirst().map { folder.appending($0.path.bytes) },
        besides: folder.appending(first.path.bytes))
    }
    settle(prints)
  }

  /// The lines of the note that are about the account.
  private func part(of file: InputFile) throws(WorkspaceError) -> InputFile {
    guard let section = item.section else { return file }
    let part = file.keeping(section.lines)
    guard Fingerprint(of: part.text.utf8) == section.content else {
      throw .unreadable(
        path: "\(file.path)", reason: "It was changed while this run went on; run again")
    }
    return part
  }

  private mutating func read(
    _ input: WorkItem.Input
  ) throws(WorkspaceError) -> (InputFile, Fingerprint) {
    let path = folder.appending(input.path.bytes)
    let time = Disk.clock()
    let (bytes, stamp) = try Disk.contents(of: path, followingLinks: false)
    let print = Fingerprint(of: bytes)
    seen.append(
      (SeenFiles.Key.note(input.path), SeenFiles.Entry(stamp, print, readAt: time)))
    return (InputFile(path: path, bytes: bytes), print)
  }

  private mutating func settle(_ files: [Fingerprint]) {
    var prints = files
    // Of a section nothing else counts that stands in the file.
    if let section = item.section, !prints.isEmpty { prints[0] = section.content }
    let ofRows = item.rows.map { exports[$0.export].print(ofRow: $0.index) }
    content = prints.first ?? ofRows.last
    print = Fingerprint(
      of: prints + item.files.map { Fingerprint(of: $0.path.bytes) } + ofRows
        + [item.section].compactMap { $0.map { Fingerprint(of: Array($0.account.utf8)) } })
  }
}
