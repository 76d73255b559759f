/// Checks that a record is what its shape says, so that rendering need not.
enum RecordCheck {
  /// What is wrong with `record` where one of shape `shape` is expected, or nil.
  static func problem(
    _ record: TemplateRecord, _ shape: TemplateShape, _ format: OutputFormat
  ) -> String? {
    guard record.shape === shape else {
      return "is a record of shape `\(record.shape.name)` instead of `\(shape.name)`"
    }
    guard record.values.count == shape.kinds.count else {
      return "has \(record.values.count) values instead of \(shape.kinds.count)"
    }
    for slot in shape.kinds.indices {
      // Most values are leaves, and a report has thousands of them.
      if fits(record.values[slot], shape.leaves[slot]) { continue }
      if let problem = problem(record.values[slot], shape.kinds[slot], format) {
        return "`\(shape.names[slot])` \(problem)"
      }
    }
    return nil
  }

  private static func fits(_ value: TemplateValue, _ leaf: TemplateShape.Leaf) -> Bool {
    switch value {
    case .absent: true
    case .text: leaf == .text
    case .url: leaf == .url
    case .flag: leaf == .flag
    default: false
    }
  }

  private static func problem(
    _ value: TemplateValue, _ kind: TemplateShape.Kind, _ format: OutputFormat
  ) -> String? {
    switch (value, kind) {
    case (.absent, _), (.text, .text), (.flag, .flag), (.url, .url):
      return nil
    case (.trusted(let text), .trusted):
      return text.format == format ? nil : "is trusted in \(text.format), not in \(format)"
    case (.record(let record), .record(let shape)):
      return problem(record, shape, format)
    case (.list(let items), .items(let kind)):
      for (index, item) in items.enumerated() {
        if let problem = problem(item, kind, format) { return "item \(index + 1) \(problem)" }
      }
      return nil
    default:
      return "is \(value.kindName) instead of \(kind.name)"
    }
  }
}
