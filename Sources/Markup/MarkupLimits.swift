package import Evidence

/// How much nesting and size a note may have before it is read as plain text.
///
/// libcmark up to 0.30 needs time that grows with the square of the input for deep containers (CVE-2023-24824) and
/// many image openers (CVE-2023-22486): 64 KiB can take ten seconds. Within these limits its worst case for a note is
/// linear. Notes that people write stay far below all three.
package struct MarkupLimits: Sendable {
  /// Bytes of a note: 1 MiB; the transcript of a three-hour talk is a fifth of that.
  package var noteBytes = 1 << 20
  /// Quotations and list items that can be open at once on a line.
  package var containers = 32
  /// `![` in a note.
  package var imageOpeners = 1_000

  /// The limits that hold for notes.
  package init() {}

  /// What exceeds a limit first, as a finding, or nil when nothing does.
  package func excess(in source: SourceText) -> Finding? {
    if source.utf8.count > noteBytes {
      return finding("The note has \(source.utf8.count) bytes", noteBytes, line: 1, in: source)
    }
    var depth = ContainerDepth(SourceLines(source))
    var openers = 0
    for line in 1...source.lineStarts.count {
      let range = source.range(ofLine: line)
      let containers = depth.read(range, stopAbove: self.containers)
      if containers > self.containers {
        return finding(
          "This line is \(containers) or more quotations and list items deep", self.containers,
          line: line, in: source)
      }
      openers += imageOpeners(in: source.utf8, range)
      if openers > imageOpeners {
        return finding(
          "The note has \(openers) or more image openers '![' up to this line", imageOpeners,
          line: line, in: source)
      }
    }
    return nil
  }

  private func imageOpeners(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if bytes[index] == Ascii.bang, bytes[index + 1] == Ascii.openBracket { count += 1 }
      index += 1
    }
    return count
  }

  private func finding(_ what: String, _ limit: Int, line: Int, in source: SourceText) -> Finding {
    Finding(
      "markup-limit", .warning,
      "\(what); the limit is \(limit), so the note is read as plain text without headings, lists and tables",
      in: source.name, at: SourcePosition(line: line, column: 1))
  }
}

/// Bounds from above how many containers are open on each line.
///
/// A list item stays open over later lines, so markers alone do not tell the depth: a staircase of indented items
/// nests with one marker a line. An item is surely closed once a marker stands left of its content.
private struct ContainerDepth {
  private let lines: SourceLines
  /// The least column at which the content of each item that may be open can stand.
  private var items: [Int] = []

  init(_ lines: SourceLines) { self.lines = lines }

  /// Reads a line and returns how many containers may be open on it; gives up counting above `limit`.
  mutating func read(_ range: Range<Int>, stopAbove limit: Int) -> Int {
    let bytes = lines.source.utf8
    var column = 0
    var quotes = 0
    // Columns by which the same content may stand further left on another line: quotations may be indented or not.
    var play = 0
    var blanks = 0
    var index = range.lowerBound
    var hasMarker = false
    while index < range.upperBound, quotes + items.count <= limit {
      let byte = bytes[index]
      if byte == Ascii.space {
        column += 1
        blanks += 1
        index += 1
      } else if byte == Ascii.tab {
        let width = 4 - column % 4
        column += width
        blanks += width
        index += 1
      } else if byte == Ascii.greater {
        quotes += 1
        play += min(3, blanks) + 1
        blanks = 0
        column += 1
        index += 1
        hasMarker = true
      } else if let end = lines.itemMarkerEnd(at: index, lineEnd: range.upperBound),
        !lines.isThematicBreak(index..<range.upperBound)
      {
        while let last = items.last, last > column { items.removeLast() }
        column += end - index
        items.append(max(0, column + 1 - play))
        blanks = 0
        index = end
        hasMarker = true
      } else {
        break
      }
    }
    return hasMarker ? quotes + items.count : 0
  }
}
