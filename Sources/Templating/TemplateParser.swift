import Evidence

/// Builds a template's nodes from its tokens: matches closing tags and settles white space around standalone tags.
struct TemplateParser {
  /// How deep sections may nest in one template.
  private static let depthLimit = 64

  private let source: SourceText
  private var tokens: [TemplateScanner.Token]
  private var nodes: [TemplateSource.Node] = []
  /// The indices of the nodes that are not closed yet, innermost last.
  private var openNodes: [Int] = []

  private init(_ source: SourceText) throws(TemplateError) {
    self.source = source
    tokens = try TemplateScanner.tokens(of: source)
  }

  /// Parses `source`, or says what is wrong where.
  static func parse(_ source: SourceText) throws(TemplateError) -> TemplateSource {
    var parser = try TemplateParser(source)
    try parser.matchClosingTags()
    parser.readLines()
    return TemplateSource(source: source, nodes: parser.nodes)
  }

  // MARK: Closing tags

  private mutating func matchClosingTags() throws(TemplateError) {
    var open: [TemplateScanner.Tag] = []
    for index in tokens.indices {
      guard case .tag(var tag) = tokens[index] else { continue }
      if tag.opens {
        open.append(tag)
        if open.count > Self.depthLimit {
          throw error("tags nest deeper than \(Self.depthLimit)", at: tag.offset)
        }
      } else if tag.sigil == UInt8(ascii: "/") {
        guard let opener = open.popLast() else {
          throw error("`\(name(tag))` is closed but was not opened", at: tag.offset)
        }
        guard source.utf8[opener.name] == source.utf8[tag.name] else {
          let place = source.position(at: opener.offset)
          throw error(
            "`\(name(tag))` is closed but `\(name(opener))` is open since line \(place.line), column \(place.column)",
            at: tag.offset)
        }
        tag.closes = opener.sigil
        tokens[index] = .tag(tag)
      }
    }
    if let opener = open.last { throw error("`\(name(opener))` is not closed", at: opener.offset) }
  }

  private func name(_ tag: TemplateScanner.Tag) -> String { source.text(tag.name) }

  private func error(_ message: String, at offset: Int) -> TemplateError {
    TemplateError(message, in: source.name, at: source.position(at: offset))
  }

  // MARK: Lines

  private mutating func readLines() {
    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count {
        end += 1
        if case .text(let range) = tokens[end - 1], source.utf8[range.upperBound - 1] == 0x0A {
          break
        }
      }
      readLine(start..<end)
      start = end
    }
  }

  private mutating func readLine(_ line: Range<Int>) {
    var space = spaceBefore(line.lowerBound)
    let isStandalone = isStandalone(line)
    if isStandalone {
      for index in line {
        if case .tag(let tag) = tokens[index] { append(tag, space: space, isStandalone: true) }
      }
      return
    }
    let isBlank = isBlank(line)
    if isBlank, case .text(let range) = tokens[line.lowerBound] {
      let end = lineBreak(in: range)
      space = range.lowerBound..<end
    }
    nodes.append(.line(space: space, isBlank: isBlank))
    for index in line {
      switch tokens[index] {
      case .text(let range):
        let rest = index == line.lowerBound ? space.upperBound..<range.upperBound : range
        if !rest.isEmpty { nodes.append(.text(rest)) }
      case .tag(let tag):
        let isFirst =
          index == line.lowerBound
          || (index == line.lowerBound + 1 && !space.isEmpty && spaceFills(line.lowerBound))
        append(tag, space: isFirst ? space : tag.offset..<tag.offset, isStandalone: false)
      }
    }
  }

  /// The white space that a line starts with.
  private func spaceBefore(_ token: Int) -> Range<Int> {
    switch tokens[token] {
    case .text(let range):
      var end = range.lowerBound
      while end < range.upperBound, source.utf8[end] == 0x20 || source.utf8[end] == 0x09 {
        end += 1
      }
      return range.lowerBound..<end
    case .tag(let tag):
      return tag.offset..<tag.offset
    }
  }

  private func spaceFills(_ token: Int) -> Bool {
    guard case .text(let range) = tokens[token] else { return false }
    return spaceBefore(token) == range
  }

  private func lineBreak(in range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, source.utf8[end - 1] == 0x0A || source.utf8[end - 1] == 0x0D {
      end -= 1
    }
    return end
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    line.allSatisfy { index in
      guard case .text(let range) = tokens[index] else { return false }
      return source.utf8[range].allSatisfy { $0 <= 0x20 }
    }
  }

  /// Whether a line holds only a tag that leaves no line behind, or only tags of inheritance around a parent.
  private func isStandalone(_ line: Range<Int>) -> Bool {
    var tagCount = 0
    var areInheritance = true
    var hasParent = false
    for index in line {
      switch tokens[index] {
      case .text(let range):
        guard source.utf8[range].allSatisfy({ $0 <= 0x20 }) else { return false }
      case .tag(let tag):
        guard "#^/!>=<$".utf8.contains(tag.sigil) else { return false }
        tagCount += 1
        let kind = tag.sigil == UInt8(ascii: "/") ? tag.closes : tag.sigil
        areInheritance = areInheritance && (kind == UInt8(ascii: "<") || kind == UInt8(ascii: "$"))
        hasParent = hasParent || kind == UInt8(ascii: "<")
      }
    }
    return tagCount == 1 || (tagCount > 1 && areInheritance && hasParent)
  }

  private mutating func append(
    _ tag: TemplateScanner.Tag, space: Range<Int>, isStandalone: Bool
  ) {
    let name = TemplateSource.Name(text: source.text(tag.name), offset: tag.offset)
    let placement = TemplateSource.Placement(isStandalone: isStandalone, space: space)
    switch tag.sigil {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      openNodes.append(nodes.count)
      nodes.append(.section(name, isInverted: tag.sigil == UInt8(ascii: "^"), end: 0))
    case UInt8(ascii: "<"):
      openNodes.append(nodes.count)
      nodes.append(.parent(name, placement, end: 0))
    case UInt8(ascii: "$"):
      openNodes.append(nodes.count)
      nodes.append(
        .block(name, TemplateSource.Block(startsLine: isStandalone, space: space), end: 0))
    case UInt8(ascii: "/"):
      close()
    case UInt8(ascii: ">"):
      nodes.append(.partial(name, placement))
    case UInt8(ascii: "!"), UInt8(ascii: "="):
      break
    default:
      nodes.append(.variable(name, isRaw: tag.sigil != 0))
    }
  }

  private mutating func close() {
    guard let opener = openNodes.popLast() else { return }
    let end = nodes.count
    switch nodes[opener] {
    case .section(let name, let isInverted, _):
      nodes[opener] = .section(name, isInverted: isInverted, end: end)
    case .parent(let name, let placement, _):
      nodes[opener] = .parent(name, placement, end: end)
    case .block(let name, let block, _):
      nodes[opener] = .block(name, settled(block, content: opener + 1..<end), end: end)
    default: break
    }
  }

  /// A block that starts a line is indented as its content's first line is.
  private func settled(
    _ block: TemplateSource.Block, content: Range<Int>
  ) -> TemplateSource.Block {
    guard block.startsLine else { return block }
    for node in nodes[content] {
      switch node {
      case .line(let space, isBlank: false):
        return TemplateSource.Block(startsLine: true, space: space)
      case .block(_, let inner, _) where inner.startsLine:
        return TemplateSource.Block(startsLine: true, space: inner.space)
      case .partial(_, let placement) where placement.isStandalone,
        .parent(_, let placement, _) where placement.isStandalone:
        return TemplateSource.Block(startsLine: true, space: placement.space)
      default: continue
      }
    }
    return block
  }
}

extension TemplateScanner.Tag {
  /// Whether the tag needs a closing tag.
  var opens: Bool { "#^<$".utf8.contains(sigil) }
}
