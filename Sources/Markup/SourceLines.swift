import Evidence

/// Looks at the lines of a note as cmark does once it has taken the prefixes of quotations and items off.
struct SourceLines {
  /// What takes the start of each of its lines away.
  enum Container {
    case quote
    /// An item, the columns it takes, and the line of its marker.
    case item(width: Int, line: Int)
  }

  /// A line's share of a paragraph, as cmark takes it over.
  struct Text {
    let range: Range<Int>
    /// The spaces before it that stand for a part of a tab.
    let padding: Int
    /// Whether it can make the lines before it a heading: it has the marks of all containers, and no indentation of code.
    let mayUnderline: Bool
  }

  let source: SourceText
  /// The quotations and items that are open.
  private(set) var containers: [Container] = []

  init(_ source: SourceText) { self.source = source }

  /// Whether a line has nothing but white space.
  func isBlank(_ line: Int) -> Bool {
    source.utf8[source.range(ofLine: line)].allSatisfy(Ascii.isBlank)
  }

  /// Opens a quotation.
  mutating func openQuote() { containers.append(.quote) }

  /// Opens the item whose marker stands at byte `column` of `line`.
  mutating func openItem(line: Int, column: Int) {
    let range = source.range(ofLine: line)
    let marker = min(range.upperBound, range.lowerBound + max(0, column - 1))
    let end =
      marker < range.upperBound ? itemMarkerEnd(at: marker, lineEnd: range.upperBound) : nil
    let width = prefix(ofLine: line).prefix.itemWidth(markerEnd: end ?? marker)
    containers.append(.item(width: width, line: line))
  }

  /// Closes the innermost quotation or item.
  mutating func closeContainer() { _ = containers.popLast() }

  /// A paragraph's share of a line after its first.
  ///
  /// A line without the marks of all containers is "lazy", and cmark keeps the white space that it starts with.
  func text(ofLine line: Int) -> Text {
    let (prefix, isLazy) = prefix(ofLine: line)
    let end = source.range(ofLine: line).upperBound
    guard isLazy else {
      return Text(
        range: prefix.firstNonBlank..<end, padding: 0, mayUnderline: prefix.indent <= 3)
    }
    let rest = prefix.rest
    return Text(range: rest.start..<end, padding: rest.padding, mayUnderline: false)
  }

  /// What follows the marks of the containers and white space.
  func content(ofLine line: Int) -> Range<Int> {
    prefix(ofLine: line).prefix.firstNonBlank..<source.range(ofLine: line).upperBound
  }

  /// The marks of as many containers as `line` has.
  private func prefix(ofLine line: Int) -> (prefix: LinePrefix, isLazy: Bool) {
    var prefix = LinePrefix(source.range(ofLine: line), of: source.utf8)
    for container in containers where !prefix.isAtEnd {
      var isFirstLine = false
      if case .item(_, line) = container { isFirstLine = true }
      if !prefix.enter(container, isFirstLine: isFirstLine) { return (prefix, true) }
    }
    return (prefix, false)
  }

  /// What follows all marks of quotations and items on a line.
  func contentAfterMarkers(ofLine line: Int) -> Range<Int> {
    let range = source.range(ofLine: line)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source.utf8[index]
      if Ascii.isBlank(byte) || byte == Ascii.greater {
        index += 1
      } else if let next = itemMarkerEnd(at: index, lineEnd: range.upperBound) {
        index = next
      } else {
        break
      }
    }
    return index..<range.upperBound
  }

  /// Where the item marker at `index` ends, or nil where there is none.
  func itemMarkerEnd(at index: Int, lineEnd: Int) -> Int? {
    var end = index
    let bytes = source.utf8
    switch bytes[index] {
    case Ascii.hyphen, Ascii.plus, Ascii.star:
      end += 1
    default:
      while end < lineEnd, end - index < 10, Ascii.isDigit(bytes[end]) { end += 1 }
      guard (1...9).contains(end - index), end < lineEnd,
        bytes[end] == Ascii.dot || bytes[end] == Ascii.closeParenthesis
      else { return nil }
      end += 1
    }
    return end == lineEnd || Ascii.isBlank(bytes[end]) ? end : nil
  }

  /// Whether the bytes are a line across the page: three or more of `*`, `-` or `_`, and white space.
  func isThematicBreak(_ range: Range<Int>) -> Bool {
    guard let mark = range.first.map({ source.utf8[$0] }),
      mark == Ascii.star || mark == Ascii.hyphen || mark == Ascii.underscore
    else { return false }
    var count = 0
    for index in range {
      let byte = source.utf8[index]
      if byte == mark { count += 1 } else if !Ascii.isBlank(byte) { return false }
    }
    return count >= 3
  }

  /// Whether a line underlines a heading of `level`: `=` or `-` without gaps, and white space after.
  func isUnderline(ofLine line: Int, level: Int) -> Bool {
    let text = text(ofLine: line)
    let mark = level == 1 ? Ascii.equals : Ascii.hyphen
    let run = source.utf8[text.range].prefix { $0 == mark }
    return text.mayUnderline && !run.isEmpty
      && source.utf8[run.endIndex..<text.range.upperBound].allSatisfy(Ascii.isBlank)
  }

  /// Whether the bytes start with one to six `#` and a gap.
  func isHashHeading(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, source.utf8[index] == Ascii.hash { index += 1 }
    return (1...6).contains(index - range.lowerBound)
      && (index == range.upperBound || Ascii.isBlank(source.utf8[index]))
  }
}
