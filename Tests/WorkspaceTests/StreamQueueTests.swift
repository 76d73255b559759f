import Testing
import Workspace

/// Which lines of a stream are worked on when, where some of them end the process.
@Suite("Lines of a stream") struct StreamQueueTests {
  private let crash: Int32 = 11
  private let kill: Int32 = 9

  /// The lines that are sent until no more may be.
  private func sent(_ queue: inout StreamQueue<Int>) -> [Int] {
    var lines: [Int] = []
    while let line = queue.next() { lines.append(line) }
    return lines
  }

  private func queue(of lines: Range<Int>) -> StreamQueue<Int> {
    var queue = StreamQueue<Int>(size: 8)
    for line in lines { queue.add(line) }
    return queue
  }

  @Test("All are sent at once, and room is made by answers")
  func undisturbed() {
    var queue = queue(of: 0..<8)
    #expect(queue.isFull && !queue.isSent)
    #expect(sent(&queue) == Array(0..<8))
    #expect(queue.isSent && queue.isAtWork)
    queue.answered()
    #expect(!queue.isFull)
    queue.add(8)
    #expect(sent(&queue) == [8])
  }

  @Test("After an end the suspects are sent one at a time, and the rest together")
  func suspects() {
    var queue = queue(of: 0..<4)
    #expect(sent(&queue) == [0, 1, 2, 3])
    queue.answered()
    #expect(queue.died(of: crash) == nil)
    for line in 4..<7 { queue.add(line) }
    #expect(sent(&queue) == [1])
    queue.answered()
    #expect(sent(&queue) == [2])
    #expect(queue.died(of: crash) == 2)
    #expect(sent(&queue) == [3])
    queue.answered()
    #expect(sent(&queue) == [4, 5, 6])
  }

  @Test("A line that was alone is to blame at once")
  func alone() {
    var queue = queue(of: 0..<1)
    #expect(sent(&queue) == [0])
    #expect(queue.died(of: crash) == 0)
    #expect(queue.isSent && !queue.isAtWork)
  }

  @Test("A line is to blame for SIGKILL when that happens at it twice")
  func killed() {
    var queue = queue(of: 0..<1)
    _ = sent(&queue)
    #expect(queue.died(of: kill) == nil)
    #expect(sent(&queue) == [0])
    #expect(queue.died(of: kill) == 0)
  }

  @Test("What died before it began is no line's fault")
  func beforeItBegan() {
    var queue = queue(of: 0..<2)
    #expect(sent(&queue) == [0, 1])
    queue.sendAgain()
    #expect(sent(&queue) == [0, 1])
  }
}
