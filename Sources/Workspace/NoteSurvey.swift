import Evidence
import Language

/// Looks at each note of a folder before any is drafted: how many accounts it is about, and what it may call them.
///
/// Whose a row of an export is depends on what all notes call their accounts.
struct NoteSurvey {
  let notes: FilePath
  let seen: SeenFiles
  let jobs: Int
  /// The notes that end the process, by the names of their reports: they are not looked into.
  let orders: RunOrders
  /// Whether what notes call their accounts is wanted.
  let wantsNames: Bool
  /// What the company's settings make of reading.
  let company: Company

  /// What was found out of a note.
  private struct Found: Sendable {
    var content: Fingerprint
    var contents: NoteContents
    var entry: SeenFiles.Entry
  }

  /// What the notes of `items` hold, in their order, and what was seen of those about several accounts; `known` learns of
  /// notes that had to be read.
  func contents(
    of items: [WorkItem], _ known: inout KnownContents, _ inFlight: InFlight?,
    _ progress: (FolderRun.Progress) -> Void
  ) async -> (
    contents: [NoteContents], seen: [(key: SeenFiles.Key, entry: SeenFiles.Entry)]
  ) {
    var all = items.map { _ in NoteContents() }
    var unread: [(index: Int, item: WorkItem)] = []
    for (index, item) in items.enumerated() where orders.avoided[item.name] == nil {
      guard let note = item.note else { continue }
      if let content = seen.print(SeenFiles.Key.note(note.path), note.stamp),
        let contents = known.contents(of: content), contents.names != nil || !wantsNames
      {
        all[index] = contents
      } else {
        unread.append((index, item))
      }
    }
    let run = NoteRun(company: company)
    var done = 0
    let (notes, wantsNames) = (notes, wantsNames)
    var entries: [(key: SeenFiles.Key, entry: SeenFiles.Entry)] = []
    let suspects = unread.filter { orders.suspects.contains($0.item.name) }
    let others = unread.filter { !orders.suspects.contains($0.item.name) }
    for (some, jobs) in [(suspects, 1), (others, jobs)] {
      await OrderedWork.run(some, jobs: jobs) { thing, slot in
        inFlight?.begin(thing.item.name, slot: slot)
        defer { inFlight?.end(slot: slot) }
        return Self.read(thing.item, run, wantsNames: wantsNames, below: notes)
      } take: { found, thing in
        done += 1
        progress(FolderRun.Progress(lookedInto: thing.item, done: done, of: unread.count))
        guard let found, let note = thing.item.note else { return }
        all[thing.index] = found.contents
        known.keep(found.contents, of: found.content)
        // Of all others the work itself tells what was seen.
        if !found.contents.sections.isEmpty || found.contents.isDraft {
          entries.append((SeenFiles.Key.note(note.path), found.entry))
        }
      }
    }
    return (all, entries)
  }

  /// Reads a note; one that cannot be read is told of when it is to be drafted.
  private static func read(
    _ item: WorkItem, _ run: NoteRun, wantsNames: Bool, below notes: FilePath
  ) -> Found? {
    guard let note = item.note else { return nil }
    let time = Disk.clock()
    let path = notes.appending(note.path.bytes)
    guard let (bytes, stamp) = try? Disk.contents(of: path, followingLinks: false) else {
      return nil
    }
    let content = Fingerprint(of: bytes)
    let text = SourceText(name: note.path.sourceName, bytes: bytes)
    var contents = NoteContents(text)
    if wantsNames {
      let parts =
        contents.sections.isEmpty
        ? [run.accountNames(in: text)]
        : contents.sections.map { [$0.account] + run.accountNames(in: text.keeping($0.lines)) }
      contents.names = parts.map { names in names.map(FoldedName.words).filter { !$0.isEmpty } }
    }
    return Found(
      content: content, contents: contents,
      entry: SeenFiles.Entry(stamp, content, readAt: time))
  }
}
