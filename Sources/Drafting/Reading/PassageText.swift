import Evidence
import Markup

/// The text of one passage, and where each of its bytes stands on disk.
struct PassageText: Sendable {
  /// The text, mark-up removed; line breaks are single line feeds.
  let utf8: [UInt8]
  private let place: Place

  // Indirect, so that copies are cheap.
  private indirect enum Place: Sendable {
    /// A part of a Markdown block's flow, from `base` on.
    case flow(FlowText, base: Int)
    /// An answer: it starts and ends on these lines, and its inner lines are not told apart.
    case lines(ClosedRange<Int>)
  }

  /// The part of a block's flow at `range`.
  init(_ flow: FlowText, _ range: Range<Int>) {
    utf8 = range.count == flow.utf8.count ? flow.utf8 : Array(flow.utf8[range])
    place = .flow(flow, base: range.lowerBound)
  }

  /// An answer's text.
  init(answer text: [UInt8], lines: ClosedRange<Int>) {
    utf8 = text
    place = .lines(lines)
  }

  /// The lines on disk that the bytes of `range` stand on.
  func lines(of range: Range<Int>) -> ClosedRange<Int> {
    switch place {
    case .lines(let lines): return lines
    case .flow(let flow, let base):
      let first = flow.line(at: base + range.lowerBound)
      let last = flow.line(at: base + max(range.lowerBound, range.upperBound - 1))
      return first...max(first, last)
    }
  }

  /// The text of `range` on one line: line breaks and runs of white space are single spaces.
  func folded(_ range: Range<Int>) -> String {
    if isFolded(range) { return String(decoding: utf8[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for byte in utf8[range] {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if isSpace, bytes.isEmpty || bytes.last == 0x20 { continue }
      bytes.append(isSpace ? 0x20 : byte)
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the text of `range` is on one line with single spaces already, as most is.
  private func isFolded(_ range: Range<Int>) -> Bool {
    var isBehindSpace = true
    for byte in utf8[range] {
      if byte == 0x0A || byte == 0x09 || byte == 0x20 && isBehindSpace { return false }
      isBehindSpace = byte == 0x20
    }
    return !isBehindSpace
  }
}
