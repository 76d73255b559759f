import Evidence
import JSONText
import PostmortemModel

/// A post-mortem as nested values, in which every field is reached in the same way.
indirect enum ModelTree: Equatable {
  /// A text, or nothing.
  case text(String)
  /// A number, a truth value or null, as JSON writes it.
  case plain(String)
  case list([ModelTree])
  case record([Field])

  /// A value under its key.
  struct Field: Equatable {
    var key: String
    var value: ModelTree
  }

  /// Takes a post-mortem apart.
  init(_ model: Postmortem) {
    let bytes = PostmortemJSON.encode(model)
    // What we write we can read.
    guard let outline = try? JSONOutline(bytes) else {
      self = .record([])
      return
    }
    self.init(outline, 0)
  }

  /// Models are a few levels deep, so that this may call itself.
  private init(_ outline: JSONOutline, _ node: Int) {
    let range = outline.nodes[node].range
    switch outline.nodes[node].kind {
    case .object:
      self = .record(
        outline.children(of: node).map { child in
          Field(
            key: outline.nodes[child].key.map { outline.string($0) } ?? "",
            value: ModelTree(outline, child))
        })
    case .list: self = .list(outline.children(of: node).map { ModelTree(outline, $0) })
    case .string: self = .text(outline.string(range.lowerBound + 1..<range.upperBound - 1))
    case .number, .boolean, .null: self = .plain(outline.text(range))
    }
  }

  /// The post-mortem that this is.
  var model: Postmortem? {
    var json = ""
    write(to: &json)
    return try? PostmortemJSON.decode(SourceText(name: "model", text: json))
  }

  private func write(to json: inout String) {
    switch self {
    case .plain(let text): json += text
    case .text(let text): json += PostmortemJSON.string(text)
    case .list(let items):
      json += "["
      for (index, item) in items.enumerated() {
        if index > 0 { json += "," }
        item.write(to: &json)
      }
      json += "]"
    case .record(let fields):
      json += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { json += "," }
        json += PostmortemJSON.string(field.key) + ":"
        field.value.write(to: &json)
      }
      json += "}"
    }
  }

  // MARK: Looking in

  /// The value under a key of a record.
  subscript(key: String) -> ModelTree? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The items of a list.
  var items: [ModelTree] { if case .list(let items) = self { items } else { [] } }

  /// The text of a text.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The passages in it.
  var passages: [ModelTree] {
    switch self {
    case .text, .plain: []
    case .list(let items): items.flatMap(\.passages)
    case .record(let fields):
      self["quote"] != nil && self["end_line"] != nil ? [self] : fields.flatMap(\.value.passages)
    }
  }

  /// The value with each passage replaced by what `change` makes of it.
  func changingPassages(_ change: (ModelTree) -> ModelTree) -> ModelTree {
    switch self {
    case .text, .plain: return self
    case .list(let items): return .list(items.map { $0.changingPassages(change) })
    case .record(let fields):
      if self["quote"] != nil, self["end_line"] != nil { return change(self) }
      return .record(
        fields.map { Field(key: $0.key, value: $0.value.changingPassages(change)) })
    }
  }

  /// All texts in it but those of its evidence.
  var words: [String] {
    switch self {
    case .text(let text): [text]
    case .plain: []
    case .list(let items): items.flatMap(\.words)
    case .record(let fields): fields.filter { $0.key != "evidence" }.flatMap(\.value.words)
    }
  }

  /// The value as a message shows it.
  var shown: String {
    switch self {
    case .text(let text): "“\(text.excerpt)”"
    case .plain("null"): "nothing"
    case .plain(let text): text
    case .list(let items): items.isEmpty ? "nothing" : "\(items.count) items"
    case .record: "“\((words.max { $0.utf8.count < $1.utf8.count } ?? "").excerpt)”"
    }
  }
}
