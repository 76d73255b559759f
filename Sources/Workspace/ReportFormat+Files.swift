public import Reporting

extension ReportFormat {
  /// The extension of a report's file, without the dot.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .json: "json"
    }
  }

  /// The report with every character escaped that a terminal would act on; see ``TerminalText``.
  public func safe(_ report: [UInt8]) -> [UInt8] {
    self == .json ? TerminalText.json(report) : TerminalText.text(report)
  }
}
