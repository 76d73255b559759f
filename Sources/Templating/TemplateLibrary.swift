import Evidence

/// The parsed templates of a set, by name.
struct TemplateLibrary: Sendable {
  /// The templates; of two with one name the later.
  private(set) var templates: [TemplateSource] = []
  private var indices: [String: Int] = [:]

  /// Parses all templates.
  init(_ sources: [SourceText]) throws(TemplateError) {
    for source in sources {
      let template = try TemplateParser.parse(source)
      if let index = indices[source.name] {
        templates[index] = template
      } else {
        indices[source.name] = templates.count
        templates.append(template)
      }
    }
  }

  /// The names that templates can be included by.
  var names: [String] { templates.map(\.source.name) }

  /// The same without `.mustache` at the end.
  var shortNames: [String] {
    names.map { $0.hasSuffix(".mustache") ? String($0.dropLast(".mustache".count)) : $0 }
  }

  /// The template that `name` means: the name itself, or with `.mustache` after it.
  func index(of name: String) -> Int? { indices[name] ?? indices[name + ".mustache"] }
}
