/// Goes through the marks and the white space before a line's text as cmark's block reader does: by columns, to which a
/// tab counts as what is missing to a multiple of four.
struct LinePrefix {
  private let bytes: [UInt8]
  private let end: Int
  /// The byte that comes next; the tab itself while only a part of it is taken.
  private(set) var offset: Int
  private var column = 0
  private var isInTab = false

  /// Starts before the first byte of `line`.
  init(_ line: Range<Int>, of bytes: [UInt8]) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// Whether the line is over.
  var isAtEnd: Bool { offset == end }

  /// How many columns of white space come next.
  var indent: Int {
    var column = column
    var index = offset
    while index < end {
      if bytes[index] == Ascii.tab {
        column += 4 - column % 4
      } else if bytes[index] == Ascii.space {
        column += 1
      } else {
        break
      }
      index += 1
    }
    return column - self.column
  }

  /// Where the white space that comes next ends.
  var firstNonBlank: Int {
    var index = offset
    while index < end, Ascii.isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// Takes `count` columns.
  mutating func advance(_ count: Int) {
    var left = count
    while left > 0, offset < end {
      let width = bytes[offset] == Ascii.tab ? 4 - column % 4 : 1
      isInTab = width > left
      column += min(width, left)
      if !isInTab { offset += 1 }
      left -= min(width, left)
    }
  }

  /// Takes the container's share of the line; false where the line has none.
  mutating func enter(_ container: SourceLines.Container, isFirstLine: Bool) -> Bool {
    switch container {
    case .quote:
      let indent = indent
      let mark = firstNonBlank
      guard indent <= 3, mark < end, bytes[mark] == Ascii.greater else { return false }
      advance(indent + 1)
      if offset < end, Ascii.isBlank(bytes[offset]) { advance(1) }
      return true
    case .item(let width, _):
      guard isFirstLine || indent >= width else {
        guard firstNonBlank == end else { return false }
        offset = end
        return true
      }
      advance(width)
      return true
    }
  }

  /// How many columns the item whose marker ends at `markerEnd` takes from its lines.
  func itemWidth(markerEnd: Int) -> Int {
    let marker = indent + markerEnd - firstNonBlank
    var inner = self
    inner.advance(marker)
    let gap = inner.indent
    let isEmpty = inner.firstNonBlank == end
    return marker + (gap > 4 || isEmpty ? 1 : max(1, gap))
  }

  /// Where a line's text starts that is taken as it stands from here on.
  ///
  /// What is left of a tab becomes `padding` spaces.
  var rest: (start: Int, padding: Int) {
    isInTab ? (offset + 1, 4 - column % 4) : (offset, 0)
  }
}
