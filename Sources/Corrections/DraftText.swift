import Evidence
import Markup

/// The text of one paragraph, item or cell of a draft, taken apart.
struct DraftText {
  /// The bold words at its start, with their colon or full stop.
  var strong: String?
  /// What follows them, references left out.
  var rest = ""
  /// The labels of its references, in order.
  var references: [String] = []
  /// Where it stands.
  var position: SourcePosition

  /// All of it but the references.
  var whole: String {
    guard let strong else { return rest }
    return rest.isEmpty ? strong : "\(strong) \(rest)"
  }

  /// The bold words at its start where a colon ends them, without it.
  var lead: String? {
    guard let strong else { return nil }
    if strong.utf8.last == UInt8(ascii: ":") { return String(strong.dropLast()).trimmed }
    return rest.utf8.first == UInt8(ascii: ":") ? strong : nil
  }

  /// What follows the lead; all of it where there is none.
  var text: String {
    guard let strong, lead != nil else { return whole }
    return strong.utf8.last == UInt8(ascii: ":") ? rest : String(rest.dropFirst()).trimmed
  }

  /// Whether it says nothing.
  var isEmpty: Bool { whole.isEmpty && references.isEmpty }

  /// An empty text.
  init(at position: SourcePosition) { self.position = position }

  /// Takes the text of a block apart.
  ///
  /// What is struck out and comments are no text; of a link its address is kept beside its words.
  init(_ flow: FlowText, in source: SourceText) {
    position = Self.position(of: flow, in: source)
    var rest: [UInt8] = []
    var bold: Range<Int>?
    var strong: [UInt8]?
    var label: [UInt8]?
    var address: (end: Int, bytes: [UInt8])?
    for index in 0...flow.utf8.count {
      if let bold, index == bold.upperBound {
        strong = rest
        rest = []
      }
      if let link = address, index == link.end {
        rest += link.bytes
        address = nil
      }
      guard index < flow.utf8.count else { break }
      let byte = flow.utf8[index]
      for span in flow.spans where span.range.lowerBound == index {
        if span.style == .strong, bold == nil, rest.allSatisfy({ $0 <= 0x20 }) {
          bold = span.range
          rest = []
        }
        address = Self.address(span, flow) ?? address
      }
      if flow.spans.contains(where: { Self.isNoText($0, flow) && $0.range.contains(index) }) {
        continue
      }
      switch byte {
      case ReferenceMarks.open:
        label = []
        // The space before a reference belongs to it.
        while rest.last == 0x20 { rest.removeLast() }
      case ReferenceMarks.close:
        if let label { references.append(String(decoding: label, as: UTF8.self)) }
        label = nil
      default:
        if label != nil { label?.append(byte) } else { rest.append(byte == 0x0A ? 0x20 : byte) }
      }
    }
    self.strong = strong.map { String(decoding: $0, as: UTF8.self).trimmed }
    self.rest = String(decoding: rest, as: UTF8.self).trimmed
  }

  /// Adds a further paragraph.
  mutating func append(_ other: DraftText) {
    rest = [rest, other.whole].filter { !$0.isEmpty }.joined(separator: " ")
    references += other.references
  }

  private static func isNoText(_ span: FlowText.Span, _ flow: FlowText) -> Bool {
    switch span.style {
    case .strikethrough: true
    case .html: flow.utf8[span.range].starts(with: "<!--".utf8)
    default: false
    }
  }

  private static func address(
    _ span: FlowText.Span, _ flow: FlowText
  ) -> (end: Int, bytes: [UInt8])? {
    guard case .link(let destination) = span.style else { return nil }
    let text = flow.text(span.range)
    if destination == text || destination == "mailto:\(text)" { return nil }
    return (span.range.upperBound, Array(" (\(destination))".utf8))
  }

  /// Where a text begins in the source: on its line, at its first word.
  private static func position(of flow: FlowText, in source: SourceText) -> SourcePosition {
    let line = flow.line(at: 0)
    let bytes = source.utf8[source.range(ofLine: line)]
    let word = flow.utf8.drop { !$0.isWordByte }.prefix { $0.isWordByte }
    let start = word.isEmpty ? nil : bytes.firstRange(of: word)?.lowerBound
    let first = start ?? bytes.firstIndex { $0 > 0x20 } ?? bytes.startIndex
    return SourcePosition(line: line, column: first - bytes.startIndex + 1)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    self >= 0x80 || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
