import Answers
import Evidence
import Foundation
import TestSupport
import Testing

/// Public conformance suites; see `Repository.payloads`.
@Suite(.enabled(if: Repository.payloads != nil), .timeLimit(.minutes(10)))
struct PublicSuiteTests {
  @Test func csvSpectrumIsReadAsExpected() throws {
    let names = try files(in: "csv-spectrum/csvs")
    #expect(names.count == 12)
    for name in names {
      let source = SourceText(
        name: name, bytes: try Repository.payload("csv-spectrum/csvs/\(name)"))
      let rows = AnswerSheet(reading: source, as: .csv).records.map { record in
        Dictionary(record.answers.map { ($0.path[0], $0.text) }) { first, _ in first }
      }
      let json = try Repository.payload(
        "csv-spectrum/json/\(name.replacing(".csv", with: ".json"))")
      let decoder = JSONDecoder()
      // The suite writes a single row without its array, and gives that row another telephone number than its CSV has.
      var expected =
        try (try? decoder.decode([[String: String]].self, from: Data(json)))
        ?? [decoder.decode([String: String].self, from: Data(json))]
      if name == "location_coordinates.csv" { expected[0]["Contact Phone Number"] = "2095257564" }
      #expect(rows == expected, "\(name)")
    }
  }

  /// Files that break only UTF-8 or hold NUL: `SourceText` repairs them and tells, so that the reader sees sound JSON.
  private static let repaired: Set<String> = ["n_string_unescaped_ctrl_char.json"]

  @Test func jsonTestSuiteIsAcceptedAndRefusedAsItSays() throws {
    let names = try files(in: "jsontestsuite/test_parsing")
    var repaired: Set<String> = []
    for name in names {
      let bytes = try Repository.payload("jsontestsuite/test_parsing/\(name)")
      let source = SourceText(name: name, bytes: bytes)
      let answers = AnswerSheet(reading: source, as: .json)
      if name.hasPrefix("y_") { #expect(!answers.isRefused, "\(name): \(answers.findings)") }
      if name.hasPrefix("n_"), !answers.isRefused { repaired.insert(name) }
      for finding in answers.findings { #expect(finding.position != nil, "\(name)") }
    }
    #expect(names.filter { $0.hasPrefix("y_") }.count == 95)
    #expect(names.filter { $0.hasPrefix("n_") }.count == 188)
    #expect(repaired == Self.repaired)
  }

  @Test func libyamlRegressionInputsAndExamplesNeitherHangNorCrash() throws {
    for folder in ["libyaml/regression-inputs", "libyaml/examples"] {
      for name in try files(in: folder) {
        let source = SourceText(name: name, bytes: try Repository.payload("\(folder)/\(name)"))
        let answers = AnswerSheet(reading: source, as: .yaml)
        #expect(answers.findings.allSatisfy { $0.position != nil })
      }
    }
  }

  private func files(in folder: String) throws -> [String] {
    let payloads = try #require(Repository.payloads)
    return try FileManager.default.contentsOfDirectory(
      atPath: payloads.appendingPathComponent(folder).path
    ).sorted()
  }
}
