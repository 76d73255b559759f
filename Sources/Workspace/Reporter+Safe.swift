public import Evidence
public import PostmortemModel
public import Reporting

extension Reporter {
  /// The report with every character escaped that a terminal would act on; see ``TerminalText``.
  ///
  /// The same bytes go to standard output and into files, so that redirecting and `-o` give one result.
  public func safeReport(
    _ postmortem: Postmortem, sources: [SourceText], as format: ReportFormat
  ) -> [UInt8] {
    format == .json
      ? TerminalText.json(PostmortemJSON.encode(postmortem))
      : TerminalText.text(report(postmortem, sources: sources, as: format))
  }
}

extension ReportFormat {
  /// The extension of a report's file, without the dot.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .json: "json"
    }
  }
}
