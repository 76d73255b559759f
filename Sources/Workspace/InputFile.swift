public import Evidence

/// An input as it was read: where it lies, what it says, and the digest of its bytes.
public struct InputFile: Sendable {
  /// Where it lies; `-` for standard input.
  public let path: FilePath
  /// What it says.
  public let text: SourceText
  /// The SHA-256 of its bytes, in hexadecimal.
  public let sha256: String

  /// Reads the file at `path`, or standard input where that is `-`.
  ///
  /// - Throws: `unreadable`; see ``Disk/bytes(of:followingLinks:)``.
  public init(reading path: FilePath, followingLinks: Bool = true) throws(WorkspaceError) {
    let isStandardInput = path.bytes == Array("-".utf8)
    let bytes =
      isStandardInput
      ? try Disk.readStandardInput()
      : try Disk.bytes(of: path, followingLinks: followingLinks)
    self.init(path: path, bytes: bytes, name: isStandardInput ? "standard input" : path.sourceName)
  }

  /// Takes bytes that were read already.
  public init(path: FilePath, bytes: [UInt8], name: String? = nil) {
    self.path = path
    text = SourceText(name: name ?? path.sourceName, bytes: bytes)
    sha256 = SHA256.hexDigest(of: bytes)
  }
}
