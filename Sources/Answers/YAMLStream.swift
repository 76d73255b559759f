internal import CYaml

/// One event of a YAML stream.
///
/// Offsets count Unicode scalars from the start of the stream, as libyaml does.
package struct YAMLEvent: Sendable {
  /// What happened.
  package enum Kind: Sendable {
    case documentStart, documentEnd, mapStart, mapEnd, listStart, listEnd, alias
    case scalar(Style)
  }

  /// How a value is written.
  package enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// What happened.
  package var kind: Kind
  /// A value's text, or the name that an alias refers to.
  package var text = ""
  /// The name that the value or collection is given, where it has one.
  package var anchor: String?
  /// The tag as written, where there is one.
  package var tag: String?
  /// Where it starts.
  package var start: Int
  /// Where it ends, exclusively.
  package var end: Int
}

/// What stopped the reading of a YAML stream.
package struct YAMLProblem: Error {
  /// libyaml's words.
  package var message: String
  /// Where it stands, counted in Unicode scalars, or in bytes where `isByteOffset`.
  package var offset: Int
  /// Whether `offset` counts bytes: so it does for characters that YAML does not allow.
  package var isByteOffset: Bool
}

/// Reads YAML event by event, so that aliases and deep nesting can be refused before anything is built from them.
///
/// This is the only file that touches libyaml. Yams vendors it and is what makes it available; Yams' own node tree
/// resolves aliases while it is built, throws on duplicate keys, and does not know where a value ends.
package enum YAMLStream {
  /// Hands each event of `bytes`, which is valid UTF-8, to `body` until that returns false.
  package static func read(
    _ bytes: ArraySlice<UInt8>, _ body: (YAMLEvent) -> Bool
  ) throws(YAMLProblem) {
    let problem: YAMLProblem? = unsafe bytes.withUnsafeBufferPointer { buffer in
      // libyaml keeps a pointer to the parser in itself: it must not move.
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { unsafe parser.deallocate() }
      guard unsafe yaml_parser_initialize(parser) == 1 else {
        return YAMLProblem(message: "out of memory", offset: 0, isByteOffset: true)
      }
      defer { unsafe yaml_parser_delete(parser) }
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      return unsafe run(parser, body)
    }
    if let problem { throw problem }
  }

  private static func run(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ body: (YAMLEvent) -> Bool
  ) -> YAMLProblem? {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        return unsafe problem(of: parser.pointee)
      }
      defer { unsafe yaml_event_delete(&event) }
      if unsafe event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
      guard let copied = unsafe copy(of: event) else { continue }
      guard body(copied) else { return nil }
    }
  }

  private static func problem(of parser: yaml_parser_t) -> YAMLProblem {
    let message = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not readable"
    let isByteOffset = unsafe parser.error == YAML_READER_ERROR
    let offset = unsafe isByteOffset ? parser.problem_offset : parser.problem_mark.index
    return YAMLProblem(message: message, offset: Int(offset), isByteOffset: isByteOffset)
  }

  private static func copy(of event: yaml_event_t) -> YAMLEvent? {
    let start = unsafe Int(event.start_mark.index)
    let end = unsafe Int(event.end_mark.index)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, start: start, end: end)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, start: start, end: end)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mapEnd, start: start, end: end)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .listEnd, start: start, end: end)
    case YAML_MAPPING_START_EVENT:
      let data = unsafe event.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mapStart, anchor: text(data.anchor), tag: text(data.tag), start: start, end: end)
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe event.data.sequence_start
      return unsafe YAMLEvent(
        kind: .listStart, anchor: text(data.anchor), tag: text(data.tag), start: start, end: end)
    case YAML_ALIAS_EVENT:
      return unsafe YAMLEvent(
        kind: .alias, text: text(event.data.alias.anchor) ?? "", start: start, end: end)
    case YAML_SCALAR_EVENT:
      let data = unsafe event.data.scalar
      let value = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
      return unsafe YAMLEvent(
        kind: .scalar(style(data.style)), text: String(decoding: value, as: UTF8.self),
        anchor: text(data.anchor), tag: text(data.tag), start: start, end: end)
    default: return nil
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(decodingCString: $0, as: UTF8.self) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
