public import Evidence

/// Templates that were loaded together: they may include each other and nothing else.
///
/// The language is Mustache with inheritance (`{{<parent}}`, `{{$block}}`), without lambdas and dynamic names. Where
/// shapes are given, everything that can go wrong with a template goes wrong when it is loaded: unknown names,
/// templates that include themselves, values in places where escaping does not make them safe.
public struct TemplateSet: Sendable {
  /// The names of loaded templates that no rendered template includes.
  public let unused: [String]
  private let programs: [String: TemplateProgram]
  /// What is compiled again for each rendering, where no shapes were given.
  private let library: TemplateLibrary?
  private let formats: [String: OutputFormat]

  /// Loads and checks templates.
  ///
  /// A template's name is its source's name, such as `report.html.mustache`; a later one replaces an earlier one of
  /// the same name. A template includes another by its name, with or without `.mustache`.
  /// - Parameters:
  ///   - templates: All templates of the set.
  ///   - shapes: What each template that is rendered by name is given. With nil only the syntax is checked, unknown
  ///     names stand for nothing, and each rendering compiles anew.
  ///   - format: The format that a rendered template's output has, by its name.
  /// - Throws: The first mistake found in a template.
  public init(
    _ templates: [SourceText], root shapes: [String: TemplateShape]?,
    format: (String) -> OutputFormat = { OutputFormat(templateName: $0) }
  ) throws(TemplateError) {
    let library = try TemplateLibrary(templates)
    var programs: [String: TemplateProgram] = [:]
    var formats: [String: OutputFormat] = [:]
    var used: Set<Int> = []
    for (name, shape) in (shapes ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let index = library.index(of: name) else {
        throw Self.unknown(name, library.names)
      }
      var compiler = TemplateCompiler(
        library, root: .record(shape), format: format(name), isStrict: true)
      try compiler.compile(index)
      programs[name] = compiler.program
      used.formUnion(compiler.used)
    }
    if shapes == nil {
      for name in library.names { formats[name] = format(name) }
    }
    self.programs = programs
    self.formats = formats
    self.library = shapes == nil ? library : nil
    unused =
      shapes == nil
      ? [] : library.names.indices.filter { !used.contains($0) }.map { library.names[$0] }
  }

  /// Renders the template called `name`.
  ///
  /// - Throws: If there is no such template, the values do not have its shape, or the output exceeds 64 MiB.
  public func render(
    _ name: String, _ values: inout TemplateValues
  ) throws(TemplateError) -> [UInt8] {
    guard let program = programs[name] else {
      throw Self.unknown(name, programs.keys.sorted())
    }
    if let problem = values.problem { throw TemplateError(problem, in: name) }
    guard let root = values.root, let shape = program.root, root.kind == shape.code,
      values.format == program.format
    else {
      throw TemplateError(
        "the value is not a record `\(program.root?.name ?? "")` for \(program.format)", in: name)
    }
    return try Self.run(program, &values, root, name)
  }

  /// Renders the template called `name` over a record made beforehand.
  ///
  /// - Throws: If there is no such template, `value` does not have its shape, or the output exceeds 64 MiB.
  public func render(_ name: String, _ value: TemplateRecord) throws(TemplateError) -> [UInt8] {
    if library != nil { return try renderLoosely(name, .record(value)) }
    let format = programs[name]?.format ?? .plain
    guard var values = TemplateValues(.record(value), for: format, isChecked: true) else {
      throw Self.tooDeep(name)
    }
    return try render(name, &values)
  }

  /// Renders a template of a set without shapes over any value.
  package func renderLoosely(
    _ name: String, _ value: TemplateValue
  ) throws(TemplateError) -> [UInt8] {
    guard let library, let index = library.index(of: name) else {
      throw Self.unknown(name, library?.names ?? [])
    }
    let format = formats[name] ?? .plain
    guard let bound = LooseBinding.bind(value),
      var values = TemplateValues(bound.value, for: format, isChecked: false),
      let root = values.root
    else {
      throw Self.tooDeep(name)
    }
    var compiler = TemplateCompiler(library, root: bound.kind, format: format, isStrict: false)
    try compiler.compile(index)
    return try Self.run(compiler.program, &values, root, name)
  }

  private static func run(
    _ program: TemplateProgram, _ values: inout TemplateValues, _ root: TemplateValues.Cell,
    _ name: String
  ) throws(TemplateError) -> [UInt8] {
    var output = OutputBuffer(capacity: 0)
    swap(&output, &values.output)
    output.truncate(to: 0)
    let isWritten = TemplateRenderer.run(program, values, root, to: &output)
    swap(&output, &values.output)
    guard isWritten else { throw TemplateError("the output is larger than 64 MiB", in: name) }
    return values.output.array(from: 0)
  }

  private static func tooDeep(_ name: String) -> TemplateError {
    TemplateError("the value nests deeper than \(LooseBinding.depthLimit)", in: name)
  }

  private static func unknown(_ name: String, _ known: [String]) -> TemplateError {
    TemplateError("no such template\(NearestName.hint(name, among: known))", in: name)
  }
}
