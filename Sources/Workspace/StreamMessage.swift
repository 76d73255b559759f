import PostmortemModel

/// What is passed between the process that drafts a stream and the one that watches over it.
///
/// A line goes there behind its number and a space, as a process that is started again does not know how many came
/// before. An answer comes back behind its ``Mark``. The first thing that the process says is that it is there.
public enum StreamMessage {
  /// What became of a line, the worst last.
  public enum Mark: UInt8, Comparable, Sendable {
    /// It was drafted.
    case fine = 0x30
    /// It was drafted, and there are findings for which the command is to fail.
    case findings
    /// It was not drafted.
    case failed

    /// Whether the first is less bad.
    public static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
  }

  /// What a process says when it is there.
  static let greeting = Array("ready\n".utf8)
  /// How many bytes a message may have before the line that it brings.
  static let headSize = 32

  /// The message that brings a line.
  static func message(_ line: LineInput.Line) -> [UInt8] {
    Array("\(line.number) ".utf8) + (line.bytes ?? []) + [0x0A]
  }

  /// The line that a message brings.
  static func line(_ message: LineInput.Line) -> LineInput.Line {
    let parts = (message.bytes ?? []).split(
      separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
    let number = parts.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    let bytes = parts.count > 1 && !parts[1].isEmpty ? Array(parts[1]) : nil
    return LineInput.Line(number: number ?? message.number, bytes: bytes)
  }

  /// The answer that is a post-mortem.
  static func answer(_ postmortem: Postmortem) -> [UInt8] {
    TerminalText.json(PostmortemJSON.encode(postmortem, .compact))
  }

  /// The answer to a line about `id` that gave no model.
  static func answer(to id: String?, _ kind: String, _ message: String) -> [UInt8] {
    TerminalText.json(PostmortemJSON.encode(failureOf: id, kind, message))
  }

  /// The message that brings an answer.
  static func message(_ mark: Mark, _ answer: [UInt8]) -> [UInt8] { [mark.rawValue] + answer }

  /// The answer that a message without its line feed brings.
  static func read(_ message: [UInt8]) -> (mark: Mark, output: [UInt8]) {
    (message.first.flatMap(Mark.init(rawValue:)) ?? .failed, message.dropFirst() + [0x0A])
  }
}
