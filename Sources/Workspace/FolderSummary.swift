public import Evidence

/// What came of a folder.
public struct FolderSummary: Sendable {
  /// How many notes have reports now.
  public var drafted = 0
  /// How many notes could not be read.
  public var failed = 0
  /// What to tell about notes, answers and reports, sorted.
  public var findings: [Finding] = []
}
