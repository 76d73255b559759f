extension FlowBuilder {
  /// Appends an inline's text or opens or closes its style; `cursor` follows in the source of a block of several lines.
  mutating func appendInline(_ event: borrowing CMarkTree.Event, cursor: inout LineCursor?) {
    switch event.kind {
    case .text:
      let range = append(textOf: event)
      var escaped: [Int] = []
      cursor?.passText(utf8, range) { escaped.append($0) }
      for index in escaped { escapeTilde(at: index) }
    case .softBreak, .lineBreak:
      append(Ascii.lineFeed)
      cursor?.passBreak()
      if let cursor { mark(line: cursor.line) }
    case .code:
      let start = offset
      openSpan(.code)
      let count = append(literalOf: event).count
      closeSpan()
      var starts: [(line: Int, offset: Int)] = []
      cursor?.passCode(count: count) { starts.append(($0, $1)) }
      for mark in starts { self.mark(line: mark.line, at: start + mark.offset) }
    case .htmlInline:
      let start = offset
      openSpan(.html)
      let range = append(literalOf: event)
      closeSpan()
      var starts: [(line: Int, offset: Int)] = []
      cursor?.passHTML(utf8, range) { starts.append(($0, $1)) }
      for mark in starts { self.mark(line: mark.line, at: start + mark.offset) }
    case .emphasis:
      if event.isEntering { openSpan(.emphasis) } else { closeSpan() }
    case .strong:
      if event.isEntering { openSpan(.strong) } else { closeSpan() }
    case .link, .image:
      if event.isEntering {
        let destination = event.destination
        openSpan(
          event.kind == .link ? .link(destination: destination) : .image(destination: destination),
          title: event.title)
      } else {
        closeSpan()
        cursor?.passLinkEnd()
        if let cursor { mark(line: cursor.line) }
      }
    default: break
    }
  }
}
