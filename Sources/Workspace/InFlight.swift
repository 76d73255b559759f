/// The notes that are being worked on, in a small file that outlives the process.
///
/// A slot for each job; a slot is written when a note is begun and when it is done. The one that watches over the run
/// reads it when the process has died.
struct InFlight: Sendable {
  private let file: OpenFile
  private static let slotSize = 192

  /// Begins with `slots` empty slots.
  init(_ path: FilePath, slots: Int) throws(WorkspaceError) {
    file = try OpenFile(emptied: path)
    try file.write([UInt8](repeating: 0, count: slots * Self.slotSize), at: 0)
  }

  /// Keeps that the note with reports called `name` is being worked on.
  func begin(_ name: String, slot: Int) { write(Array(name.utf8), slot) }

  /// Keeps that the slot's note is done.
  func end(slot: Int) { write([], slot) }

  /// The names in the file at `path`.
  static func names(in path: FilePath) -> [String] {
    let bytes = (try? Disk.bytes(of: path, followingLinks: false)) ?? []
    return stride(from: 0, to: bytes.count, by: slotSize).compactMap { start in
      let name = bytes[start...].prefix(slotSize).prefix { $0 != 0 }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }

  private func write(_ name: [UInt8], _ slot: Int) {
    // The slot's bytes are on the disk's account already. Where it cannot be written all the same, a crash is laid on
    // the wrong note at first, and then on the right one when that is alone.
    try? file.write(name + [0], at: slot * Self.slotSize)
  }
}
