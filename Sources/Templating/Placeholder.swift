public import Evidence

/// Stands in for a template's error.
public struct TemplateError: Error, Sendable {
  /// What is wrong.
  public var findings: [Finding]
}
