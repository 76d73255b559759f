import Evidence
import Language

/// Finds out what each note of a folder may call its account, before any is drafted: whose a row is depends on all.
struct NameSurvey {
  let notes: FilePath
  let seen: SeenFiles
  let jobs: Int
  /// The notes that end the process, by the names of their reports: they are known by their files' names alone.
  let orders: RunOrders

  private struct Found: Sendable {
    var content: Fingerprint?
    var names: [String]
  }

  /// The names of `items`, in their order and each best first; `known` learns of those that had to be read.
  func names(
    of items: [WorkItem], _ known: inout KnownNames, _ inFlight: InFlight?
  ) async -> [[AccountKey]] {
    var found = items.map { item in Found(content: content(of: item), names: []) }
    var unread: [Int] = []
    for (index, item) in items.enumerated() where orders.avoided[item.name] == nil {
      if let content = found[index].content, let names = known.names(in: content) {
        found[index].names = names
      } else {
        unread.append(index)
      }
    }
    let run = NoteRun()
    let notes = notes
    let suspects = unread.filter { orders.suspects.contains(items[$0].name) }
    let others = unread.filter { !orders.suspects.contains(items[$0].name) }
    for (some, jobs) in [(suspects, 1), (others, jobs)] {
      await OrderedWork.run(some.map { (index: $0, item: items[$0]) }, jobs: jobs) { thing, slot in
        inFlight?.begin(thing.item.name, slot: slot)
        defer { inFlight?.end(slot: slot) }
        return Self.read(thing.item, run, below: notes)
      } take: { result, thing in
        guard let result, let content = result.content else { return }
        found[thing.index] = result
        known.keep(result.names, in: content)
      }
    }
    return zip(items, found).map { item, found in
      let stem = item.note.map { String(decoding: $0.path.stem, as: UTF8.self) } ?? ""
      return (found.names + [stem]).compactMap { AccountKey($0) }
    }
  }

  private func content(of item: WorkItem) -> Fingerprint? {
    item.note.flatMap { seen.print(SeenFiles.Key.note($0.path), $0.stamp) }
  }

  /// Reads a note for its names; one that cannot be read is told of when it is to be drafted.
  private static func read(
    _ item: WorkItem, _ run: NoteRun, below notes: FilePath
  ) -> Found? {
    guard let note = item.note,
      let bytes = try? Disk.bytes(of: notes.appending(note.path.bytes), followingLinks: false)
    else { return nil }
    let file = InputFile(path: note.path, bytes: bytes)
    let names = run.accountNames(of: file).dropLast().map(FoldedName.words)
    return Found(content: Fingerprint(of: bytes), names: names.filter { !$0.isEmpty })
  }
}
