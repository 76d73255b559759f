/// An input file as clean UTF-8, with its line numbers.
///
/// Any bytes are accepted. What is repaired (invalid UTF-8, NUL, over-long runs of combining marks) is told in
/// `findings`; no repair adds or removes a line, so line numbers are those of the file on disk.
public struct SourceText: Sendable {
  /// The file's name, without folders, as evidence names it.
  public let name: String
  /// The text: valid UTF-8 without byte order mark and without NUL.
  public let utf8: [UInt8]
  /// Where each line starts in `utf8`.
  ///
  /// Lines end at LF, CRLF and CR only, as CommonMark's do.
  public let lineStarts: [Int]
  /// What was repaired on the way in.
  public let findings: [Finding]

  /// Reads `bytes` as UTF-8, repairing what is not.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    (utf8, findings) = SourceRepair.repair(bytes, name: name)
    lineStarts = Self.lineStarts(of: utf8)
  }

  /// Takes `text` as it is.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// How many lines the text has; a final line break does not start another.
  public var lineCount: Int {
    lineStarts.count - (lineStarts.last == utf8.count && lineStarts.count > 1 ? 1 : 0)
  }

  /// The line, from 1, on which the byte at `offset` stands.
  public func line(at offset: Int) -> Int {
    // The first line starts at 0, so that every offset stands behind the start of one.
    max(1, lineStarts.partitioningIndex { $0 > offset })
  }

  /// The line and column of the byte at `offset`.
  public func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    return SourcePosition(line: line, column: offset - lineStarts[line - 1] + 1)
  }

  /// The bytes of a line, counted from 1, without its line break.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text between two byte offsets.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    return starts
  }
}
