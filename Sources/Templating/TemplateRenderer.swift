/// Runs a program over a value.
struct TemplateRenderer {
  /// The most that one rendering may write, in bytes.
  static let outputLimit = 64 << 20

  private let program: TemplateProgram
  private var frames: [Frame]
  private var output: [UInt8] = []
  private var escaper: Escaper

  private struct Frame {
    private(set) var value: TemplateValue
    /// What the names of a record stand for; empty for other values.
    private(set) var values: [TemplateValue] = []
    var items: [TemplateValue]
    var index = 0

    init(_ value: TemplateValue, items: [TemplateValue] = []) {
      self.value = value
      self.items = items
      if case .record(let record) = value { values = record.values }
    }

    /// Goes to the next item, or says that there is none.
    mutating func advance() -> Bool {
      index += 1
      guard index < items.count else { return false }
      value = items[index]
      if case .record(let record) = value { values = record.values } else { values = [] }
      return true
    }
  }

  /// Prepares to run `program` over `value`.
  init(_ program: TemplateProgram, _ value: TemplateValue) {
    self.program = program
    frames = [Frame(value)]
    escaper = Escaper(program.format)
  }

  /// Returns the output, or nil if it would exceed the limit.
  mutating func run() -> [UInt8]? {
    output.reserveCapacity(program.literals.count * 2)
    let code = program.code
    var next = 0
    while next < code.count {
      if output.count > Self.outputLimit { return nil }
      switch code[next] {
      case .text(let start, let end):
        output.append(contentsOf: program.literals[start..<end])
      case .print(let path, let style):
        print(value(at: path), style)
      case .enter(let path, let end):
        if !enter(value(at: path)) { next = end }
      case .leave(let start):
        if leave(), let start { next = start }
      case .skipIfTrue(let path, let end):
        if value(at: path).isTruthy {
          next = end
          continue
        }
      }
      next += 1
    }
    return output.count > Self.outputLimit ? nil : output
  }

  private func value(at path: TemplateProgram.Path) -> TemplateValue {
    let frame = Int(path.frame)
    guard path.slot >= 0 else { return frames[frame].value }
    guard Int(path.slot) < frames[frame].values.count else { return .absent }
    if path.rest.isEmpty { return frames[frame].values[Int(path.slot)] }
    var value = frames[frame].values[Int(path.slot)]
    for index in path.rest {
      guard case .record(let inner) = value else { return .absent }
      value = inner.values[program.slots[Int(index)]]
    }
    return value
  }

  private mutating func enter(_ value: TemplateValue) -> Bool {
    guard value.isTruthy else { return false }
    if case .list(let items) = value {
      frames.append(Frame(items[0], items: items))
    } else {
      frames.append(Frame(value))
    }
    return true
  }

  /// Goes to the next item of the list that is being repeated, or leaves it.
  private mutating func leave() -> Bool {
    if frames[frames.count - 1].advance() { return true }
    frames.removeLast()
    return false
  }

  private mutating func print(_ value: TemplateValue, _ style: TemplateProgram.Style) {
    switch value {
    case .text(let text):
      write(text.utf8, style)
    case .trusted(let text):
      output += text.utf8
    case .url(let url):
      if case .address = style {
        escaper.appendAddress(url.utf8, to: &output)
      } else {
        write(url.utf8, style)
      }
    case .flag(let isSet):
      output += (isSet ? "true" : "false").utf8
    case .absent, .list, .record:
      break
    }
  }

  private mutating func write(_ text: some Sequence<UInt8>, _ style: TemplateProgram.Style) {
    switch style {
    case .raw: output.append(contentsOf: text)
    case .escaped(let following): escaper.append(text, to: &output, following: following)
    case .address: break
    }
  }
}
