import Answers
import Evidence
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct HostileAnswersTests {
  @Test func anAliasIsRefusedWithItsPlace() {
    let answers = sheet("a: &x [lol]\nb: *x\n", .yaml)
    #expect(answers.records.isEmpty)
    #expect(answers.told == ["1:4 answers-yaml-tag", "2:4 answers-yaml-alias"])
  }

  @Test func aliasBombsAreRefusedAtTheFirstAlias() {
    var laughs = "a0: &a0 [lol]\n"
    for level in 1...40 {
      let row = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      laughs += "a\(level): &a\(level) [\(row)]\n"
    }
    #expect(sheet(laughs, .yaml).told.contains("2:10 answers-yaml-alias"))
    var keys = "&a0 {x: 1}: 1\n"
    for level in 1...40 { keys += "? &a\(level) {*a\(level - 1): 1, y: *a\(level - 1)}\n: 1\n" }
    #expect(sheet(keys, .yaml).findings.last?.id == "answers-yaml-alias")
  }

  @Test(arguments: [
    "[", "{a: ", "{", "? ", "- ", "[[{x: ", "- ? ", "? - ", "{? [", "[\n", "\"\\", "&a ", "!a ",
    "*a ", "|\n ", "- |\n", "a: &b\n", "'", ": ", ", ", "]", "%TAG !a! b\n", "...\n", "---\n", "\t",
    "a:\n ", "#", "\u{FEFF}", "\u{2028}", "\u{85}", "- -\t", "x: y: ", "a\n", "\"a\n", ">+\n\n",
  ])
  func repeatedYAMLNeitherHangsNorCrashes(_ token: String) {
    for size in [1_000, 65_536, 262_144] {
      let text = String(repeating: token, count: size / token.utf8.count)
      let answers = sheet(text, .yaml)
      #expect(answers.findings.allSatisfy { $0.position != nil })
    }
  }

  @Test(arguments: [AnswerFormat.yaml, .json])
  func nestingIsReadToDepth64AndRefusedBeyond(_ format: AnswerFormat) {
    func nested(_ depth: Int) -> String {
      "{\"k\": " + String(repeating: "[", count: depth - 1) + "1"
        + String(repeating: "]", count: depth - 1) + "}"
    }
    #expect(sheet(nested(64), format).outline == ["k[0] = 1"])
    #expect(sheet(nested(65), format).told == ["1:70 answers-depth"])
    #expect(sheet(nested(65), format).records.isEmpty)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":[", "\"\\u", "\"\\", "1", "-", "[1,", "\"", "\n"])
  func repeatedJSONNeitherHangsNorCrashes(_ token: String) {
    let text = String(repeating: token, count: (1 << 20) / token.utf8.count)
    #expect(sheet(text, .json).findings.allSatisfy { $0.position != nil })
  }

  @Test(arguments: ["\"", ",", ";", "\n", "\r", "\"\"", "\",", "a\"", "a,\n", ",\n\"", "\t\""])
  func repeatedCSVNeitherHangsNorCrashes(_ token: String) {
    let text = String(repeating: token, count: (1 << 20) / token.utf8.count)
    #expect(sheet(text, .csv).findings.allSatisfy { $0.position != nil })
    #expect(sheet("a,b\n" + text, .csv).findings.allSatisfy { $0.position != nil })
  }

  @Test(arguments: AnswerFormat.allCases)
  func filesThatAreTooLargeAreRefused(_ format: AnswerFormat) {
    let limit = format == .yaml ? 256 << 10 : format == .json ? 4 << 20 : 32 << 20
    let answers = sheet(String(repeating: "\n", count: limit + 1), format)
    #expect(answers.told == ["1:1 answers-size"])
  }

  @Test func manyFindingsOfAKindAreCutShort() {
    let answers = sheet("a,b\n" + String(repeating: "1\n", count: 1_000), .csv)
    #expect(answers.records.count == 1_000)
    #expect(answers.findings.count == 11)
    #expect(answers.findings.last?.message.contains("990") == true)
  }

  @Test(arguments: AnswerFormat.allCases)
  func anyBytesAreReadAndEveryFindingHasAPlace(_ format: AnswerFormat) {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("\"'{}[]:,;-|>?&*!#%@\\ \n\r\tabu0191.e+~é\u{2028}\u{FEFF}".utf8)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<60, using: &generator)
      let bytes = (0..<count).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let source = SourceText(name: "x", bytes: bytes)
      let answers = AnswerSheet(reading: source, as: format)
      for finding in answers.findings {
        guard let position = finding.position else {
          Issue.record("no position: \(finding) in \(bytes)")
          continue
        }
        #expect((1...max(1, source.lineStarts.count)).contains(position.line))
        #expect(position.column >= 1)
      }
      for answer in answers.records.flatMap(\.answers) {
        #expect(answer.line <= answer.endLine && answer.endLine <= source.lineStarts.count)
        #expect(!answer.path.isEmpty)
      }
    }
  }
}
