/// Follows a document through a program, so that a value in a place where its escaping does not hold is found at load.
protocol DocumentContext: Equatable {
  /// Whether a document may end here.
  var isComplete: Bool { get }

  /// The start of a document.
  init()

  /// Reads literal text.
  mutating func read(_ text: ArraySlice<UInt8>)

  /// Reads a value of the given kind: how it is to be written, or why it must not stand here.
  mutating func readValue(_ kind: TemplateShape.Kind) -> ContextVerdict

  /// Whether content that starts in one context and ends in the other may be left out or repeated.
  ///
  /// The context becomes the one that holds whether or not it is.
  mutating func join(_ other: Self) -> Bool
}

/// What a context says of a value.
enum ContextVerdict {
  /// It may stand there, escaped as text is.
  case text
  /// It may stand there as an address.
  case address
  /// It must not, because it would be in the place described.
  case forbidden(String)
}

/// Walks a program in the order of its text.
struct ContextCheck<Context: DocumentContext> {
  private var context = Context()
  private var open: [(start: Int, end: Int, context: Context)] = []

  /// Settles how `program` writes its values; gives the first problem and the instruction that has it.
  static func run(_ program: inout TemplateProgram, _ origins: [TemplateCompiler.Origin])
    -> (instruction: Int, message: String)?
  {
    var check = Self()
    return check.walk(&program, origins)
  }

  private mutating func walk(
    _ program: inout TemplateProgram, _ origins: [TemplateCompiler.Origin]
  ) -> (instruction: Int, message: String)? {
    for index in program.code.indices {
      while let section = open.last, section.end == index {
        if let problem = close(origins) { return problem }
      }
      switch program.code[index] {
      case .text(let start, let end):
        context.read(program.literals[start..<end])
      case .print(let path, _):
        guard let kind = origins[index].kind else { continue }
        switch context.readValue(kind) {
        case .text: break
        case .address: program.code[index] = .print(path, .address)
        case .forbidden(let place):
          return (index, "`\(origins[index].name)` stands \(place)")
        }
      case .enter(_, let end):
        // The section's `leave` stands at `end`; what follows it is where both ways meet.
        open.append((index, end + 1, context))
      case .skipIfTrue(_, let end):
        open.append((index, end, context))
      case .leave:
        break
      }
    }
    while !open.isEmpty {
      if let problem = close(origins) { return problem }
    }
    guard context.isComplete || program.code.isEmpty else {
      return (program.code.count - 1, "the template ends inside a tag")
    }
    return nil
  }

  private mutating func close(
    _ origins: [TemplateCompiler.Origin]
  ) -> (instruction: Int, message: String)? {
    guard let section = open.popLast(), !context.join(section.context) else { return nil }
    let name = origins[section.start].name
    return (
      section.start, "the section `\(name)` ends in another place of the mark-up than it starts in"
    )
  }
}
