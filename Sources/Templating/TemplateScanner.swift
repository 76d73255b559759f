import Evidence

/// Splits a template into text and tags.
struct TemplateScanner {
  /// A tag: what it does, its name, and where it stands.
  struct Tag {
    /// What the tag does: the character after the delimiter, or 0 for a plain variable.
    var sigil: UInt8
    var name: Range<Int>
    var offset: Int
    /// For a closing tag: the sigil of what it closes.
    var closes: UInt8 = 0
  }

  /// A piece of text that ends at a line break or a tag, or a tag.
  enum Token {
    case text(Range<Int>)
    case tag(Tag)
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private var open: [UInt8] = Array("{{".utf8)
  private var close: [UInt8] = Array("}}".utf8)
  private var tokens: [Token] = []

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.utf8
  }

  /// Returns the tokens of `source`, or says which tag is broken.
  static func tokens(of source: SourceText) throws(TemplateError) -> [Token] {
    var scanner = TemplateScanner(source)
    try scanner.scan()
    return scanner.tokens
  }

  private mutating func scan() throws(TemplateError) {
    var textStart = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A {
        index += 1
      } else if matches(open, at: index) {
        if textStart < index { tokens.append(.text(textStart..<index)) }
        index = try readTag(at: index)
        textStart = index
        continue
      } else {
        index += 1
        continue
      }
      tokens.append(.text(textStart..<index))
      textStart = index
    }
    if textStart < index { tokens.append(.text(textStart..<index)) }
  }

  private func matches(_ text: [UInt8], at index: Int) -> Bool {
    guard index + text.count <= bytes.count else { return false }
    for offset in text.indices where bytes[index + offset] != text[offset] { return false }
    return true
  }

  /// Reads the tag that starts at `start` and returns the offset after it.
  private mutating func readTag(at start: Int) throws(TemplateError) -> Int {
    var index = start + open.count
    var ending = close
    var sigil: UInt8 = 0
    if index < bytes.count, "#^/!>{&=<$%*@".utf8.contains(bytes[index]) {
      sigil = bytes[index]
      index += 1
      if sigil == UInt8(ascii: "{") { ending = [UInt8(ascii: "}")] + close }
      if sigil == UInt8(ascii: "=") { ending = [UInt8(ascii: "=")] + close }
    }
    let contentStart = index
    let spansLines = sigil == UInt8(ascii: "!") || sigil == UInt8(ascii: "=")
    while !matches(ending, at: index) {
      guard index < bytes.count, spansLines || bytes[index] != 0x0A,
        !(sigil != UInt8(ascii: "!") && sigil != UInt8(ascii: "=") && matches(open, at: index))
      else { throw error("unclosed tag: \(quoted(ending)) is missing", at: start) }
      index += 1
    }
    let content = trimmed(contentStart..<index)
    index += ending.count
    switch sigil {
    case UInt8(ascii: "="):
      try setDelimiters(content, at: start)
    case UInt8(ascii: "!"):
      break
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "*"):
      throw error("unsupported tag \(quoted([sigil]))", at: start)
    default:
      try checkName(content, sigil: sigil, at: start)
    }
    tokens.append(.tag(Tag(sigil: sigil, name: content, offset: start)))
    return index
  }

  private func checkName(_ content: Range<Int>, sigil: UInt8, at start: Int) throws(TemplateError) {
    guard !content.isEmpty else { throw error("empty tag", at: start) }
    let name = bytes[content]
    if name.contains(where: { $0 <= 0x20 }) {
      throw error("a name has no spaces: `\(source.text(content))`", at: start)
    }
    if name.first == UInt8(ascii: "*"), sigil == UInt8(ascii: ">") || sigil == UInt8(ascii: "<") {
      throw error("dynamic names are not supported: `\(source.text(content))`", at: start)
    }
  }

  private mutating func setDelimiters(_ content: Range<Int>, at start: Int) throws(TemplateError) {
    let parts = bytes[content].split(whereSeparator: { $0 <= 0x20 })
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      throw error("delimiters are set with two marks, such as {{=<% %>=}}", at: start)
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return low..<high
  }

  private func quoted(_ bytes: [UInt8]) -> String { "`\(String(decoding: bytes, as: UTF8.self))`" }

  private func error(_ message: String, at offset: Int) -> TemplateError {
    TemplateError(message, in: source.name, at: source.position(at: offset))
  }
}
