public import Evidence

/// Templates that were loaded together: they may include each other and nothing else.
public struct TemplateSet: Sendable {
  /// Loads and checks templates.
  ///
  /// A template's name is its source's name, such as `report.html.mustache`; a later one replaces an earlier one of
  /// the same name. A template includes another by its name, with or without `.mustache`.
  /// - Parameters:
  ///   - templates: All templates of the set.
  ///   - shapes: What each template that is rendered by name is given. With nil nothing is checked at load.
  ///   - format: The format that a rendered template's output has, by its name.
  /// - Throws: The first mistake found in a template.
  public init(
    _ templates: [SourceText], root shapes: [String: TemplateShape]?,
    format: (String) -> OutputFormat = { OutputFormat(templateName: $0) }
  ) throws(TemplateError) {
    for template in templates { _ = try TemplateScanner.tokens(of: template) }
  }

  /// Renders the template called `name`.
  public func render(_ name: String, _ value: TemplateRecord) throws(TemplateError) -> [UInt8] {
    throw TemplateError("no such template", in: name)
  }
}
