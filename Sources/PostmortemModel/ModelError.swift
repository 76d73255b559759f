public import Evidence
import JSONText

/// Why a model file cannot be read.
public struct ModelError: Error, Equatable, Sendable {
  /// What was found, what was expected, and under which key.
  public let message: String
  /// The file's name.
  public let source: String
  /// Where in the file, for mistakes of the JSON itself.
  public let position: SourcePosition?

  /// Creates an error about the file named `source`.
  public init(_ message: String, in source: String, at position: SourcePosition? = nil) {
    self.message = message
    self.source = source
    self.position = position
  }

  /// The error as a finding, for those who print findings.
  public var finding: Finding {
    Finding("model-unreadable", .error, message, in: source, at: position)
  }
}

extension ModelError: CustomStringConvertible {
  /// The error in a line: file, place, message.
  public var description: String {
    guard let position else { return "\(source): \(message)" }
    return "\(source):\(position.line):\(position.column): \(message)"
  }
}

extension ModelError {
  /// Says what is wrong with the JSON of `source`.
  init(_ mistake: JSONOutline.Mistake, in source: SourceText) {
    self.init(
      mistake.message(in: source), in: source.name, at: source.position(at: mistake.offset))
  }

  /// Says which value of `source` does not fit the model, and what would.
  init(_ error: DecodingError, _ outline: JSONOutline, in source: SourceText) {
    var path: [any CodingKey]
    var message: String
    switch error {
    case .keyNotFound(let key, let context):
      path = context.codingPath
      message =
        "The key `\(Self.name(path + [key]))` is missing; write null or an empty list where nothing is known"
    case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
      path = context.codingPath
      let found = outline.words(for: outline.node(at: path))
      message = "`\(Self.name(path))` is \(found); expected \(Self.words(for: type))"
    case .dataCorrupted(let context):
      path = context.codingPath
      let found = outline.words(for: outline.node(at: path))
      let expected = ClosedVocabularies.expectation(in: context.debugDescription)
      message = "`\(Self.name(path))` is \(found); \(expected)"
    @unknown default:
      path = []
      message = "The file is not a post-mortem"
    }
    let place = outline.nodes[outline.node(at: path)].range.lowerBound
    self.init(message, in: source.name, at: source.position(at: place))
  }

  /// A key path as a person writes it, such as `timeline[3].date`.
  private static func name(_ path: [any CodingKey]) -> String {
    var name = ""
    for key in path {
      if let index = key.intValue {
        name += "[\(index)]"
      } else {
        name += (name.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return name.isEmpty ? "the file" : name
  }

  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text in quotes"
    case is Bool.Type: "true or false"
    case is Double.Type: "a number"
    case is any FixedWidthInteger.Type: "a whole number"
    case is [Any].Type: "a list in square brackets"
    case is [String: Any].Type: "an object in braces"
    default: "another kind of value"
    }
  }
}
