/// A word of a vocabulary that a company may extend: the words that everyone has are constants, others are kept as they are.
public protocol OpenVocabulary: RawRepresentable<String>, Codable, Hashable, Sendable {
  /// The words that the model itself knows, in the order in which a reader expects them.
  static var standard: [Self] { get }

  /// Takes any word.
  init(rawValue: String)
}
