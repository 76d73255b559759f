/// Where in a Markdown document a template stands: enough of its syntax to know whether escaped text stays text.
struct MarkdownContext: DocumentContext {
  private enum State: Equatable {
    case text
    /// In a code span that as many backticks end.
    case codeSpan(Int)
    /// In a fenced code block that as many of these bytes end.
    case fence(UInt8, Int)
    /// In an HTML block, up to an empty line.
    case htmlBlock
    case comment
    /// In an HTML tag or an autolink within text.
    case tag
    /// In the parentheses of a link.
    case destination
    case frontMatter
  }

  private var state = State.text
  /// The line so far, a value being a 0 byte.
  private var line: [UInt8] = []
  private var lineNumber = 0
  private var isEscaped = false
  private var backticks = 0

  init() {}

  var isComplete: Bool { true }

  mutating func read(_ text: ArraySlice<UInt8>) {
    for byte in text { read(byte) }
  }

  private mutating func read(_ byte: UInt8) {
    if byte == 0x0A {
      endLine()
      return
    }
    if byte != UInt8(ascii: "`") { endBackticks() }
    line.append(byte)
    let wasEscaped = isEscaped
    isEscaped = false
    switch state {
    case .text:
      if !wasEscaped { readText(byte) }
    case .codeSpan:
      if byte == UInt8(ascii: "`") { backticks += 1 }
    case .comment:
      if line.suffix(3).elementsEqual("-->".utf8) { state = .text }
    case .tag:
      if byte == UInt8(ascii: ">") { state = .text }
    case .destination:
      if byte == UInt8(ascii: ")") { state = .text }
    case .fence, .htmlBlock, .frontMatter:
      break
    }
  }

  private mutating func readText(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): isEscaped = true
    case UInt8(ascii: "`"): backticks += 1
    case UInt8(ascii: "("):
      if line.suffix(2).elementsEqual("](".utf8) { state = .destination }
    case UInt8(ascii: "-"):
      if line.suffix(4).elementsEqual("<!--".utf8) { state = .comment }
    default:
      guard line.count > 1, line[line.count - 2] == UInt8(ascii: "<") else { return }
      if (0x61...0x7A).contains(byte | 0x20) || "/!?".utf8.contains(byte) {
        let startsLine = line.dropLast(2).allSatisfy { " >-*+\t".utf8.contains($0) }
        if byte == UInt8(ascii: "!") { return }
        state = startsLine ? .htmlBlock : .tag
      }
    }
  }

  /// Opens or closes a code span after a run of backticks.
  private mutating func endBackticks() {
    guard backticks > 0 else { return }
    if case .codeSpan(let count) = state {
      if backticks == count { state = .text }
    } else if state == .text {
      state = .codeSpan(backticks)
    }
    backticks = 0
  }

  private mutating func endLine() {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let mark = content.first ?? 0
    let run = content.prefix { $0 == mark }.count
    let isBlank = content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    switch state {
    case .fence(let byte, let count):
      if mark == byte, run >= count { state = .text }
    case .frontMatter:
      if run == 3, mark == UInt8(ascii: "-") { state = .text }
    case .comment:
      break
    case .htmlBlock:
      if isBlank { state = .text }
    case .text, .codeSpan, .tag, .destination:
      if run >= 3, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
        state = .fence(mark, run)
      } else if lineNumber == 0, line.starts(with: "---".utf8), run == 3 {
        state = .frontMatter
      } else {
        endBackticks()
        if isBlank { state = .text }
      }
    }
    backticks = 0
    isEscaped = false
    line = []
    lineNumber += 1
  }

  mutating func readValue(_ kind: TemplateShape.Kind) -> ContextVerdict {
    endBackticks()
    defer {
      line.append(0)
      isEscaped = false
    }
    if case .trusted = kind { return .text }
    let isAddress = if case .url = kind { true } else { false }
    switch state {
    case .text:
      if isEscaped { return .forbidden("right after a backslash, which would undo its escaping") }
      guard line.last == UInt8(ascii: "<") else { return .text }
      if isAddress {
        state = .tag
        return .address
      }
      return .forbidden("right after `<`; only values of kind url may")
    case .codeSpan, .fence: return .forbidden("inside code, where escaping does not help")
    case .htmlBlock:
      return .forbidden(
        "inside an HTML block, where escaping does not help; end it with an empty line")
    case .comment, .tag:
      return .forbidden("inside an HTML tag or comment, where escaping does not help")
    case .frontMatter: return .forbidden("inside front matter, where escaping does not help")
    case .destination:
      let startsAddress = line.last == UInt8(ascii: "(") || line.suffix(2).elementsEqual("(<".utf8)
      if isAddress, startsAddress { return .address }
      return .forbidden(
        "inside a link's parentheses, which take a value of kind url and nothing before it")
    }
  }

  mutating func join(_ other: Self) -> Bool {
    endBackticks()
    var other = other
    other.endBackticks()
    guard state == other.state else { return false }
    isEscaped = isEscaped || other.isEscaped
    lineNumber = max(lineNumber, other.lineNumber)
    return true
  }
}
