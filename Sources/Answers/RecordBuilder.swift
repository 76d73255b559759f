import Evidence

/// Turns the maps, lists and values of a file, as a reader meets them, into records of answers.
///
/// Readers of nested formats say what opens, what closes and which values stand between; a map's keys are the values
/// at every other place. Nothing recurses, and nothing deeper than `depthLimit` is taken.
struct RecordBuilder: YAMLSink {
  static let subject = "answers"
  static let value = "answer"

  /// The deepest nesting of maps and lists that is read; forms need three or four.
  static let depthLimit = 64

  /// A map or list that is open.
  private struct Frame {
    let isMap: Bool
    /// Where it opened, as a byte offset.
    let start: Int
    /// In a map: the key whose value comes next.
    var key: String?
    /// In a map: where each key was first seen.
    var seen: [String: Int] = [:]
    /// In a list: the index of the next item.
    var next = 0
    /// Whether nothing has come inside it yet.
    var isEmpty = true
    /// Whether it stands where a map's key is expected.
    var isKey = false
  }

  let source: SourceText
  /// The line on which the header of a table ends; 0 where the file has none.
  var headerEnd = 0
  private var records: [AnswerRecord] = []
  private var log: FindingLog
  private var stack: [Frame] = []
  private var path: [String] = []
  private var answers: [Answer] = []
  /// How many open frames belong to a map that stands as a key.
  private var keyDepth = 0

  init(source: SourceText) {
    self.source = source
    log = FindingLog(source: source.name)
  }

  // MARK: Findings

  /// Notes something about the byte at `offset`.
  mutating func tell(
    _ id: String, _ severity: Finding.Severity, _ message: String, at offset: Int
  ) {
    log.add(id, severity, message, at: source.position(at: offset))
  }

  /// Says so where a file holds no answers and nothing else has been said about it.
  mutating func tellIfEmpty() {
    guard records.isEmpty, log.isEmpty else { return }
    tell(
      "answers-empty", .warning,
      "The file holds no answers; write each question or key with its answer", at: 0)
  }

  /// The records and findings; an unfinished record is left out.
  func finish() -> ([AnswerRecord], [Finding]) {
    (QuestionAnswerPairs.folded(records), log.finish())
  }

  // MARK: Records

  /// Adds a record that is read already.
  mutating func add(_ record: AnswerRecord) { records.append(record) }

  /// Opens a map at `offset`; false, with a finding, where it is nested too deeply.
  mutating func openMap(at offset: Int) -> Bool {
    open(Frame(isMap: true, start: offset))
  }

  /// Opens a list at `offset`; false, with a finding, where it is nested too deeply.
  mutating func openList(at offset: Int) -> Bool {
    open(Frame(isMap: false, start: offset))
  }

  private mutating func open(_ frame: Frame) -> Bool {
    guard stack.count < Self.depthLimit else {
      tell(
        "answers-depth", .error,
        "Maps and lists are nested more than \(Self.depthLimit) deep here; write the answers flatter",
        at: frame.start)
      return false
    }
    var opened = frame
    if keyDepth > 0 {
      keyDepth += 1
    } else if expectsKey {
      opened.isKey = true
      keyDepth = 1
    } else {
      beginValue()
    }
    stack.append(opened)
    return true
  }

  /// Closes the innermost map or list, which ends before the byte at `end`.
  mutating func close(at end: Int) {
    guard let closed = stack.popLast() else { return }
    if keyDepth > 0 {
      keyDepth -= 1
      if closed.isKey { takeKey(text(closed.start..<end), at: closed.start) }
      return
    }
    if closed.isEmpty { append("", closed.start..<closed.start + 1) }
    endValue(startedAt: closed.start)
  }

  /// Takes a key or a value that stands at `range` of the file.
  mutating func scalar(_ text: String, _ range: Range<Int>) {
    if keyDepth > 0 { return }
    if expectsKey {
      takeKey(text, at: range.lowerBound)
      return
    }
    beginValue()
    append(text, range)
    endValue(startedAt: range.lowerBound)
  }

  /// What stands in the file there, without the white space at its end.
  private func text(_ range: Range<Int>) -> String {
    let last = source.utf8[range].lastIndex { $0 > 0x20 } ?? range.lowerBound
    return source.text(range.lowerBound..<min(last + 1, range.upperBound))
  }

  private var expectsKey: Bool {
    guard let top = stack.last else { return false }
    return top.isMap && top.key == nil
  }

  private mutating func takeKey(_ key: String, at offset: Int) {
    guard let top = stack.indices.last else { return }
    if let first = stack[top].seen[key] {
      tell(
        "answers-duplicate-key", .warning,
        "The key “\(key)” stands on line \(source.line(at: first)) already; both answers are kept, remove one of them",
        at: offset)
    } else {
      stack[top].seen[key] = offset
    }
    stack[top].key = key
    stack[top].isEmpty = false
    path.append(key)
  }

  private mutating func beginValue() {
    guard let top = stack.indices.last else { return }
    stack[top].isEmpty = false
  }

  /// After a value: its key is used up, its list goes on, and a record may be complete.
  private mutating func endValue(startedAt start: Int) {
    guard let top = stack.indices.last else {
      endRecord(at: start)
      return
    }
    if stack[top].isMap {
      stack[top].key = nil
      path.removeLast()
    } else {
      stack[top].next += 1
      if stack.count == 1 { endRecord(at: start) }
    }
  }

  private mutating func append(_ text: String, _ range: Range<Int>) {
    let start = source.position(at: range.lowerBound)
    if path.isEmpty {
      if !text.isEmpty {
        tell(
          "answers-unnamed", .warning,
          "This answer has no question; write `question: answer`", at: range.lowerBound)
      }
    }
    answers.append(
      Answer(
        path: path.isEmpty ? [""] : path, item: outermostIndex, text: text, line: start.line,
        endLine: max(
          start.line, source.line(at: max(range.lowerBound, range.upperBound - 1))),
        column: start.column))
  }

  private var outermostIndex: Int? {
    stack.dropFirst().first { !$0.isMap }?.next
  }

  private mutating func endRecord(at start: Int) {
    defer { answers.removeAll(keepingCapacity: true) }
    guard answers.contains(where: { $0.path != [""] || !$0.text.isEmpty }) else { return }
    records.append(
      AnswerRecord(source: source.name, line: source.line(at: start), answers: answers))
  }
}
