#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of ours that stays open, and is closed with the value.
final class OpenFile: Sendable {
  private let descriptor: Int32
  private let name: String

  /// Opens a file for writing, and empties it.
  convenience init(emptied path: FilePath) throws(WorkspaceError) {
    try self.init(path, O_TRUNC)
  }

  /// Opens a file for writing, and leaves it as it is.
  convenience init(kept path: FilePath) throws(WorkspaceError) { try self.init(path, 0) }

  private init(_ path: FilePath, _ flags: Int32) throws(WorkspaceError) {
    name = "\(path)"
    descriptor = unsafe open(
      path.cString, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: name, reason: Disk.reason(errno)) }
  }

  deinit { close(descriptor) }

  /// Takes the file for this process; returns whether no other has it.
  func lock() throws(WorkspaceError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw .unwritable(path: name, reason: Disk.reason(errno)) }
    }
    return true
  }

  /// Writes bytes at a place in the file.
  func write(_ bytes: [UInt8], at offset: Int) throws(WorkspaceError) {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    }
    guard count == bytes.count else {
      throw .unwritable(path: name, reason: Disk.reason(count < 0 ? errno : ENOSPC))
    }
  }
}
