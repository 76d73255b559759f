package import Evidence

/// The block between `---` on the first line and the next `---` or `...`, where tools put a note's properties.
package struct FrontMatter {
  /// The line of the closing mark; the opening one is line 1.
  let lastLine: Int
  /// The lines between the marks.
  package var inside: Range<Int> { 2..<lastLine }

  /// Finds a note's front matter; nil when it has none or it is never closed.
  package init?(of source: SourceText) {
    guard Self.isMark("---", line: 1, of: source), source.lineCount > 1 else { return nil }
    for line in 2...source.lineCount
    where Self.isMark("---", line: line, of: source) || Self.isMark("...", line: line, of: source) {
      lastLine = line
      return
    }
    return nil
  }

  private static func isMark(_ mark: StaticString, line: Int, of source: SourceText) -> Bool {
    var range = source.range(ofLine: line)
    while let last = range.last, Ascii.isBlank(source.utf8[last]) { range.removeLast() }
    return source.utf8[range].elementsEqual("\(mark)".utf8)
  }
}

extension Range where Bound == Int {
  fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
