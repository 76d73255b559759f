/// Checks that a record's fields are what its shape says, so that rendering need not.
enum ShapeCheck {
  /// What is wrong with `fields` where those of `shape` are expected, or nil.
  static func problem(
    _ fields: [TemplateValues.Cell], _ shape: TemplateShape, _ values: borrowing TemplateValues
  ) -> String? {
    guard fields.count == shape.kinds.count else {
      return "the record `\(shape.name)` has \(fields.count) values instead of \(shape.kinds.count)"
    }
    for slot in shape.kinds.indices {
      let field = fields[slot]
      // A field's own kind says it all, but for lists and trusted text.
      if field.kind == TemplateValues.Cell.absent || field.kind == shape.codes[slot] { continue }
      if let problem = problem(field, shape.kinds[slot], values) {
        return "the record `\(shape.name)`: `\(shape.names[slot])` \(problem)"
      }
    }
    return nil
  }

  private static func problem(
    _ value: TemplateValues.Cell, _ kind: TemplateShape.Kind, _ values: borrowing TemplateValues
  ) -> String? {
    switch kind {
    case .items(let item) where value.kind == TemplateValues.Cell.list:
      if value.count == 0 || values.cells[Int(value.start) - 1].kind == item.code { return nil }
      for index in value.start..<value.end {
        if let problem = problem(values.cells[Int(index)], item, values) {
          return "item \(index - value.start + 1) \(problem)"
        }
      }
      return nil
    case .trusted where value.kind == TemplateValues.Cell.trusted:
      let format = values.trusted[Int(value.start)].format
      return format == values.format ? nil : "is trusted in \(format), not in \(values.format)"
    default:
      if value.kind == TemplateValues.Cell.absent || value.kind == kind.code { return nil }
      return "is \(name(of: value)) instead of \(kind.name)"
    }
  }

  /// The kind of a value in words.
  private static func name(of value: TemplateValues.Cell) -> String {
    switch value.kind {
    case TemplateValues.Cell.flag: "a flag"
    case TemplateValues.Cell.text: "text"
    case TemplateValues.Cell.trusted: "trusted text"
    case TemplateValues.Cell.url: "a URL"
    case TemplateValues.Cell.list: "a list"
    default: "a record of another shape"
    }
  }
}
