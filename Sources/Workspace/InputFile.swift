public import Evidence

/// An input as it was read: where it lies, what it says, and the digest of its bytes.
public struct InputFile: Sendable {
  /// Where it lies; `-` for standard input.
  public let path: FilePath
  /// What it says.
  public let text: SourceText
  /// The SHA-256 of its bytes, in hexadecimal.
  public let sha256: String
  /// How many lines of the file are here: all, or those that are about one account.
  public private(set) var lineCount: Int

  /// Reads the file at `path`, or standard input where that is `-`.
  ///
  /// - Throws: `unreadable`; see ``Disk/bytes(of:followingLinks:)``.
  public init(
    reading path: FilePath, followingLinks: Bool = true, name: String? = nil
  ) throws(WorkspaceError) {
    let isStandardInput = path.bytes == Array("-".utf8)
    let bytes =
      isStandardInput
      ? try Disk.readStandardInput()
      : try Disk.bytes(of: path, followingLinks: followingLinks)
    self.init(path: path, bytes: bytes, name: isStandardInput ? "standard input" : name)
  }

  /// Takes bytes that were read already.
  public init(path: FilePath, bytes: [UInt8], name: String? = nil) {
    self.path = path
    text = SourceText(name: name ?? path.sourceName, bytes: bytes)
    sha256 = SHA256.hexDigest(of: bytes)
    lineCount = text.lineCount
  }

  /// The file with nothing but some of its lines, see ``Evidence/SourceText/keeping(_:)``.
  ///
  /// Its digest is that of these lines, as what else the file says has no part in what is made of them.
  func keeping(_ lines: [ClosedRange<Int>]) -> InputFile {
    var part = InputFile(path: path, bytes: text.keeping(lines).utf8, name: text.name)
    part.lineCount = lines.reduce(0) { $0 + $1.count }
    return part
  }
}

extension SourceText {
  /// The text with nothing but some of its lines: those before and between them are blank, so that lines keep their
  /// numbers.
  func keeping(_ lines: [ClosedRange<Int>]) -> SourceText {
    var bytes: [UInt8] = []
    var next = 1
    for range in lines where range.upperBound >= next {
      let start = max(range.lowerBound, next)
      bytes += repeatElement(0x0A, count: start - next)
      for line in start...range.upperBound where line <= lineStarts.count {
        bytes += utf8[self.range(ofLine: line)] + [0x0A]
      }
      next = range.upperBound + 1
    }
    return SourceText(name: name, bytes: bytes)
  }
}
