import Foundation
import TestSupport
import Testing

@Suite struct TranscriptTests {
  private static let folder = "Tests/CommandTests/transcripts"
  static let names =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent(folder).path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test func areThere() { #expect(Self.names.count >= 5) }

  @Test(.timeLimit(.minutes(10)), arguments: names)
  func runAsWritten(name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let transcript = Transcript(
      parsing: String(decoding: try Repository.bytes(path), as: UTF8.self))
    let folder = try TemporaryFolder()
    for file in transcript.files { try folder.write(file.content, to: file.name) }
    let actual = try transcript.steps.map { step in
      let result = try BuiltProgram.shell(step.command, in: folder)
      var output = Self.lines(result.output) + Self.lines(result.errors).map { "2> " + $0 }
      if result.status != 0 { output.append("=> \(result.status)") }
      return Transcript.Step(command: step.command, output: output)
    }
    #expect(!actual.isEmpty)
    // The golden is the whole file, so that recording it writes the outputs in their places.
    expectGolden(Array(transcript.recorded(actual).utf8), path)
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
