/// An open file, such as standard input, a line at a time: no more is held than a line and what was read with it.
struct LineInput {
  /// A line without its line feed; nothing of one that is longer than it may be.
  struct Line: Sendable {
    var number: Int
    var bytes: [UInt8]?
    /// Whether there was a line feed.
    var isEnded = true
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where the next line starts, and up to where there is no line feed in it.
  private var (start, searched) = (0, 0)
  private var number = 0
  /// Whether the line that is being read has let go of its beginning.
  private var isTooLong = false

  /// Whether the file's end was read.
  private(set) var isOver = false
  /// What kept the file from being read to its end.
  private(set) var failure: WorkspaceError?

  /// Reads an open file, whose lines may have `limit` bytes.
  init(of descriptor: Int32 = 0, limit: Int = Disk.readLimit) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// Whether ``next()`` would not wait.
  mutating func isReady() -> Bool {
    isOver || lineEnd() != nil || Disk.hasInput(descriptor)
  }

  /// The next line that is not blank, or nothing at the end.
  mutating func next() -> Line? {
    while true {
      if let line = atHand() { return line }
      if isOver { return nil }
      fill()
    }
  }

  /// The next line that is not blank among those that were read already.
  mutating func atHand() -> Line? {
    while let line = nextAtHand() {
      guard let bytes = line.bytes else { return line }
      if bytes.contains(where: { $0 > 0x20 }) { return line }
    }
    return nil
  }

  /// Reads some more; waits where there is nothing yet.
  mutating func fill() {
    if start > 0 {
      buffer.removeFirst(start)
      (start, searched) = (0, searched - start)
    }
    if buffer.count > limit {
      // The rest of the line is read and let go of.
      isTooLong = true
      (buffer, searched) = ([], 0)
    }
    do throws(WorkspaceError) {
      let more = try Disk.readSome(1 << 16, of: descriptor)
      isOver = more.isEmpty
      buffer += more
    } catch {
      failure = error
      isOver = true
    }
  }

  private mutating func nextAtHand() -> Line? {
    if let end = lineEnd() { return take(upTo: end, isEnded: true) }
    guard isOver, start < buffer.count || isTooLong else { return nil }
    return take(upTo: buffer.count, isEnded: false)
  }

  private mutating func take(upTo end: Int, isEnded: Bool) -> Line {
    number += 1
    let isWhole = !isTooLong && end - start <= limit
    let bytes = isWhole ? Array(buffer[start..<end]) : nil
    start = isEnded ? end + 1 : end
    searched = start
    isTooLong = false
    return Line(number: number, bytes: bytes, isEnded: isEnded)
  }

  private mutating func lineEnd() -> Int? {
    while searched < buffer.count {
      if buffer[searched] == 0x0A { return searched }
      searched += 1
    }
    return nil
  }
}
