/// The lines of a stream that are not answered yet, and which of them may be worked on.
///
/// When the process that works on them dies, all that it had are suspects: they are sent again one at a time, so that the
/// next end tells which it was.
package struct StreamQueue<Line> {
  private let size: Int
  private var lines: [Line] = []
  /// How many of the lines, from the first on, are being worked on.
  private var sent = 0
  /// How many of the lines, from the first on, may be what ends the process.
  private var suspects = 0

  /// Holds up to `size` lines.
  package init(size: Int) { self.size = size }

  /// Whether it holds all lines that it may.
  package var isFull: Bool { lines.count >= size }
  /// Whether each line was sent, and need not be sent again.
  package var isSent: Bool { sent == lines.count }
  /// Whether a line is being worked on.
  package var isAtWork: Bool { sent > 0 }

  /// Takes a line.
  package mutating func add(_ line: Line) { lines.append(line) }

  /// The next line that may be worked on now.
  package mutating func next() -> Line? {
    guard sent < lines.count, suspects == 0 || sent == 0 else { return nil }
    sent += 1
    return lines[sent - 1]
  }

  /// Takes the first line off, which was answered.
  package mutating func answered() {
    guard sent > 0 else { return }
    sent -= 1
    suspects = max(0, suspects - 1)
    lines.removeFirst()
  }

  /// Has the lines that were worked on sent again, as the process died before it began.
  package mutating func sendAgain() { sent = 0 }

  /// Has the lines that were worked on sent again, as the process was ended by `signal`; takes off and returns the line
  /// that did it, where it is clear which.
  package mutating func died(of signal: Int32) -> Line? {
    // Who sends SIGKILL may have meant the program: a line is to blame when that happens at it twice.
    guard sent == 1, signal != Signal.kill || suspects > 0 else {
      suspects = max(suspects, sent)
      sent = 0
      return nil
    }
    let line = lines[0]
    answered()
    return line
  }
}
