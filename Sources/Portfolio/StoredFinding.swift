public import Evidence

/// A finding whose source is told relative to a folder, so that it means the same wherever the folder lies.
public struct StoredFinding: Equatable, Sendable {
  /// What a source is relative to.
  public enum Base: String, CaseIterable, Sendable {
    /// The folder of notes.
    case notes
    /// The folder of reports.
    case site
    /// Nothing: it is a path as it was given.
    case none = ""
  }

  /// What the finding's source is relative to.
  public var base: Base
  /// The finding, with that source.
  public var finding: Finding

  /// Creates a value from its parts.
  public init(_ base: Base, _ finding: Finding) {
    self.base = base
    self.finding = finding
  }
}
