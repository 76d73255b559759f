/// Runs a program over values.
enum TemplateRenderer {
  /// The most that one rendering may write, in bytes.
  static let outputLimit = 64 << 20

  private typealias Cell = TemplateValues.Cell

  /// A value that a section has entered.
  private struct Frame {
    /// The value, or the item of a list that is being shown.
    var value: Cell
    /// Where the list's items stand that are still to come.
    var next: Int32 = 0
    /// Where they end.
    var end: Int32 = 0
  }

  /// Runs `program` over `values`, which belong to `root`; says no if the output would exceed the limit.
  static func run(
    _ program: TemplateProgram, _ values: borrowing TemplateValues, _ root: TemplateValues.Cell,
    to output: inout OutputBuffer
  ) -> Bool {
    var frames = [Frame(value: root)]
    let steps = program.steps
    let literals = program.literals.span
    var next = 0
    while next < steps.count {
      if output.count > Self.outputLimit { return false }
      let step = steps[next]
      next += 1
      if step.textStart < step.textEnd {
        output.append(literals.extracting(step.textStart..<step.textEnd))
      }
      switch step.action {
      case .nothing:
        break
      case .print(let path, let style):
        print(
          value(at: path, frames, program, values), of: values, style, for: program.format,
          to: &output)
      case .enter(let path):
        let value = value(at: path, frames, program, values)
        if !value.isTruthy {
          next = step.target
        } else if value.kind == Cell.list {
          frames.append(
            Frame(value: values.cells[Int(value.start)], next: value.start + 1, end: value.end))
        } else {
          frames.append(Frame(value: value))
        }
      case .leave:
        let top = frames.count - 1
        if frames[top].next < frames[top].end {
          frames[top].value = values.cells[Int(frames[top].next)]
          frames[top].next += 1
          next = step.target
        } else {
          frames.removeLast()
        }
      case .skipIfTrue(let path):
        if value(at: path, frames, program, values).isTruthy { next = step.target }
      }
    }
    return output.count <= Self.outputLimit
  }

  @inline(__always)
  private static func value(
    at path: TemplateProgram.Path, _ frames: [Frame], _ program: TemplateProgram,
    _ values: borrowing TemplateValues
  ) -> Cell {
    var value = frames[Int(path.frame)].value
    guard path.slot >= 0 else { return value }
    guard value.isRecord, path.slot < value.count else { return Cell(kind: Cell.absent) }
    value = values.cells[Int(value.start + path.slot)]
    for index in path.rest {
      guard value.isRecord else { return Cell(kind: Cell.absent) }
      value = values.cells[Int(value.start) + program.slots[Int(index)]]
    }
    return value
  }

  private static func print(
    _ value: Cell, of values: borrowing TemplateValues, _ style: TemplateProgram.Style,
    for format: OutputFormat, to output: inout OutputBuffer
  ) {
    switch value.kind {
    case Cell.text, Cell.url:
      let text = Int(value.start)..<Int(value.end)
      switch (style, format) {
      case (.raw, _): output.append(values.bytes.span.extracting(text))
      case (.address, _) where value.kind != Cell.url: break
      case (.address, .markdown): MarkdownEscaping.appendAddress(values.bytes[text], to: &output)
      case (.escaped(let following), .markdown):
        MarkdownEscaping.append(values.bytes[text], to: &output, following: following)
      case (_, .html): HTMLEscaping.append(values.bytes.span.extracting(text), to: &output)
      case (_, .plain): PlainEscaping.append(values.bytes.span.extracting(text), to: &output)
      }
    case Cell.trusted:
      let text = values.trusted[Int(value.start)].utf8
      output.append(text.span)
    case Cell.flag:
      output.append(value.count > 0 ? "true" : "false")
    default:
      break
    }
  }
}
