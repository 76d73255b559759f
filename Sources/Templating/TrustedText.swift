/// Text that is already in an output format, such as a piece of HTML made by our own code.
///
/// Making one says "this is safe in that format"; nothing else may be printed unescaped.
public struct TrustedText: Hashable, Sendable {
  /// The text, as UTF-8, that is printed as it is.
  public let utf8: [UInt8]
  /// The only format it may be printed in.
  public let format: OutputFormat

  /// Vouches that `utf8` is safe in a document of the given format.
  public init(_ utf8: [UInt8], safeIn format: OutputFormat) {
    self.utf8 = utf8
    self.format = format
  }

  /// Vouches that `text` is safe in a document of the given format.
  public init(_ text: String, safeIn format: OutputFormat) {
    self.init(Array(text.utf8), safeIn: format)
  }
}
