/// Where the lines of a block's text start, found by going through its source.
struct Alignment {
  /// Where in the flow each line starts.
  var marks: [FlowText.LineMark]
  /// The tildes of the flow that the source escapes.
  var escapedTildes: [Int] = []

  init(line: Int) {
    marks = [FlowText.LineMark(offset: 0, line: Int32(line))]
  }

  /// Goes through the source in step with a block's inlines, whose text is `utf8` from `base` on.
  init(of steps: [InlineStep], in utf8: borrowing [UInt8], base: Int, along cursor: LineCursor) {
    self.init(line: cursor.line)
    var cursor = cursor
    for step in steps {
      switch step.kind {
      case .text:
        let range = base + step.range.lowerBound..<base + step.range.upperBound
        cursor.passText(utf8, range) { escapedTildes.append($0 - base) }
      case .lineBreak:
        cursor.passBreak()
        mark(cursor.line, at: step.range.upperBound)
      case .code:
        cursor.passCode(step.range) { mark($0, at: step.range.lowerBound + $1) }
      case .html:
        let range = base + step.range.lowerBound..<base + step.range.upperBound
        cursor.passHTML(utf8, range) { mark($0, at: step.range.lowerBound + $1) }
      case .linkEnd, .bareLinkEnd:
        cursor.passLinkEnd(mayBeBare: step.kind == .bareLinkEnd)
        mark(cursor.line, at: step.range.upperBound)
      }
    }
  }

  private mutating func mark(_ line: Int, at offset: Int) {
    let last = marks.count - 1
    if marks[last].line == line { return }
    if marks[last].offset >= offset {
      marks[last].line = Int32(line)
    } else {
      marks.append(FlowText.LineMark(offset: Int32(offset), line: Int32(line)))
    }
  }
}
