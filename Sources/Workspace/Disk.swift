import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls on paths and on the standard streams; those on files that stay open are ``OpenFile``'s, those on processes
/// ``ChildProcess``'s.
///
/// Nothing here blocks on a pipe or a device, follows a link unasked, or leaves a file half written.
public enum Disk {
  /// What a path names.
  public enum Kind: Sendable {
    case file, folder, link, other
  }

  /// A file's kind and identity.
  public struct Status: Sendable {
    /// What it is.
    public var kind: Kind
    /// Its device and inode: equal for two paths of one file.
    public var identity: [UInt64]
    /// Its permission bits.
    var permissions: mode_t
    /// What tells whether it was changed since it was looked at.
    var stamp: FileStamp

    init(_ info: stat) {
      kind =
        switch info.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
      identity = [UInt64(info.st_dev), UInt64(info.st_ino)]
      permissions = info.st_mode & 0o777
      #if canImport(Darwin)
        let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
      #else
        let (modified, changed) = (info.st_mtim, info.st_ctim)
      #endif
      stamp = FileStamp(
        device: UInt64(info.st_dev), inode: UInt64(info.st_ino), size: Int64(info.st_size),
        modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
        changed: Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec))
    }
  }

  /// The largest input that is read, in bytes: a hundred times the longest transcript, and less than memory.
  public static let readLimit = 64 << 20

  /// Reads a regular file.
  ///
  /// - Throws: `unreadable` where it cannot be read, is not a regular file, is larger than `readLimit`, or is a link and
  ///   `followingLinks` is false.
  public static func bytes(
    of path: FilePath, followingLinks: Bool = true
  ) throws(WorkspaceError) -> [UInt8] {
    try contents(of: path, followingLinks: followingLinks).bytes
  }

  /// Reads a regular file, and says what it was when it was opened; see ``bytes(of:followingLinks:)``.
  static func contents(
    of path: FilePath, followingLinks: Bool
  ) throws(WorkspaceError) -> (bytes: [UInt8], stamp: FileStamp) {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(path.cString, flags)
    guard descriptor >= 0 else { throw .unreadable(path: "\(path)", reason: reason(errno)) }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      let isFolder = info.st_mode & S_IFMT == S_IFDIR
      throw .unreadable(
        path: "\(path)",
        reason: isFolder ? "A folder, not a file; name a file in it" : "Not a regular file")
    }
    let bytes = try contents(of: descriptor, expecting: Int(info.st_size), name: "\(path)")
    return (bytes, Status(info).stamp)
  }

  /// Reads a regular file of any size in pieces of a megabyte.
  static func pieces(
    of path: FilePath, _ body: ([UInt8]) -> Void
  ) throws(WorkspaceError) {
    let descriptor = unsafe open(path.cString, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: "\(path)", reason: reason(errno)) }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 else { throw .unreadable(path: "\(path)", reason: reason(errno)) }
      if count == 0 { return }
      body(count == piece.count ? piece : Array(piece[..<count]))
    }
  }

  /// Reads standard input to its end.
  public static func readStandardInput() throws(WorkspaceError) -> [UInt8] {
    try contents(of: 0, expecting: 0, name: "-")
  }

  /// Reads what there is of an open file, at most `count` bytes and at least one, or nothing at its end.
  static func readSome(
    _ count: Int, of descriptor: Int32
  ) throws(WorkspaceError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var result: Int
      repeat {
        result = unsafe read(descriptor, buffer.baseAddress, count)
      } while result < 0 && errno == EINTR
      if result < 0 { code = errno }
      initialized = max(0, result)
    }
    guard code == 0 else { throw .unreadable(path: "-", reason: reason(code)) }
    return bytes
  }

  /// Whether an open file has something to read, or has ended.
  static func hasInput(_ descriptor: Int32) -> Bool {
    var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&input, 1, 0) != 0
  }

  /// What `path` names, or nothing where nothing is there.
  public static func status(_ path: FilePath, followingLinks: Bool = false) -> Status? {
    var info = stat()
    let result =
      unsafe followingLinks ? stat(path.cString, &info) : lstat(path.cString, &info)
    guard result == 0 else { return nil }
    return Status(info)
  }

  /// The folder that relative paths count from, or nothing where it is gone.
  static func workingFolder() -> FilePath? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe FilePath(bytes: String(cString: path).utf8.map(\.self))
  }

  /// The names in a folder, as bytes, in the order of their bytes; without `.` and `..`.
  public static func names(in folder: FilePath) throws(WorkspaceError) -> [[UInt8]] {
    guard let stream = unsafe opendir(folder.cString) else {
      let code = errno
      let isFile = status(folder, followingLinks: true)?.kind == .file
      throw .unreadable(
        path: "\(folder)",
        reason: isFile ? "A file, not a folder; name the folder that it is in" : reason(code))
    }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe Array($0.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Makes a folder and those above it where they are not there yet.
  public static func createFolder(_ path: FilePath) throws(WorkspaceError) {
    var missing: [FilePath] = []
    var current = path
    while status(current, followingLinks: true) == nil, current != current.parent {
      missing.append(current)
      current = current.parent
    }
    for folder in missing.reversed()
    where unsafe mkdir(folder.cString, 0o777) != 0 && errno != EEXIST {
      throw .unwritable(path: "\(folder)", reason: reason(errno))
    }
    guard status(path, followingLinks: true)?.kind == .folder else {
      throw .unwritable(path: "\(path)", reason: "Not a folder")
    }
  }

  /// Writes a whole file or nothing: to a temporary sibling, to the disk, and then under its name.
  ///
  /// - Throws: `unwritable`, also where there is such a file already and `replacing` is false.
  public static func save(
    _ bytes: [UInt8], to path: FilePath, replacing: Bool
  ) throws(WorkspaceError) {
    let tag = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let temporary = path.parent.appending(
      [0x2E] + path.name.prefix(120) + Array(".\(tag)\(temporarySuffix)".utf8))
    try writeNew(bytes, to: temporary, inPlaceOf: path, flushing: true)
    do throws(WorkspaceError) {
      try publish(temporary, as: path, replacing: replacing)
    } catch {
      unsafe unlink(temporary.cString)
      throw error
    }
    flush(path.parent)
  }

  /// Writes a file that must not be there yet, which is to take the place of `path`; of a failure nothing is left.
  static func writeNew(
    _ bytes: [UInt8], to temporary: FilePath, inPlaceOf path: FilePath, flushing: Bool
  ) throws(WorkspaceError) {
    let old = status(path)
    if let old, old.kind != .file {
      throw .unwritable(
        path: "\(path)", reason: "There is something of that name that is not a file")
    }
    let descriptor = unsafe open(
      temporary.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT
      throw .unwritable(
        path: "\(path)",
        reason: isMissing ? "There is no such folder; make it first" : reason(errno))
    }
    var isOpen = true
    do throws(WorkspaceError) {
      try put(bytes, to: descriptor, name: "\(path)")
      if let old { fchmod(descriptor, old.permissions) }
      let isSafe = !flushing || fsync(descriptor) == 0
      isOpen = false
      guard close(descriptor) == 0, isSafe else {
        throw .unwritable(path: "\(path)", reason: reason(errno))
      }
    } catch {
      if isOpen { close(descriptor) }
      unsafe unlink(temporary.cString)
      throw error
    }
  }

  /// Puts a file of ours in the place of another, or of none.
  static func rename(_ temporary: FilePath, to path: FilePath) throws(WorkspaceError) {
    try publish(temporary, as: path, replacing: true)
  }

  /// Brings the names in a folder to the disk.
  static func flush(_ folder: FilePath) {
    // A file system that cannot do this keeps its names safe in its own way.
    let descriptor = unsafe open(folder.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Brings many files of a folder to the disk: with one flush of its file system where that can be done.
  static func flush(_ files: [FilePath], in folder: FilePath) throws(WorkspaceError) {
    if files.count > 24 {
      let descriptor = unsafe open(folder.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor >= 0 {
        defer { close(descriptor) }
        if c_sync_file_system(descriptor) == 0 { return }
        if errno != ENOSYS { throw .unwritable(path: "\(folder)", reason: reason(errno)) }
      }
    }
    for file in files {
      let descriptor = unsafe open(file.cString, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { throw .unwritable(path: "\(file)", reason: reason(errno)) }
      let isSafe = fsync(descriptor) == 0
      let code = errno
      close(descriptor)
      if !isSafe { throw .unwritable(path: "\(file)", reason: reason(code)) }
    }
  }

  /// Removes a file of ours; that it is not there is no error.
  static func remove(_ path: FilePath) throws(WorkspaceError) {
    if unsafe unlink(path.cString) != 0, errno != ENOENT {
      throw .unwritable(path: "\(path)", reason: reason(errno))
    }
  }

  /// Writes to standard output (1) or standard error (2).
  public static func print(_ bytes: [UInt8], to descriptor: Int32) throws(WorkspaceError) {
    try put(bytes, to: descriptor, name: descriptor == 1 ? "standard output" : "standard error")
  }

  /// Whether standard output (1) or standard error (2) is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The clock, in seconds since 1970-01-01 UTC.
  public static func now() -> Int { Int(time(nil)) }

  /// The clock, in nanoseconds since 1970-01-01 UTC.
  static func clock() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Waits.
  public static func sleep(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

  /// The file of the running program.
  static var programPath: FilePath {
    #if os(Linux)
      FilePath("/proc/self/exe")
    #else
      FilePath(CommandLine.arguments.first ?? "")
    #endif
  }

  /// How many processors there are to work on.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// How the names of our temporary files end: a run that was killed may leave one.
  static let temporarySuffix = ".postmortem-tmp"

  private static func publish(
    _ temporary: FilePath, as path: FilePath, replacing: Bool
  ) throws(WorkspaceError) {
    if !replacing {
      // A hard link is the one way to take a name only where it is free; not every file system has links.
      if unsafe link(temporary.cString, path.cString) == 0 {
        unsafe unlink(temporary.cString)
        return
      }
      if errno == EEXIST || status(path) != nil {
        throw .unwritable(path: "\(path)", reason: reason(EEXIST))
      }
    }
    guard systemRename(temporary.cString, path.cString) == 0 else {
      throw .unwritable(path: "\(path)", reason: reason(errno))
    }
  }

  private static func contents(
    of descriptor: Int32, expecting size: Int, name: String
  ) throws(WorkspaceError) -> [UInt8] {
    let tooLarge = WorkspaceError.unreadable(
      path: name, reason: "Larger than \(readLimit >> 20) MiB: too large to be a note")
    guard size <= readLimit else { throw tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: min(1 << 20, max(4096, size + 1)))
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: name, reason: reason(errno)) }
      if count == 0 { return bytes }
      guard bytes.count + count <= readLimit else { throw tooLarge }
      bytes += chunk[..<count]
    }
  }

  private static func put(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(WorkspaceError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unwritable(path: name, reason: reason(errno)) }
      start += count
    }
  }

  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "No such file or folder"
    case EACCES, EPERM: "Permission denied"
    case EEXIST: "There is such a file already"
    case EISDIR: "Is a folder"
    case ENOTDIR: "Part of the path is not a folder"
    case ELOOP: "A symbolic link, which is not followed here"
    case ENAMETOOLONG: "The name is too long"
    case ENOSPC: "No space left on the disk"
    case EDQUOT: "Over the quota"
    case EROFS: "The file system is read-only"
    case EMFILE, ENFILE: "Too many open files"
    case EIO: "The disk reports an error"
    case EAGAIN: "Nothing to read yet"
    default: "System error \(code)"
    }
  }
}

/// The system call, whose name a function of ``Disk`` has too.
private func systemRename(_ old: [CChar], _ new: [CChar]) -> Int32 { unsafe rename(old, new) }

extension FilePath {
  /// The bytes as the C library takes them.
  var cString: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }
}
