public import Evidence

/// Waits until an input of a run changes, by looking once a second: that works on every file system.
public struct FolderWatch: Sendable {
  private let notes: FilePath
  private let others: [FilePath]

  /// Watches the notes of a folder and `others`, files or folders of files.
  public init(notes: FilePath, others: [FilePath]) {
    self.notes = notes
    self.others = others
  }

  /// What the inputs are now.
  public func state() -> Fingerprint {
    var parts: [Fingerprint] = []
    let folder = try? NoteFolder(notes)
    for note in folder?.notes ?? [] {
      for input in [note.file] + note.answers { add(input.path, input.stamp, &parts) }
    }
    for input in folder?.lone.flatMap(\.answers) ?? [] { add(input.path, input.stamp, &parts) }
    for path in others {
      let names = (try? Disk.names(in: path)) ?? []
      for path in [path] + names.map(path.appending) {
        if let status = Disk.status(path, followingLinks: true) {
          add(path, status.stamp, &parts)
        }
      }
    }
    return Fingerprint(of: parts)
  }

  /// Waits until the inputs are no longer as in `state`, and returns how they are then.
  public func change(from known: Fingerprint) -> Fingerprint {
    while true {
      Disk.sleep(milliseconds: 1000)
      let now = state()
      if now != known { return now }
    }
  }

  private func add(_ path: FilePath, _ stamp: FileStamp, _ parts: inout [Fingerprint]) {
    let text = "\(stamp.inode) \(stamp.size) \(stamp.modified) \(stamp.changed)"
    parts += [Fingerprint(of: path.bytes), Fingerprint(of: Array(text.utf8))]
  }
}
