package import Evidence

/// A value of a YAML file with all that it holds, and where it stands.
package struct YAMLNode: Sendable {
  /// A key of a map with its value.
  package struct Entry: Sendable {
    /// The key.
    package var key: String
    /// Where the key stands.
    package var position: SourcePosition
    /// What stands under it.
    package var value: YAMLNode
  }

  /// What a value is.
  package enum Content: Sendable {
    /// A text exactly as written, never re-typed; null is empty.
    case text(String)
    case list([YAMLNode])
    case map([Entry])
  }

  /// What it is.
  package var content: Content
  /// Where it starts.
  package var position: SourcePosition

  /// Reads the one document of a file; nothing, with findings, where it is empty or broken.
  ///
  /// Aliases, keys that stand twice and deep nesting are errors.
  package static func read(_ source: SourceText) -> (root: YAMLNode?, findings: [Finding]) {
    guard source.utf8.count <= AnswerFormat.yaml.byteLimit else {
      let message =
        "The file has \(source.utf8.count) bytes; no more than \(AnswerFormat.yaml.byteLimit) are read"
      return (nil, [Finding("config-size", .error, message, in: source.name)])
    }
    var reader = YAMLReader(
      builder: YAMLNodeBuilder(source: source), range: 0..<source.utf8.count)
    return reader.read().finish()
  }
}

/// Builds nodes of what a reader meets.
private struct YAMLNodeBuilder: YAMLSink {
  static let subject = "config"
  static let value = "value"
  /// Settings need four levels; nodes are nested values, and so must not be deep.
  private static let depthLimit = 8

  /// A map or list that is open.
  private struct Frame {
    var node: YAMLNode
    /// In a map: the key whose value comes next.
    var key: (text: String, position: SourcePosition)?
    var isMap: Bool
  }

  let source: SourceText
  private var log: FindingLog
  private var stack: [Frame] = []
  private var root: YAMLNode?

  init(source: SourceText) {
    self.source = source
    log = FindingLog(source: source.name)
  }

  func finish() -> (root: YAMLNode?, findings: [Finding]) { (root, log.finish()) }

  mutating func tell(_ id: String, _ severity: Finding.Severity, _ message: String, at offset: Int)
  {
    log.add(id, severity, message, at: source.position(at: offset))
  }

  mutating func openMap(at offset: Int) -> Bool { open(.map([]), isMap: true, at: offset) }

  mutating func openList(at offset: Int) -> Bool { open(.list([]), isMap: false, at: offset) }

  private mutating func open(_ content: YAMLNode.Content, isMap: Bool, at offset: Int) -> Bool {
    guard stack.count < Self.depthLimit else {
      tell(
        "config-depth", .error, "Maps and lists are nested too deep here; write it flatter",
        at: offset)
      return false
    }
    guard !expectsKey else {
      tell("config-key", .error, "A key is a word here, not a map or a list", at: offset)
      return false
    }
    stack.append(
      Frame(
        node: YAMLNode(content: content, position: source.position(at: offset)), isMap: isMap))
    return true
  }

  mutating func close(at end: Int) {
    if let closed = stack.popLast() { take(closed.node, at: end) }
  }

  mutating func scalar(_ text: String, _ range: Range<Int>) {
    let position = source.position(at: range.lowerBound)
    guard expectsKey, let top = stack.indices.last, case .map(let entries) = stack[top].node.content
    else { return take(YAMLNode(content: .text(text), position: position), at: range.lowerBound) }
    if let first = entries.first(where: { $0.key == text }) {
      tell(
        "config-duplicate-key", .error,
        "The key “\(text)” stands on line \(first.position.line) already; make one of the two",
        at: range.lowerBound)
    }
    stack[top].key = (text, position)
  }

  private var expectsKey: Bool { stack.last.map { $0.isMap && $0.key == nil } ?? false }

  private mutating func take(_ node: YAMLNode, at offset: Int) {
    guard let top = stack.indices.last else {
      if root != nil {
        tell("config-documents", .error, "A second document starts here; keep one", at: offset)
      }
      root = root ?? node
      return
    }
    switch stack[top].node.content {
    case .map(var entries):
      guard let key = stack[top].key else { return }
      stack[top].key = nil
      stack[top].node.content = .text("")
      entries.append(YAMLNode.Entry(key: key.text, position: key.position, value: node))
      stack[top].node.content = .map(entries)
    case .list(var items):
      stack[top].node.content = .text("")
      items.append(node)
      stack[top].node.content = .list(items)
    case .text: return
    }
  }
}
