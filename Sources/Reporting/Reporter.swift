public import Evidence
public import PostmortemModel
import Synchronization
public import Templating

/// Turns post-mortems into reports.
///
/// Templates are compiled once; a reporter may be used from many tasks at once.
public struct Reporter: Sendable {
  private let pages: TemplateSet
  private let style: PageStyle
  /// What the company calls categories and departments.
  public let labels: CompanyLabels
  private let spare = SpareValues()

  /// Loads the built-in templates, of which `overrides` replace those of the same name or add to them.
  ///
  /// `theme.css` and `report.css` are the page's style sheet, all other names end in `.mustache`.
  /// - Throws: The first mistake found in a template.
  public init(
    overrides: [SourceText] = [], labels: CompanyLabels = CompanyLabels()
  ) throws(TemplateError) {
    self.labels = labels
    var sheets: [String: SourceText] = [:]
    var templates: [SourceText] = []
    for file in BuiltinTemplates.all + overrides {
      if file.name.utf8.suffix(4).elementsEqual(".css".utf8) {
        sheets[file.name] = file
      } else {
        templates.append(file)
      }
    }
    style = try PageStyle([sheets["theme.css"], sheets["report.css"]].compactMap(\.self))
    pages = try TemplateSet(
      templates,
      root: [
        Self.name(of: .html): ReportShapes.report, Self.name(of: .markdown): ReportShapes.report,
        Self.indexName: ReportShapes.index,
      ])
  }

  /// The built-in templates and style sheets, by the names that overrides use.
  public static var templates: [SourceText] { BuiltinTemplates.all }

  /// Writes the report on a post-mortem.
  ///
  /// - Parameters:
  ///   - postmortem: What to report.
  ///   - sources: The inputs that its evidence names; the page shows them with their line numbers.
  ///   - format: What to write it as.
  /// - Returns: The report as UTF-8.
  public func report(
    _ postmortem: Postmortem, sources: [SourceText], as format: ReportFormat
  ) -> [UInt8] {
    if format == .json { return PostmortemJSON.encode(postmortem) }
    let report = spare.last.withLockIfAvailable { values in
      write(postmortem, sources, format, &values)
    }
    if let report { return report }
    var values = TemplateValues(for: .plain)
    return write(postmortem, sources, format, &values)
  }

  private func write(
    _ postmortem: Postmortem, _ sources: [SourceText], _ format: ReportFormat,
    _ values: inout TemplateValues
  ) -> [UInt8] {
    values.reset(for: format == .html ? .html : .markdown)
    var context = ReportContext(postmortem, sources, labels, values)
    context.addReport(format, style: style)
    values = context.values
    return render(Self.name(of: format), &values)
  }

  /// Writes the page that leads to a folder's reports, in the order given; failures have a list of their own.
  public func index(_ entries: [IndexEntry]) -> [UInt8] {
    index { add in for entry in entries { add(entry) } }
  }

  /// Writes the page that leads to a folder's reports from the entries that `feed` adds, one after the other, as there
  /// may be too many to hold.
  public func index<Failure: Error>(
    _ feed: (_ add: (IndexEntry) -> Void) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    var context = IndexContext(labels)
    try feed { context.add($0) }
    var values = context.finish(style: style)
    return render(Self.indexName, &values)
  }

  private static let indexName = "index.html.mustache"

  private static func name(of format: ReportFormat) -> String {
    format == .html ? "report.html.mustache" : "report.md.mustache"
  }

  /// Renders a checked template: the only thing left to go wrong is a report above the engine's size limit.
  private func render(_ name: String, _ values: inout TemplateValues) -> [UInt8] {
    do {
      return try pages.render(name, &values)
    } catch {
      return Array("\(error)\n".utf8)
    }
  }
}
