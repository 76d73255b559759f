/// What a report can be written as.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// A draft for people to read and correct.
  case markdown
  /// One self-contained page.
  case html
  /// The post-mortem itself.
  case json
}
