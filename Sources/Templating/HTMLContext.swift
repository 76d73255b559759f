/// Where in an HTML document a template stands: enough of HTML's syntax to know whether escaped text is safe.
struct HTMLContext: DocumentContext {
  private enum State: Equatable {
    case text
    /// After `<`.
    case tagStart
    case tagName
    /// In a tag, where an attribute's name may start.
    case betweenAttributes
    case attributeName
    /// After `=`.
    case valueStart
    case quotedValue(UInt8)
    case unquotedValue
    /// After a section that may have added attributes: only white space or the tag's end may follow.
    case afterAttributes
    case comment
    /// `<!...>` and `<?...>`.
    case declaration
    /// The content of an element that holds no tags.
    case rawText
  }

  /// What has been written of an attribute's value.
  private enum ValueState: Equatable {
    case empty, fragment, other
  }

  private var state = State.text
  private var element: [UInt8] = []
  private var isClosing = false
  private var attribute: [UInt8] = []
  /// Whether a section may have written the start of the attribute's name.
  private var isNameUncertain = false
  private var value = ValueState.empty
  /// The end of the text that was read, as far as it may start what ends a comment or a raw text.
  private var tail: [UInt8] = []

  init() {}

  var isComplete: Bool { state == .text }

  // MARK: Text

  mutating func read(_ text: ArraySlice<UInt8>) {
    for byte in text { read(byte) }
  }

  private mutating func read(_ byte: UInt8) {
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { state = .tagStart }
    case .tagStart:
      startTag(byte)
    case .tagName:
      if !endAttributes(byte) {
        if isSpace(byte) { state = .betweenAttributes } else { element.append(lowercased(byte)) }
      }
    case .betweenAttributes, .afterAttributes:
      if isSpace(byte) {
        state = .betweenAttributes
      } else if !endAttributes(byte) {
        attribute = [lowercased(byte)]
        isNameUncertain = state == .afterAttributes
        state = .attributeName
      }
    case .attributeName:
      readAttributeName(byte)
    case .valueStart:
      startValue(byte)
    case .quotedValue(let quote):
      if byte == quote { state = .betweenAttributes } else { noteValue(byte) }
    case .unquotedValue:
      if isSpace(byte) { state = .betweenAttributes } else if byte == UInt8(ascii: ">") { endTag() }
    case .comment:
      readComment(byte)
    case .declaration:
      readDeclaration(byte)
    case .rawText:
      readRawText(byte)
    }
  }

  private mutating func startTag(_ byte: UInt8) {
    element = []
    tail = []
    isClosing = false
    if (0x61...0x7A).contains(byte | 0x20) {
      element = [lowercased(byte)]
      state = .tagName
    } else if byte == UInt8(ascii: "/") {
      isClosing = true
      state = .tagName
    } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
      state = .declaration
    } else {
      state = byte == UInt8(ascii: "<") ? .tagStart : .text
    }
  }

  private mutating func endAttributes(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: ">") {
      endTag()
      return true
    }
    if byte == UInt8(ascii: "/") {
      state = .betweenAttributes
      return !element.isEmpty
    }
    return false
  }

  private mutating func endTag() {
    tail = []
    state = !isClosing && Self.rawElements.contains(element) ? .rawText : .text
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      state = .valueStart
    } else if isSpace(byte) {
      // White space may stand before the equals sign.
      if attribute.last != 0x20 { attribute.append(0x20) }
    } else if !endAttributes(byte) {
      if attribute.last == 0x20 {
        attribute = []
        isNameUncertain = false
      }
      attribute.append(lowercased(byte))
    }
  }

  private mutating func startValue(_ byte: UInt8) {
    value = .empty
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      state = .quotedValue(byte)
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if !isSpace(byte) {
      state = .unquotedValue
    }
  }

  private mutating func noteValue(_ byte: UInt8) {
    if value == .empty { value = byte == UInt8(ascii: "#") ? .fragment : .other }
  }

  private mutating func readComment(_ byte: UInt8) {
    let ending = tail.suffix(2)
    if byte == UInt8(ascii: ">"), ending.elementsEqual("--".utf8) || tail.elementsEqual("--!".utf8)
    {
      state = .text
    }
    tail = (tail + [byte]).suffix(3)
  }

  private mutating func readDeclaration(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      state = .text
    } else if byte == UInt8(ascii: "-"), tail == [byte] {
      state = .comment
      tail = Array("--".utf8)
    } else {
      tail = tail.isEmpty && byte == UInt8(ascii: "-") ? [byte] : [0]
    }
  }

  /// Waits for `</` and the element's name.
  private mutating func readRawText(_ byte: UInt8) {
    let ending = Array("</".utf8) + element
    if tail.count == ending.count {
      if isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        isClosing = true
        state = .betweenAttributes
        _ = endAttributes(byte)
        return
      }
      tail = []
    }
    if lowercased(byte) == ending[tail.count] {
      tail.append(lowercased(byte))
    } else {
      tail = byte == UInt8(ascii: "<") ? [byte] : []
    }
  }

  // MARK: Values

  mutating func readValue(_ kind: TemplateShape.Kind) -> ContextVerdict {
    let isMarkup = if case .trusted = kind { true } else { false }
    if state == .text { return .text }
    if isMarkup, state != .rawText {
      return .forbidden("inside a tag or a comment, where mark-up has no place")
    }
    switch state {
    case .text, .comment:
      tail = []
      return .text
    case .tagStart, .tagName, .betweenAttributes, .attributeName, .afterAttributes:
      return .forbidden("inside a tag; values may stand in quoted attributes only")
    case .valueStart, .unquotedValue:
      return .forbidden("in the attribute `\(attributeName)` without quotes around it")
    case .declaration:
      return .forbidden("inside a declaration")
    case .rawText:
      tail = []
      if !isMarkup, Self.textElements.contains(element) { return .text }
      return .forbidden(
        "inside <\(String(decoding: element, as: UTF8.self))>, where escaping does not help")
    case .quotedValue:
      return readAttributeValue(kind)
    }
  }

  private mutating func readAttributeValue(_ kind: TemplateShape.Kind) -> ContextVerdict {
    defer { if value == .empty { value = .other } }
    let name = attributeName
    if isNameUncertain { return .forbidden("in an attribute whose name a section may change") }
    if name.hasPrefix("on") {
      return .forbidden("in the event handler `\(name)`, where escaping does not help")
    }
    if Self.forbiddenAttributes.contains(name) {
      return .forbidden("in the attribute `\(name)`, where escaping does not help")
    }
    guard Self.addressAttributes.contains(name) else { return .text }
    if value == .fragment { return .text }
    guard case .url = kind else {
      return .forbidden("in the attribute `\(name)`, which takes values of kind url only")
    }
    if value == .empty { return .address }
    return .forbidden(
      "in the attribute `\(name)` after other text; a URL must be the whole address")
  }

  /// The attribute's name, lower-case, without a prefix such as `xlink:`.
  private var attributeName: String {
    let name = attribute.last == 0x20 ? attribute.dropLast() : attribute[...]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  // MARK: Sections

  mutating func join(_ other: Self) -> Bool {
    if self == other { return true }
    if isBetweenAttributes, other.isBetweenAttributes, element == other.element,
      isClosing == other.isClosing
    {
      state = .afterAttributes
      return true
    }
    if case .quotedValue = state, state == other.state, attribute == other.attribute {
      value = .other
      return true
    }
    // In text, comments and raw text only what may end them differs.
    return state == other.state && (state == .text || state == .comment)
      || (state == .rawText && other.state == .rawText && element == other.element)
  }

  private var isBetweenAttributes: Bool {
    switch state {
    case .tagName, .betweenAttributes, .attributeName, .afterAttributes: true
    default: false
    }
  }

  // MARK: Names

  /// Elements whose content is not parsed for tags.
  private static let rawElements = Set(
    [
      "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
      "plaintext",
    ].map { Array($0.utf8) })

  /// Those of them in which entities are decoded, so that escaped text is safe.
  private static let textElements = Set(["title", "textarea"].map { Array($0.utf8) })

  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "longdesc",
    "manifest", "codebase", "ping", "icon", "dynsrc", "lowsrc", "usemap", "profile", "archive",
    "classid",
  ]

  /// Attributes that hold another language, or set other attributes (SVG animation).
  private static let forbiddenAttributes: Set<String> = [
    "style", "srcdoc", "srcset", "imagesrcset", "from", "to", "by", "values", "attributename",
  ]

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
