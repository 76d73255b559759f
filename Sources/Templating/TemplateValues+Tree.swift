extension TemplateValues {
  /// Lays `value` out flat; nil where it nests deeper than anything that can be rendered.
  init?(_ value: TemplateValue, for format: OutputFormat, isChecked: Bool) {
    self.init(for: format, isChecked: isChecked)
    guard add(value, depth: 0) else { return nil }
  }

  private mutating func add(_ value: TemplateValue, depth: Int) -> Bool {
    guard depth <= LooseBinding.depthLimit else { return false }
    switch value {
    case .absent: addNothing()
    case .flag(let flag): add(flag)
    case .text(let text): add(text)
    case .trusted(let text): add(text)
    case .url(let url): add(url)
    case .list(let items):
      open()
      for item in items {
        guard add(item, depth: depth + 1) else { return false }
      }
      closeList()
    case .record(let record):
      open()
      for value in record.values {
        guard add(value, depth: depth + 1) else { return false }
      }
      close(record.shape)
    }
    return true
  }
}
