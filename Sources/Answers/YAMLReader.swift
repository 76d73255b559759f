import Evidence

/// Reads YAML into what a sink makes of it: values stay text exactly as written, aliases are refused, comments are nothing.
struct YAMLReader<Sink: YAMLSink> {
  private var builder: Sink
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let separators: LineSeparators
  private var cursor: ScalarCursor

  init(builder: Sink, range: Range<Int>) {
    self.builder = builder
    bytes = builder.source.utf8
    self.range = range
    separators = LineSeparators(in: bytes[range])
    cursor = ScalarCursor(range: range)
  }

  /// Reads to the end or to the first mistake.
  mutating func read() -> Sink {
    if let surplus = surplusDirective() {
      builder.tell(
        "\(Sink.subject)-yaml", .error,
        "More than \(yamlDirectiveLimit) lines start with `%`, which YAML reads as directives; remove them",
        at: surplus)
      return builder
    }
    do throws(YAMLProblem) {
      try YAMLStream.read(separators.replaced) { take($0) }
    } catch {
      let offset =
        error.isByteOffset
        ? range.lowerBound + error.offset : cursor.byteOffset(of: error.offset, in: bytes)
      builder.tell(
        "\(Sink.subject)-yaml", .error, YAMLAdvice.message(for: error.message, about: Sink.value),
        at: min(offset, range.upperBound))
    }
    return builder
  }

  /// Where the first line stands that may be one directive too many.
  private func surplusDirective() -> Int? {
    var count = 0
    for index in range where bytes[index] == 0x25 {
      let isLineStart = index == range.lowerBound || bytes[index - 1] < 0x20
      if isLineStart { count += 1 }
      if count > yamlDirectiveLimit { return index }
    }
    return nil
  }

  /// Takes one event; false where the file must not be read any further.
  private mutating func take(_ event: YAMLEvent) -> Bool {
    let start = cursor.byteOffset(of: event.start, in: bytes)
    tellLostText(event, at: start)
    switch event.kind {
    case .documentStart, .documentEnd: return true
    case .mapStart: return builder.openMap(at: start)
    case .listStart: return builder.openList(at: start)
    case .mapEnd, .listEnd:
      builder.close(at: cursor.byteOffset(of: event.end, in: bytes))
      return true
    case .alias:
      builder.tell(
        "\(Sink.subject)-yaml-alias", .error,
        "Aliases are not supported: `*\(event.text)` refers to another value; write the value itself, or put the text in quotes if it is meant as it stands",
        at: start)
      return false
    case .scalar(let style):
      let end = cursor.byteOffset(of: event.end, in: bytes)
      scalar(event, style, start..<max(start, end))
      return true
    }
  }

  private mutating func scalar(_ event: YAMLEvent, _ style: YAMLEvent.Style, _ range: Range<Int>) {
    let text = separators.restored(event.text)
    switch style {
    case .plain:
      builder.scalar(Self.isNull(text) ? "" : text, range)
    case .singleQuoted:
      builder.scalar(text, range)
    case .doubleQuoted:
      builder.scalar(EscapedText.clean(text), range)
    case .literal, .folded:
      builder.scalar(text, blockRange(range))
    }
  }

  /// Where the text of a block value stands, given a range that starts at its `|` or `>`.
  private func blockRange(_ range: Range<Int>) -> Range<Int> {
    let header = range.lowerBound
    guard let headerEnd = bytes[range].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
      let first = bytes[headerEnd..<range.upperBound].firstIndex(where: { !isBlank($0) }),
      let last = bytes[headerEnd..<range.upperBound].lastIndex(where: { !isBlank($0) })
    else { return header..<header + 1 }
    return first..<last + 1
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// What the core schema of YAML 1.2 reads as null.
  private static func isNull(_ text: String) -> Bool {
    text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// An `&word` or `!word` in front of an answer is mark-up to YAML, and hardly ever meant so.
  private mutating func tellLostText(_ event: YAMLEvent, at start: Int) {
    if let anchor = event.anchor {
      builder.tell(
        "\(Sink.subject)-yaml-tag", .warning,
        "`&\(anchor)` is a name to YAML and not part of the \(Sink.value); put the \(Sink.value) in quotes if it is",
        at: start)
    } else if let tag = event.tag, tag.utf8.first == 0x21 {
      builder.tell(
        "\(Sink.subject)-yaml-tag", .warning,
        "`\(tag)` is a tag to YAML and not part of the \(Sink.value); put the \(Sink.value) in quotes if it is",
        at: start)
    }
  }
}

/// The most directives that are handed to libyaml, which compares each with all before it.
private let yamlDirectiveLimit = 1_000

/// Turns libyaml's positions, which count Unicode scalars, into byte offsets, in linear time over a whole file.
private struct ScalarCursor {
  private var scalar = 0
  private var byte: Int
  private let range: Range<Int>

  init(range: Range<Int>) {
    self.range = range
    byte = range.lowerBound
  }

  /// The byte offset of the scalar at `index`, at most the end of the range.
  mutating func byteOffset(of index: Int, in bytes: [UInt8]) -> Int {
    while scalar < index, byte < range.upperBound {
      repeat { byte += 1 } while byte < range.upperBound && bytes[byte] & 0xC0 == 0x80
      scalar += 1
    }
    while scalar > index, byte > range.lowerBound {
      repeat { byte -= 1 } while byte > range.lowerBound && bytes[byte] & 0xC0 == 0x80
      scalar -= 1
    }
    return byte
  }
}
