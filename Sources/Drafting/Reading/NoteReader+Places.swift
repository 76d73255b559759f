import Evidence
import Markup

/// Where the reader stands in the document.
extension NoteReader {
  func isList(_ index: Int) -> Bool {
    if case .list = document.elements[index].kind { return true }
    return false
  }

  func quoteDepth(of index: Int) -> Int {
    ancestors(of: index).count { document.elements[$0].kind == .blockQuote }
  }

  func listDepth(of index: Int) -> Int {
    ancestors(of: index).count { isList($0) }
  }

  func enclosingItem(of index: Int) -> Int? {
    let parent = document.elements[index].parent
    guard parent >= 0, case .item = document.elements[parent].kind else { return nil }
    return parent
  }

  private func ancestors(of index: Int) -> [Int] {
    var found: [Int] = []
    var current = document.elements[index].parent
    while current > 0 {
      found.append(current)
      current = document.elements[current].parent
    }
    return found
  }

  func strongSpan(at offset: Int, in flow: FlowText) -> Range<Int>? {
    var cursor = offset
    while cursor < flow.utf8.count, Bytes.isSpace(flow.utf8[cursor]) { cursor += 1 }
    if let clock = LineShapes.clock(at: cursor, to: flow.utf8.count, in: flow.utf8) {
      cursor = clock.upperBound
      while cursor < flow.utf8.count, Bytes.isSpace(flow.utf8[cursor]) { cursor += 1 }
    }
    for start in [offset, cursor] {
      let next = strong.partitioningIndex { $0.lowerBound >= start }
      if next < strong.count, strong[next].lowerBound == start { return strong[next] }
    }
    return nil
  }

  /// A strong run at the start of a line that ends in a question mark.
  func strongQuestion(_ strong: Range<Int>, line: Range<Int>, _ bytes: [UInt8]) -> Range<
    Int
  >? {
    guard strong.upperBound <= line.upperBound else { return nil }
    let trimmed = Bytes.trimmed(strong, in: bytes)
    guard let last = trimmed.last,
      bytes[last] == 0x3F || bytes[last] == 0x3A && bytes[trimmed].contains(0x3F)
    else { return nil }
    return trimmed
  }

  func isComment(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("<!--".utf8)) }
}
