import Answers
import Evidence
import Foundation
import TestSupport
import Testing

/// The YAML test suite, which is itself written in YAML and read by the reader under test.
@Suite(.enabled(if: Repository.payloads != nil), .timeLimit(.minutes(10)))
struct YAMLSuiteTests {
  /// Cases that must fail and that libyaml reads: comments without a space before them, directives without a document's
  /// end, dashes and too small an indentation inside brackets and quotes.
  private static let readThoughWrong: Set<String> = [
    "9C9N-0", "9HCY-0", "9JBA-0", "CVW2-0", "DK95-1", "EB22-0", "G5U8-0", "MUS6-0", "MUS6-1",
    "QB6E-0", "RHX7-0", "S98Z-0", "SU5Z-0", "X4QW-0", "Y79Y-3", "YJV2-0",
  ]
  /// Cases that must be read and that libyaml refuses: empty keys, tabs, `:` and `%` in places that only YAML 1.2 allows.
  private static let refusedThoughRight: Set<String> = [
    "2JQS-0", "2LFX-0", "2SXE-0", "4ABK-0", "4MUZ-0", "4MUZ-1", "4MUZ-2", "58MP-0", "5MUD-0",
    "5T43-0", "6BCT-0", "6CA3-0", "6LVF-0", "6M2F-0", "7Z25-0", "8XYN-0", "96NN-0", "96NN-1",
    "9SA2-0", "A2M4-0", "BEC7-0", "CFD4-0", "DBG4-0", "DK3J-0", "DK95-0", "DK95-3", "DK95-4",
    "FP8R-0", "FRK4-0", "HM87-0", "HWV9-0", "K3WX-0", "M2N8-0", "M7A3-0", "MUS6-5", "MUS6-6",
    "NHX8-0", "NJ66-0", "NKF9-0", "Q5MG-0", "QT73-0", "R4YG-0", "S3PD-0", "SM9W-1", "UKK6-0",
    "UT92-0", "VJP3-1", "W4TN-0", "W5VH-0", "Y79Y-1", "Y79Y-10", "ZYU8-0", "ZYU8-1", "ZYU8-2",
    "ZYU8-3",
  ]
  /// Cases that libyaml reads otherwise: `?x` in brackets, `:` in an anchor, blanks at the very end of a file.
  private static let readDifferently: Set<String> = [
    "652Z-0", "HM87-1", "JEF9-2", "L24T-1", "Y2GN-0",
  ]

  private struct Case {
    var name: String
    var yaml: String
    var tree: String
    var mustFail: Bool
  }

  @Test func mistakesAreRefusedWithTheirPlace() throws {
    let cases = try cases().filter(\.mustFail)
    #expect(cases.count == 94)
    var read: Set<String> = []
    for testCase in cases {
      let answers = sheet(testCase.yaml, .yaml)
      if !answers.isRefused { read.insert(testCase.name) }
      #expect(answers.findings.allSatisfy { $0.position != nil })
    }
    #expect(read == Self.readThoughWrong)
  }

  @Test func soundYAMLGivesTheEventsThatTheSuiteLists() throws {
    var refused: Set<String> = []
    var different: Set<String> = []
    let cases = try cases().filter { !$0.mustFail }
    #expect(cases.count == 312)
    for testCase in cases {
      var events: [String] = []
      do throws(YAMLProblem) {
        try YAMLStream.read(testCase.yaml.utf8.map { $0 }[...]) {
          events.append($0.notation)
          return true
        }
      } catch {
        refused.insert(testCase.name)
        continue
      }
      if events != Self.events(in: testCase.tree) { different.insert(testCase.name) }
    }
    #expect(refused == Self.refusedThoughRight)
    #expect(different == Self.readDifferently)
  }

  @Test func aliasesAreWhatElseIsRefused() throws {
    for testCase in try cases() where !testCase.mustFail {
      let errors = sheet(testCase.yaml, .yaml).findings.filter { $0.severity == .error }
      if Self.refusedThoughRight.contains(testCase.name) { continue }
      let hasAlias = testCase.tree.contains("=ALI")
      #expect(errors.map(\.id) == (hasAlias ? ["answers-yaml-alias"] : []), "\(testCase.name)")
    }
  }

  private func cases() throws -> [Case] {
    let folder = try #require(Repository.payloads).appendingPathComponent("yaml-test-suite/src")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.flatMap { name in
      let source = SourceText(
        name: name, bytes: try Repository.payload("yaml-test-suite/src/\(name)"))
      let sheet = AnswerSheet(reading: source, as: .yaml)
      #expect(sheet.findings.isEmpty, "\(name)")
      var tree = ""
      return sheet.records.enumerated().compactMap { index, record -> Case? in
        let fields = Dictionary(record.answers.map { ($0.path[0], $0.text) }) { first, _ in first }
        tree = fields["tree"] ?? tree
        guard let yaml = fields["yaml"] else { return nil }
        return Case(
          name: "\(name.prefix(4))-\(index)", yaml: Self.plain(yaml), tree: Self.plain(tree),
          mustFail: fields["fail"] == "true")
      }
    }
  }

  /// Replaces the signs by which the suite shows what cannot be seen.
  private static func plain(_ text: String) -> String {
    var text = text.replacing("␣", with: " ").replacing("↵", with: "").replacing("←", with: "\r")
      .replacing("⇔", with: "\u{FEFF}").replacing("∎\n", with: "")
    while text.contains("—»") { text = text.replacing("—»", with: "»") }
    return text.replacing("»", with: "\t")
  }

  /// The suite's events, without what is mere style: explicit documents, flow collections.
  private static func events(in tree: String) -> [String] {
    tree.split(separator: "\n").compactMap { line in
      let event = line.drop { $0 == " " }
      switch event.prefix(4) {
      case "+STR", "-STR": return nil
      case "+DOC", "-DOC": return String(event.prefix(4))
      case "+SEQ": return String(event).replacing("+SEQ []", with: "+SEQ")
      case "+MAP": return String(event).replacing("+MAP {}", with: "+MAP")
      default: return String(event)
      }
    }
  }
}

extension YAMLEvent {
  /// The event as the YAML test suite writes it.
  fileprivate var notation: String {
    let properties = (anchor.map { " &\($0)" } ?? "") + (tag.map { " <\($0)>" } ?? "")
    switch kind {
    case .documentStart: return "+DOC"
    case .documentEnd: return "-DOC"
    case .mapStart: return "+MAP" + properties
    case .mapEnd: return "-MAP"
    case .listStart: return "+SEQ" + properties
    case .listEnd: return "-SEQ"
    case .alias: return "=ALI *\(text)"
    case .scalar(let style):
      let escapes: [Unicode.Scalar: String] = [
        "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u{8}": "\\b",
      ]
      let escaped = text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
      return "=VAL\(properties) \(style.sign)\(escaped)"
    }
  }
}

extension YAMLEvent.Style {
  fileprivate var sign: String {
    switch self {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }
}
