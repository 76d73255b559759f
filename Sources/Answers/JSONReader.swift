import Evidence
import JSONText

/// Reads JSON as RFC 8259 defines it, and nothing else, into records; numbers and words stay text as written.
struct JSONReader {
  private var builder: RecordBuilder
  private let outline: JSONOutline
  private let mistake: JSONOutline.Mistake?
  /// The objects and lists that are open.
  private var open: [Int] = []

  init(builder: RecordBuilder, range: Range<Int>) {
    self.builder = builder
    // One level more than is taken, so that the builder meets it and tells.
    (outline, mistake) = JSONOutline.read(
      builder.source.utf8, in: range, depthLimit: RecordBuilder.depthLimit + 1)
  }

  /// Reads to the end or to the first mistake.
  mutating func read() -> RecordBuilder {
    for index in outline.nodes.indices {
      closeEnded(before: index)
      guard take(outline.nodes[index], index) else { return builder }
    }
    closeEnded(before: outline.nodes.count)
    if let mistake {
      builder.tell(
        "answers-json", .error, mistake.message(in: builder.source), at: mistake.offset)
    }
    return builder
  }

  /// Hands a value to the builder; false where the nesting is too deep to go on.
  private mutating func take(_ node: JSONOutline.Node, _ index: Int) -> Bool {
    if let key = node.key { builder.scalar(text(key), key.lowerBound - 1..<key.upperBound + 1) }
    switch node.kind {
    case .object, .list:
      let start = node.range.lowerBound
      open.append(index)
      return node.kind == .object ? builder.openMap(at: start) : builder.openList(at: start)
    case .string:
      builder.scalar(text(node.range.lowerBound + 1..<node.range.upperBound - 1), node.range)
    case .null: builder.scalar("", node.range)
    case .number, .boolean: builder.scalar(outline.text(node.range), node.range)
    }
    return true
  }

  private mutating func closeEnded(before index: Int) {
    while let innermost = open.last, outline.nodes[innermost].next <= index {
      open.removeLast()
      builder.close(at: outline.nodes[innermost].range.upperBound)
    }
  }

  private func text(_ content: Range<Int>) -> String {
    let text = outline.string(content)
    return outline.bytes[content].contains(0x5C) ? EscapedText.clean(text) : text
  }
}
