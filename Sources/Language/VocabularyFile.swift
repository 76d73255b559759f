/// A file of a vocabulary: a name to speak of it by, and its bytes.
public struct VocabularyFile: Sendable {
  /// The name that problems are told with.
  public var name: String
  /// The text.
  public var utf8: [UInt8]

  /// Creates a file.
  public init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
  }

  /// Creates a file from a string.
  public init(name: String, text: String) { self.init(name: name, utf8: Array(text.utf8)) }
}
