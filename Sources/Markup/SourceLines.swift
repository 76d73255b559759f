import Evidence

/// Looks at the lines of a note as cmark does once it has taken the prefixes of quotations and items off.
struct SourceLines {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  /// Whether a line has nothing but white space.
  func isBlank(_ line: Int) -> Bool {
    source.utf8[source.range(ofLine: line)].allSatisfy(Ascii.isBlank)
  }

  /// A paragraph's share of a line: what follows white space and at most `quotes` marks of quotation.
  func content(ofLine line: Int, quotes: Int) -> Range<Int> {
    let range = source.range(ofLine: line)
    return skipPrefix(
      from: range.lowerBound, to: range.upperBound, quotes: quotes)..<range
      .upperBound
  }

  /// Where the prefix that starts at `start` ends.
  func skipPrefix(from start: Int, to end: Int, quotes: Int) -> Int {
    var index = start
    var left = quotes
    while index < end {
      let byte = source.utf8[index]
      if byte == Ascii.greater, left > 0 {
        left -= 1
      } else if !Ascii.isBlank(byte) {
        break
      }
      index += 1
    }
    return index
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

  /// Whether the bytes underline a heading: `=` or `-` without gaps, and white space after.
  func isUnderline(_ range: Range<Int>) -> Bool {
    guard let mark = range.first.map({ source.utf8[$0] }),
      mark == Ascii.equals || mark == Ascii.hyphen
    else { return false }
    var index = range.lowerBound
    while index < range.upperBound, source.utf8[index] == mark { index += 1 }
    return source.utf8[index..<range.upperBound].allSatisfy(Ascii.isBlank)
  }

  /// Whether the bytes start with one to six `#` and a gap.
  func isHashHeading(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, source.utf8[index] == Ascii.hash { index += 1 }
    return (1...6).contains(index - range.lowerBound)
      && (index == range.upperBound || Ascii.isBlank(source.utf8[index]))
  }
}
