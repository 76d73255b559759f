import Evidence
import JSONText

/// A line of a stream of notes: `{"id": "acme", "note": "…", "answers": {…}}`.
struct StreamedNote {
  /// What the model is called by; the note counts as the file `ID.md`.
  var id: String
  /// The note.
  var note: InputFile
  /// The answers that go with it: an object or a list as the file `ID.answers.json`, a text as `ID.answers.yaml`.
  var answers: InputFile?

  /// Why a line is none.
  struct Mistake: Error {
    /// Which note the line is about, where it says so.
    var id: String?
    var message: String
    var position: SourcePosition
  }

  /// What a line says that it is about, as far as it can be read.
  static func id(of line: LineInput.Line) -> String? {
    do throws(Mistake) { return try StreamedNote(line).id } catch { return error.id }
  }

  /// Reads a line.
  init(_ line: LineInput.Line) throws(Mistake) {
    func mistake(_ message: String, _ id: String? = nil, at column: Int = 1) -> Mistake {
      Mistake(
        id: id, message: message, position: SourcePosition(line: line.number, column: column))
    }
    guard let bytes = line.bytes else {
      throw mistake("The line is longer than \(Disk.readLimit >> 20) MiB")
    }
    let source = SourceText(name: "-", bytes: bytes)
    let outline: JSONOutline
    do throws(JSONOutline.Mistake) {
      outline = try JSONOutline(source.utf8)
    } catch {
      throw mistake(error.message(in: source), at: error.offset + 1)
    }
    guard let root = outline.nodes.first, root.kind == .object else {
      throw mistake("Expected an object such as {\"id\": \"acme\", \"note\": \"…\"}")
    }
    var values: [String: JSONOutline.Node] = [:]
    for child in outline.children(of: 0) {
      if let key = outline.nodes[child].key { values[outline.string(key)] = outline.nodes[child] }
    }
    func text(_ node: JSONOutline.Node) -> String {
      node.kind == .string
        ? outline.string(node.range.lowerBound + 1..<node.range.upperBound - 1)
        : outline.text(node.range)
    }
    guard let name = values["id"], name.kind == .string || name.kind == .number,
      case let id = text(name), !id.isEmpty
    else {
      throw mistake(
        "Expected “id”, a name or a number", at: (values["id"]?.range.lowerBound ?? 0) + 1)
    }
    guard let note = values["note"], note.kind == .string else {
      throw mistake(
        "Expected “note”, a text", id, at: (values["note"]?.range.lowerBound ?? 0) + 1)
    }
    self.id = id
    func file(_ suffix: String, _ text: String) -> InputFile {
      InputFile(path: FilePath(id + suffix), bytes: Array(text.utf8), name: id + suffix)
    }
    self.note = file(".md", text(note))
    switch values["answers"]?.kind {
    case nil, .null: answers = nil
    case .string: answers = values["answers"].map { file(".answers.yaml", text($0)) }
    case .object, .list: answers = values["answers"].map { file(".answers.json", text($0)) }
    case .number, .boolean:
      throw mistake(
        "Expected “answers”, an object, a list, or YAML as a text", id,
        at: (values["answers"]?.range.lowerBound ?? 0) + 1)
    }
  }
}
