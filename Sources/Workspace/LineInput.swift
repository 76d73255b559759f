/// Standard input, a line at a time: no more of it is held than a line and what was read with it.
struct LineInput {
  /// A line without its line feed; nothing of one that is longer than any input may be.
  struct Line: Sendable {
    var number: Int
    var bytes: [UInt8]?
  }

  private var buffer: [UInt8] = []
  /// Where the next line starts, and up to where there is no line feed in it.
  private var (start, searched) = (0, 0)
  private var number = 0
  private var isOver = false

  /// What kept standard input from being read to its end.
  private(set) var failure: WorkspaceError?

  /// Whether ``next()`` would not wait.
  mutating func isReady() -> Bool { isOver || lineEnd() != nil || Disk.hasInput() }

  /// The next line that is not blank, or nothing at the end.
  mutating func next() -> Line? {
    while let line = nextOfAny() {
      guard let bytes = line.bytes else { return line }
      if bytes.contains(where: { $0 > 0x20 }) { return line }
    }
    return nil
  }

  private mutating func nextOfAny() -> Line? {
    var isTooLong = false
    while true {
      if let end = lineEnd() {
        return take(upTo: end, andSkip: 1, isTooLong)
      }
      if isOver {
        return start < buffer.count ? take(upTo: buffer.count, andSkip: 0, isTooLong) : nil
      }
      if buffer.count - start > Disk.readLimit {
        // The rest of the line is read and let go of.
        isTooLong = true
        (buffer, start, searched) = ([], 0, 0)
      }
      fill()
    }
  }

  private mutating func take(upTo end: Int, andSkip count: Int, _ isTooLong: Bool) -> Line {
    number += 1
    let bytes = isTooLong ? nil : Array(buffer[start..<end])
    start = end + count
    searched = start
    return Line(number: number, bytes: bytes)
  }

  private mutating func lineEnd() -> Int? {
    while searched < buffer.count {
      if buffer[searched] == 0x0A { return searched }
      searched += 1
    }
    return nil
  }

  private mutating func fill() {
    if start > 0 {
      buffer.removeFirst(start)
      (start, searched) = (0, searched - start)
    }
    do throws(WorkspaceError) {
      let more = try Disk.readSome(1 << 16)
      isOver = more.isEmpty
      buffer += more
    } catch {
      failure = error
      isOver = true
    }
  }
}
