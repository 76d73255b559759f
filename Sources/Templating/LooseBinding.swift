/// Finds shapes for values that come without agreed ones, by looking at all values that share a place.
///
/// The items of a list share the union of their names.
struct LooseBinding {
  /// How deep values may nest.
  static let depthLimit = 64

  /// Returns the kind of `value` and the value with records of that kind, or nil if it nests too deep.
  static func bind(_ value: TemplateValue) -> (kind: TemplateShape.Kind, value: TemplateValue)? {
    guard let (kind, values) = unify([value], depth: 0) else { return nil }
    return (kind, values[0])
  }

  private static func unify(
    _ values: [TemplateValue], depth: Int
  ) -> (kind: TemplateShape.Kind, values: [TemplateValue])? {
    guard depth < depthLimit else { return nil }
    var records: [TemplateRecord] = []
    var items: [TemplateValue] = []
    var isList = false
    var other: TemplateShape.Kind?
    for value in values {
      switch value {
      case .record(let record): records.append(record)
      case .list(let list):
        isList = true
        items += list
      case .flag: other = other ?? .flag
      case .text: other = .text
      case .trusted: other = other ?? .trusted
      case .url: other = other ?? .url
      case .absent: break
      }
    }
    if isList { return unifyLists(values, items, depth: depth) }
    if !records.isEmpty { return unifyRecords(values, records, depth: depth) }
    return (other ?? .record(.unknown), values)
  }

  private static func unifyLists(
    _ values: [TemplateValue], _ items: [TemplateValue], depth: Int
  ) -> (kind: TemplateShape.Kind, values: [TemplateValue])? {
    guard let (kind, bound) = unify(items, depth: depth + 1) else { return nil }
    var rest = bound[...]
    let lists = values.map { value in
      guard case .list(let list) = value else { return value }
      defer { rest = rest.dropFirst(list.count) }
      return .list(Array(rest.prefix(list.count)))
    }
    return (.items(kind), lists)
  }

  private static func unifyRecords(
    _ values: [TemplateValue], _ records: [TemplateRecord], depth: Int
  ) -> (kind: TemplateShape.Kind, values: [TemplateValue])? {
    var names: [String] = []
    for record in records {
      for name in record.shape.names where !names.contains(name) { names.append(name) }
    }
    var kinds: [TemplateShape.Kind] = []
    var columns: [[TemplateValue]] = []
    for name in names {
      let column = records.map { record in
        record.shape.slot(of: name).flatMap {
          record.values.indices.contains($0) ? record.values[$0] : nil
        } ?? .absent
      }
      guard let (kind, bound) = unify(column, depth: depth + 1) else { return nil }
      kinds.append(kind)
      columns.append(bound)
    }
    let shape = TemplateShape("record", names: names, kinds: kinds)
    var row = 0
    let bound = values.map { value in
      guard case .record = value else { return value }
      defer { row += 1 }
      return .record(TemplateRecord(shape, columns.map { $0[row] }))
    }
    return (.record(shape), bound)
  }
}
