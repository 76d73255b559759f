public import Evidence

/// Why templates could not be loaded or rendered.
public struct TemplateError: Error, Hashable, CustomStringConvertible {
  /// The name of the template.
  public var file: String
  /// Where in the template, where that is known.
  public var position: SourcePosition?
  /// What is wrong, in a sentence without the final full stop.
  public var message: String

  /// Describes what is wrong at a place in a template.
  public init(_ message: String, in file: String, at position: SourcePosition? = nil) {
    self.message = message
    self.file = file
    self.position = position
  }

  /// `file:line:column: message`.
  public var description: String {
    guard let position else { return "\(file): \(message)" }
    return "\(file):\(position.line):\(position.column): \(message)"
  }
}
