/// What tells, without reading a file, that it is the one that was read before.
struct FileStamp: Equatable, Sendable {
  var device: UInt64
  var inode: UInt64
  var size: Int64
  /// When its bytes were last changed, in nanoseconds since 1970.
  var modified: Int64
  /// When its bytes, its name or its mode were last changed; programs cannot set this one back.
  var changed: Int64
}
