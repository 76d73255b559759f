/// An input that the post-mortem was drafted from.
public struct SourceRecord: Codable, Equatable, Sendable {
  /// Its name, without folders.
  public var file: String
  /// What kind of input it is.
  public var kind: SourceKind
  /// The SHA-256 of its bytes, in hexadecimal; of a file about many accounts, that of what is about this one.
  public var sha256: String
  /// How many lines it has; of a file about many accounts, how many of them are about this one.
  public var lines: Int

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(file: String, kind: SourceKind, sha256: String = "", lines: Int = 0) {
    self.file = file
    self.kind = kind
    self.sha256 = sha256
    self.lines = lines
  }
}
