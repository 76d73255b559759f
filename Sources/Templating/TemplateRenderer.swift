/// Runs a program over a value.
struct TemplateRenderer {
  /// The most that one rendering may write, in bytes.
  static let outputLimit = 64 << 20

  private let program: TemplateProgram
  private var frames: [Frame]
  private var output: [UInt8] = []
  private var escaper: Escaper

  private struct Frame {
    var value: TemplateValue
    var items: [TemplateValue]
    var index: Int
  }

  /// Prepares to run `program` over `value`.
  init(_ program: TemplateProgram, _ value: TemplateValue) {
    self.program = program
    frames = [Frame(value: value, items: [], index: 0)]
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
    guard path.slot >= 0 else { return frames[Int(path.frame)].value }
    guard case .record(let record) = frames[Int(path.frame)].value else { return .absent }
    var value = record.values[Int(path.slot)]
    for index in path.rest {
      guard case .record(let inner) = value else { return .absent }
      value = inner.values[program.slots[Int(index)]]
    }
    return value
  }

  private mutating func enter(_ value: TemplateValue) -> Bool {
    guard value.isTruthy else { return false }
    if case .list(let items) = value {
      frames.append(Frame(value: items[0], items: items, index: 0))
    } else {
      frames.append(Frame(value: value, items: [], index: 0))
    }
    return true
  }

  /// Goes to the next item of the list that is being repeated, or leaves it.
  private mutating func leave() -> Bool {
    let top = frames.count - 1
    let index = frames[top].index + 1
    guard index < frames[top].items.count else {
      frames.removeLast()
      return false
    }
    frames[top].index = index
    frames[top].value = frames[top].items[index]
    return true
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
