public import Evidence

/// Templates that were loaded together: they may include each other and nothing else.
public struct TemplateSet: Sendable {
  /// The names of loaded templates that no rendered template includes.
  public let unused: [String]
  private let programs: [String: TemplateProgram]

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
    let library = try TemplateLibrary(templates)
    var programs: [String: TemplateProgram] = [:]
    var used: Set<Int> = []
    for (name, shape) in (shapes ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let index = library.index(of: name) else {
        throw TemplateError(
          "no such template\(NearestName.hint(name, among: library.names))", in: name)
      }
      var compiler = TemplateCompiler(
        library, root: .record(shape), format: format(name), isStrict: true)
      try compiler.compile(index)
      programs[name] = compiler.program
      used.formUnion(compiler.used)
    }
    self.programs = programs
    unused = library.names.indices.filter { !used.contains($0) }.map { library.names[$0] }
  }

  /// Renders the template called `name`.
  public func render(_ name: String, _ value: TemplateRecord) throws(TemplateError) -> [UInt8] {
    guard let program = programs[name] else {
      throw TemplateError(
        "no such template\(NearestName.hint(name, among: programs.keys.sorted()))", in: name)
    }
    var renderer = TemplateRenderer(program, .record(value))
    guard let output = renderer.run() else {
      throw TemplateError("the output is larger than 64 MiB", in: name)
    }
    return output
  }
}
