public import Evidence

/// Why a text is no draft that can be read.
public struct DraftError: Error, Equatable, Sendable {
  /// The same as a finding.
  public let finding: Finding
}
