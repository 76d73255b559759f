public import Evidence
public import PostmortemModel
public import Templating

/// Stands in for the formats.
public enum ReportFormat: String, CaseIterable, Sendable {
  case markdown, html, json
}

/// Stands in for an entry of the index.
public struct IndexEntry: Sendable {
  /// The post-mortem.
  public var postmortem: Postmortem
  /// Where its report is.
  public var link: String

  /// Creates an entry.
  public init(postmortem: Postmortem, link: String) {
    self.postmortem = postmortem
    self.link = link
  }
}

/// Stands in for the writer of reports.
public struct Reporter: Sendable {
  /// The templates.
  public static var templates: [SourceText] {
    [SourceText(name: "report.md.mustache", text: "# {{account}}\n")]
  }

  /// Creates one.
  public init(overrides: [SourceText] = []) throws(TemplateError) {}

  /// Writes a report.
  public func report(_ postmortem: Postmortem, sources: [SourceText], as format: ReportFormat) -> [UInt8] {
    let name = postmortem.account.name ?? "?"
    return switch format {
    case .markdown: Array("# \(name)\n".utf8)
    case .html: Array("<h1>\(name)</h1>\n".utf8)
    case .json: PostmortemJSON.encode(postmortem)
    }
  }

  /// Writes the page of a folder.
  public func index(_ entries: [IndexEntry]) -> [UInt8] {
    Array(entries.map { "<a href=\"\($0.link)\">\($0.postmortem.id)</a>\n" }.joined().utf8)
  }
}
