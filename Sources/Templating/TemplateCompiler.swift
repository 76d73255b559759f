import Evidence

/// Turns a template and all it includes into a program.
struct TemplateCompiler {
  /// How deep templates may include each other.
  static let depthLimit = 64
  /// How deep sections may nest with those of included templates.
  private static let nestingLimit = 256
  /// How many inclusions and instructions one program may have.
  private static let sizeLimit = 100_000

  /// The parsed templates.
  let library: TemplateLibrary
  /// Whether unknown names are errors; otherwise they stand for nothing.
  let isStrict: Bool
  /// What was compiled so far.
  private(set) var program: TemplateProgram
  /// Where each instruction comes from.
  private(set) var origins: [Origin] = []
  /// The templates that were included, the root among them.
  private(set) var used: Set<Int> = []

  private var frames: [TemplateShape.Kind]
  private var overrides: [String: Override] = [:]
  /// The blocks met since the innermost parent began.
  private var blocks: Set<String> = []
  private var inclusions: [Int] = []
  private var inclusionCount = 0
  private var nesting = 0
  /// Instructions before this one are jumped to or over: text after it is not joined with text before.
  private var barrier = 0

  /// The tag that an instruction comes from.
  struct Origin: Sendable {
    var template: Int
    var offset: Int
    var name: String
    var kind: TemplateShape.Kind?
  }

  /// Content that replaces a block's.
  private struct Override {
    var template: Int
    var content: Range<Int>
    var block: TemplateSource.Block
  }

  /// What happens to the white space at the start of lines.
  private struct Margin {
    /// What is written before each line.
    var indent: [UInt8] = []
    /// How many bytes of white space each line loses.
    var dedent = 0
    /// Whether the next line continues one that has begun.
    var isWithinLine = false
  }

  /// Prepares to compile templates whose root is of kind `root`.
  init(_ library: TemplateLibrary, root: TemplateShape.Kind, format: OutputFormat, isStrict: Bool) {
    self.library = library
    self.isStrict = isStrict
    frames = [root]
    if case .record(let shape) = root {
      program = TemplateProgram(format: format, root: shape)
    } else {
      program = TemplateProgram(format: format, root: nil)
    }
  }

  /// Compiles the template at `index` as the root.
  mutating func compile(_ index: Int) throws(TemplateError) {
    used.insert(index)
    inclusions = [index]
    var margin = Margin()
    try emit(library.templates[index].nodes.indices, of: index, &margin)
    noteFollowing()
    if isStrict { try checkContexts() }
    program.makeSteps()
  }

  // MARK: Nodes

  private mutating func emit(
    _ range: Range<Int>, of template: Int, _ margin: inout Margin
  ) throws(TemplateError) {
    let source = library.templates[template]
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.nestingLimit else {
      throw source.error(
        "sections nest deeper than \(Self.nestingLimit), those of included templates counted", at: 0
      )
    }
    var index = range.lowerBound
    while index < range.upperBound {
      var next = index + 1
      switch source.nodes[index] {
      case .line(let space, let isBlank):
        write(line: source.source.utf8[space], isBlank: isBlank, &margin)
      case .text(let bytes):
        write(source.source.utf8[bytes])
      case .variable(let name, let isRaw):
        try print(name, isRaw: isRaw, of: template)
      case .section(let name, let isInverted, let end):
        try section(name, isInverted, index + 1..<end, of: template, &margin)
        next = end
      case .partial(let name, let placement):
        try include(name, placement, overriding: 0..<0, of: template, margin)
      case .parent(let name, let placement, let end):
        try include(name, placement, overriding: index + 1..<end, of: template, margin)
        next = end
      case .block(let name, let block, let end):
        try expand(name, block, index + 1..<end, of: template, &margin)
        next = end
      }
      index = next
    }
  }

  private mutating func write(
    line space: ArraySlice<UInt8>, isBlank: Bool, _ margin: inout Margin
  ) {
    if !isBlank, !margin.isWithinLine { write(margin.indent[...]) }
    margin.isWithinLine = false
    write(space.dropFirst(margin.dedent))
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = program.literals.count
    program.literals += bytes
    let end = program.literals.count
    if program.code.count > barrier, case .text(let first, start) = program.code.last {
      program.code[program.code.count - 1] = .text(start: first, end: end)
    } else {
      append(
        .text(start: start, end: end), Origin(template: inclusions.last ?? 0, offset: 0, name: ""))
    }
  }

  private mutating func append(_ instruction: TemplateProgram.Instruction, _ origin: Origin) {
    program.code.append(instruction)
    origins.append(origin)
  }

  // MARK: Values

  private mutating func print(
    _ name: TemplateSource.Name, isRaw: Bool, of template: Int
  ) throws(TemplateError) {
    guard let (path, kind) = try resolve(name, in: template) else { return }
    if isStrict { try checkPrintable(name, kind, isRaw: isRaw, in: template) }
    append(
      .print(path, isRaw ? .raw : .escaped(.anything)),
      Origin(template: template, offset: name.offset, name: name.text, kind: kind))
  }

  private func checkPrintable(
    _ name: TemplateSource.Name, _ kind: TemplateShape.Kind, isRaw: Bool, in template: Int
  ) throws(TemplateError) {
    let problem: String
    switch kind {
    case .text, .url:
      guard isRaw else { return }
      problem = "`\(name.text)` is \(kind.name) and must be escaped: write {{\(name.text)}}"
    case .trusted:
      guard !isRaw else { return }
      problem =
        "`\(name.text)` is trusted text and would be escaped twice: write {{{\(name.text)}}}"
    case .flag, .record, .items:
      problem = "`\(name.text)` is \(kind.name) and cannot be printed"
    }
    throw library.templates[template].error(problem, at: name.offset)
  }

  private mutating func section(
    _ name: TemplateSource.Name, _ isInverted: Bool, _ content: Range<Int>, of template: Int,
    _ margin: inout Margin
  ) throws(TemplateError) {
    guard let (path, kind) = try resolve(name, in: template) else {
      if isInverted { try emit(content, of: template, &margin) }
      return
    }
    let start = program.code.count
    let origin = Origin(template: template, offset: name.offset, name: name.text, kind: kind)
    if isInverted {
      append(.skipIfTrue(path, end: 0), origin)
      try emit(content, of: template, &margin)
      program.code[start] = .skipIfTrue(path, end: program.code.count)
    } else {
      var item = kind
      if case .items(let kind) = kind { item = kind }
      append(.enter(path, end: 0), origin)
      if case .record(let shape) = item, shape === TemplateShape.unknown {
        // No value can come here, so names in it mean nothing.
      } else {
        frames.append(item)
        try emit(content, of: template, &margin)
        frames.removeLast()
      }
      program.code[start] = .enter(path, end: program.code.count)
      let isRepeated = if case .items = kind { true } else { false }
      append(.leave(start: isRepeated ? start : nil), origin)
    }
    barrier = program.code.count
    try checkSize(name, in: template)
  }

  private mutating func resolve(
    _ name: TemplateSource.Name, in template: Int
  ) throws(TemplateError) -> (TemplateProgram.Path, TemplateShape.Kind)? {
    if name.text == "." {
      let top = frames.count - 1
      return (TemplateProgram.Path(frame: Int32(top), slot: -1, rest: 0..<0), frames[top])
    }
    let parts = name.text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    for (index, frame) in frames.enumerated().reversed() {
      guard case .record(let shape) = frame, let slot = shape.slot(of: parts[0]) else { continue }
      let start = program.slots.count
      var kind = shape.kinds[slot]
      for part in parts.dropFirst() {
        guard case .record(let inner) = kind, let slot = inner.slot(of: part) else {
          guard isStrict else { return nil }
          throw unknown(part, of: name, within: kind, in: template)
        }
        program.slots.append(slot)
        kind = inner.kinds[slot]
      }
      return (
        TemplateProgram.Path(
          frame: Int32(index), slot: Int32(slot),
          rest: Int32(start)..<Int32(program.slots.count)),
        kind
      )
    }
    guard isStrict else { return nil }
    throw unknown(parts[0], of: name, within: nil, in: template)
  }

  /// An error about a name, or a part of a dotted one, that nothing has.
  private func unknown(
    _ part: String, of name: TemplateSource.Name, within kind: TemplateShape.Kind?, in template: Int
  ) -> TemplateError {
    var known: [String] = []
    var place = ""
    switch kind {
    case .record(let shape):
      known = shape.names
      place = " in `\(shape.name)`"
    case .some(let kind):
      return library.templates[template].error(
        "unknown name `\(part)` in `\(name.text)`: what stands before it is \(kind.name)",
        at: name.offset)
    case nil:
      for case .record(let shape) in frames.reversed() { known += shape.names }
      if case .record(let shape) = frames.last { place = " in `\(shape.name)`" }
    }
    return library.templates[template].error(
      "unknown name `\(part)`\(place)\(NearestName.hint(part, among: known))", at: name.offset)
  }

  // MARK: Included templates

  private mutating func include(
    _ name: TemplateSource.Name, _ placement: TemplateSource.Placement,
    overriding content: Range<Int>, of template: Int, _ margin: Margin
  ) throws(TemplateError) {
    guard let index = library.index(of: name.text) else {
      guard isStrict else { return }
      throw library.templates[template].error(
        "unknown template `\(name.text)`\(NearestName.hint(name.text, among: library.shortNames))",
        at: name.offset)
    }
    if isStrict, let first = inclusions.firstIndex(of: index) {
      let chain = (inclusions[first...] + [index]).map { library.templates[$0].source.name }
      throw library.templates[template].error(
        "`\(chain[0])` includes itself: \(chain.joined(separator: " > "))", at: name.offset)
    }
    guard inclusions.count < Self.depthLimit else {
      throw library.templates[template].error(
        "templates include each other deeper than \(Self.depthLimit)", at: name.offset)
    }
    inclusionCount += 1
    try checkSize(name, in: template)
    used.insert(index)
    let outer = overrides
    let outerBlocks = blocks
    if !content.isEmpty { blocks = [] }
    let added = addOverrides(content, of: template)
    var inner = Margin(isWithinLine: true)
    if placement.isStandalone {
      let space = library.templates[template].source.utf8[placement.space]
      inner = Margin(indent: margin.indent + space.dropFirst(margin.dedent))
    }
    inclusions.append(index)
    try emit(library.templates[index].nodes.indices, of: index, &inner)
    inclusions.removeLast()
    overrides = outer
    if isStrict, let lost = added.first(where: { !blocks.contains($0.text) }) {
      throw library.templates[template].error(
        "`\(name.text)` has no block `\(lost.text)`\(NearestName.hint(lost.text, among: blocks.sorted()))",
        at: lost.offset)
    }
    blocks.formUnion(outerBlocks)
  }

  /// Notes the blocks directly in a parent's tag; what an outer template overrides stays overridden.
  private mutating func addOverrides(
    _ content: Range<Int>, of template: Int
  ) -> [TemplateSource.Name] {
    let nodes = library.templates[template].nodes
    var names: [TemplateSource.Name] = []
    var index = content.lowerBound
    while index < content.upperBound {
      var next = index + 1
      switch nodes[index] {
      case .block(let name, let block, let end):
        names.append(name)
        if overrides[name.text] == nil {
          overrides[name.text] = Override(
            template: template, content: index + 1..<end, block: block)
        }
        next = end
      case .section(_, _, let end), .parent(_, _, let end):
        next = end
      case .line, .text, .variable, .partial:
        break
      }
      index = next
    }
    return names
  }

  private mutating func expand(
    _ name: TemplateSource.Name, _ block: TemplateSource.Block, _ content: Range<Int>,
    of template: Int, _ margin: inout Margin
  ) throws(TemplateError) {
    blocks.insert(name.text)
    guard let override = overrides[name.text] else {
      try emit(content, of: template, &margin)
      return
    }
    let space = library.templates[template].source.utf8[block.space]
    var inner = Margin(
      indent: margin.indent + space.dropFirst(margin.dedent),
      dedent: override.block.startsLine ? override.block.space.count : 0,
      isWithinLine: !block.startsLine)
    if block.startsLine, !override.block.startsLine { write(inner.indent[...]) }
    // Within its own replacement a block means its default, so that no block can contain itself.
    overrides[name.text] = nil
    try emit(override.content, of: override.template, &inner)
    overrides[name.text] = override
    inclusionCount += 1
    try checkSize(name, in: template)
  }

  private func checkSize(_ name: TemplateSource.Name, in template: Int) throws(TemplateError) {
    guard
      program.code.count > Self.sizeLimit || inclusionCount > Self.sizeLimit
        || program.literals.count > TemplateRenderer.outputLimit
    else { return }
    throw library.templates[template].error(
      "templates include each other too often: this one grows beyond all use", at: name.offset)
  }

  /// Tells each value printed in Markdown what the template may write after it.
  private mutating func noteFollowing() {
    guard program.format == .markdown else { return }
    for index in program.code.indices {
      guard case .print(let path, .escaped) = program.code[index] else { continue }
      program.code[index] = .print(path, .escaped(Following(after: index, in: program)))
    }
  }

  /// Finds values in places where their escaping does not hold.
  private mutating func checkContexts() throws(TemplateError) {
    let problem: (instruction: Int, message: String)?
    switch program.format {
    case .html: problem = ContextCheck<HTMLContext>.run(&program, origins)
    case .markdown: problem = ContextCheck<MarkdownContext>.run(&program, origins)
    case .plain: problem = nil
    }
    guard let problem else { return }
    let origin = origins[problem.instruction]
    throw library.templates[origin.template].error(problem.message, at: origin.offset)
  }
}

extension TemplateShape {
  /// What the items of an empty list have: nobody knows.
  static let unknown = TemplateShape("unknown", [:])
}
