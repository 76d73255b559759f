/// How JSON is laid out.
public enum JSONLayout: Sendable {
  /// A line for each value, two spaces of indent for each level.
  case indented
  /// All on one line, without white space between the tokens.
  case compact
}
