/// Something to tell the person who runs the tool about an input: what, where, and what to do.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    case note, warning, error

    /// Orders severities from mild to bad.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A stable name of the kind of finding, such as `invalid-utf8`: scripts may rely on it.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what to do about it, in whole sentences without the final full stop.
  public var message: String
  /// The input's name or path.
  public var source: String
  /// Where in the input, where that is known.
  public var position: SourcePosition?

  /// Creates a finding about `source`.
  public init(
    _ id: String, _ severity: Severity, _ message: String, in source: String,
    at position: SourcePosition? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.source = source
    self.position = position
  }
}
