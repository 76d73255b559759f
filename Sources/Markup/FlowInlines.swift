/// What an inline takes of the source, to be found there once its whole block is read.
struct InlineStep {
  enum Kind { case text, lineBreak, code, html, linkEnd, bareLinkEnd }

  let kind: Kind
  /// The bytes of the flow it gave; empty where it gave none.
  let range: Range<Int>
}

extension FlowBuilder {
  /// Appends an inline's text or opens or closes its style, and returns what of the source it takes.
  @discardableResult
  mutating func appendInline(_ event: borrowing CMarkTree.Event) -> InlineStep? {
    let start = offset
    let kind: InlineStep.Kind
    switch event.kind {
    case .text:
      appendText(of: event)
      kind = .text
    case .softBreak, .lineBreak:
      append(Ascii.lineFeed)
      kind = .lineBreak
    case .code:
      openSpan(.code)
      appendLiteral(of: event)
      closeSpan()
      kind = .code
    case .htmlInline:
      openSpan(.html)
      appendLiteral(of: event)
      closeSpan()
      kind = .html
    case .emphasis, .strong:
      if event.isEntering {
        openSpan(event.kind == .strong ? .strong : .emphasis)
      } else {
        closeSpan()
      }
      return nil
    case .link, .image:
      guard event.isEntering else {
        let kind: InlineStep.Kind = isOpenSpanBareLink ? .bareLinkEnd : .linkEnd
        closeSpan()
        return InlineStep(kind: kind, range: start..<start)
      }
      let destination = event.destination
      openSpan(
        event.kind == .link ? .link(destination: destination) : .image(destination: destination),
        title: event.title)
      return nil
    default: return nil
    }
    return InlineStep(kind: kind, range: start..<offset)
  }
}
