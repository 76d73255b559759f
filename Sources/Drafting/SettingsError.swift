public import Evidence

/// What is wrong with a company's settings beyond their form: labels that nobody knows, phrases that cannot be looked for.
public struct SettingsError: Error, Hashable, Sendable {
  /// What to tell, in the order of the file.
  public let findings: [Finding]

  init(findings: [Finding]) {
    let start = SourcePosition(line: 0, column: 0)
    self.findings = findings.sorted { ($0.position ?? start) < ($1.position ?? start) }
  }
}
