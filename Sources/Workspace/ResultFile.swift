/// Writes a result that was asked for as a file.
public enum ResultFile {
  /// Writes `bytes` to `path`; a file that is there already is replaced only where `force` says so.
  ///
  /// The file may hold a person's corrections. One that has the very bytes already is left alone, which is no error.
  ///
  /// - Throws: `unwritable`.
  public static func write(
    _ bytes: [UInt8], to path: FilePath, force: Bool
  ) throws(WorkspaceError) {
    if let status = Disk.status(path), !force {
      if status.kind == .file, let old = try? Disk.bytes(of: path), old == bytes { return }
      throw .unwritable(
        path: "\(path)",
        reason: "There is such a file already, and it may hold corrections; --force replaces it")
    }
    try Disk.save(bytes, to: path, replacing: force)
  }
}
