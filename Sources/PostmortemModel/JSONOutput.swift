import Evidence

/// Writes values as JSON: keys in the order in which a value names them, `null` for what is nil.
///
/// Foundation's encoder sorts keys or shuffles them, and leaves out what is nil. The containers of one encoder all write
/// through the same output.
final class JSONOutput {
  var writer: JSONWriter

  init(_ layout: JSONLayout) { writer = JSONWriter(layout) }

  /// The whole text of one value, with a final line break.
  static func text(of value: some Encodable, _ layout: JSONLayout = .indented) -> [UInt8] {
    let output = JSONOutput(layout)
    output.write(value)
    output.writer.end()
    return output.writer.bytes
  }

  /// Writes any value, ending whatever it opens.
  func write<Value: Encodable>(_ value: Value) {
    let depth = writer.depth
    let start = writer.bytes.count
    // A comparison of types is quick where a conversion is not, and passages are half of a model.
    if Value.self == [Excerpt].self, let passages = value as? [Excerpt] {
      writer.write(passages)
    } else if Value.self == [String: [Excerpt]].self, let evidence = value as? [String: [Excerpt]] {
      write(evidence)
    } else {
      // The values of the model do not throw, and neither do the containers below.
      try? value.encode(to: JSONEncoding(output: self))
    }
    if writer.bytes.count == start { writer.writeNull() }
    writer.closeContainers(downTo: depth)
  }

  /// A dictionary has no order of its own: the account's fields come in theirs.
  private func write(_ evidence: [String: [Excerpt]]) {
    let object = writer.openObject()
    for key in Account.Field.ordered(evidence.keys) {
      writer.beginMember(key, at: object)
      writer.write(evidence[key, default: []])
    }
  }
}
