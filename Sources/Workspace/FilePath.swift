/// A path as the file system knows it: bytes, which need not be UTF-8.
///
/// Two names that Unicode calls equal, `é` composed and decomposed, are two paths here, as they are on Linux.
public struct FilePath: Hashable, Sendable {
  /// The path's bytes, without a final NUL.
  public let bytes: [UInt8]

  /// Takes the bytes of a path.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Takes a path as it was typed.
  public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// The path of `name` inside this folder.
  public func appending(_ name: [UInt8]) -> FilePath {
    if bytes.isEmpty { return FilePath(bytes: name) }
    return FilePath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
  }

  /// The path of `name` inside this folder.
  public func appending(_ name: String) -> FilePath { appending(Array(name.utf8)) }

  /// The path beside this one whose name is this one's, without its extension, and `suffix`.
  public func replacingExtension(with suffix: String) -> FilePath {
    FilePath(bytes: bytes.dropLast(name.count) + stem + Array(suffix.utf8))
  }

  /// The last component; empty for a path that ends in a slash.
  public var name: [UInt8] {
    Array(bytes.suffix(from: (bytes.lastIndex(of: 0x2F) ?? -1) + 1))
  }

  /// The name without its last extension; a leading dot does not start one.
  public var stem: [UInt8] {
    let name = name
    guard let dot = name.lastIndex(of: 0x2E), dot > 0 else { return name }
    return Array(name[..<dot])
  }

  /// The last extension in lower-case ASCII, without the dot; empty where there is none.
  public var fileExtension: String {
    let tail = name.dropFirst(stem.count + 1)
    return String(decoding: tail.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// The path without slashes at its end, which name the same folder.
  public var withoutFinalSlash: FilePath {
    var bytes = bytes
    while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
    return FilePath(bytes: bytes)
  }

  /// The folder that holds it: `.` for a bare name.
  public var parent: FilePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return FilePath(".") }
    return FilePath(bytes: slash == 0 ? [0x2F] : Array(bytes[..<slash]))
  }

  /// The name as evidence gives it: bytes that are not UTF-8 become U+FFFD.
  public var sourceName: String { String(decoding: name, as: UTF8.self) }
}

extension FilePath: CustomStringConvertible {
  /// The path as messages show it: safe for a terminal, and different for different paths.
  public var description: String { TerminalText.message(bytes) }
}
