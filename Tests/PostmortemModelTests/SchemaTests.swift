import Foundation
import PostmortemModel
import TestSupport
import Testing

/// Holds `schema/postmortem.schema.json` to what the code writes.
@Suite struct SchemaTests {
  private let schema: [String: Any]
  private let definitions: [String: [String: Any]]

  init() throws {
    let bytes = try Repository.bytes("schema/postmortem.schema.json")
    schema = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    definitions = try #require(schema["$defs"] as? [String: [String: Any]])
  }

  @Test func everyKeyThatIsWrittenIsInTheSchemaAndTheOtherWayRound() throws {
    let bytes = PostmortemJSON.encode(.full)
    var seen: Set<String> = []
    compare(
      try JSONSerialization.jsonObject(with: Data(bytes)), schema, path: "$", seen: &seen)
    let objects = definitions.filter { $0.value["properties"] != nil }.keys
    #expect(Set(objects).subtracting(seen).isEmpty, "definitions that nothing uses")
  }

  @Test func everyPropertyIsRequiredAndNoOtherIsAllowed() {
    for (name, definition) in definitions.merging(["$": schema], uniquingKeysWith: { $1 }) {
      guard let properties = definition["properties"] as? [String: Any] else { continue }
      #expect(definition["additionalProperties"] as? Bool == false, "\(name)")
      #expect(
        (definition["required"] as? [String]).map { Set($0) } == Set(properties.keys), "\(name)")
    }
  }

  @Test func everythingIsDescribed() {
    for (name, definition) in definitions {
      #expect(definition["description"] is String, "\(name)")
      for (key, property) in definition["properties"] as? [String: [String: Any]] ?? [:] {
        #expect(property["description"] is String, "\(name).\(key)")
      }
    }
  }

  @Test func theVocabulariesAreThoseOfTheCode() {
    let vocabularies: [String: [String]] = [
      "outcome": words(Outcome.self), "controllable": words(Controllable.self),
      "journey_stage": words(JourneyStage.self), "event_kind": words(EventKind.self),
      "signal_kind": words(SignalKind.self), "save_outcome": words(SaveOutcome.self),
      "risk_stage": words(RiskStage.self), "win_back_likelihood": words(WinBackLikelihood.self),
      "source_kind": words(SourceKind.self),
      "cause_category": CauseCategory.standard.map(\.rawValue),
      "department": Department.standard.map(\.rawValue),
    ]
    for (name, expected) in vocabularies {
      let alternatives = definitions[name]?["anyOf"] as? [[String: Any]]
      let listed = (definitions[name]?["enum"] ?? alternatives?.first?["enum"]) as? [String]
      #expect(listed == expected, "\(name)")
    }
    let enumerations = definitions.filter { $0.value["enum"] != nil || $0.value["anyOf"] != nil }
    #expect(Set(enumerations.keys) == Set(vocabularies.keys))
  }

  @Test(arguments: ["2025", "2025-Q1", "2025-03", "2025-03-04"])
  func theDatePatternTakesWhatTheCodeWrites(_ date: String) throws {
    let pattern = try #require(definitions["date"]?["pattern"] as? String)
    let expression = try Regex(pattern)
    #expect(PartialDate(date)?.description == date)
    #expect(date.wholeMatch(of: expression) != nil)
    for wrong in [date + "-", "x" + date, date.replacing("2025", with: "25")] {
      #expect(wrong.wholeMatch(of: expression) == nil)
    }
  }

  private func words<Word>(_ type: Word.Type) -> [String]
  where Word: CaseIterable & RawRepresentable<String> {
    type.allCases.map(\.rawValue)
  }

  /// Compares the keys of `value` with the properties of `definition`, all the way down.
  private func compare(
    _ value: Any, _ definition: [String: Any], path: String, seen: inout Set<String>
  ) {
    let definition = resolved(definition, seen: &seen)
    if let object = value as? [String: Any] {
      let properties = definition["properties"] as? [String: [String: Any]] ?? [:]
      #expect(Set(object.keys) == Set(properties.keys), "\(path)")
      for (key, member) in object {
        compare(member, properties[key] ?? [:], path: "\(path).\(key)", seen: &seen)
      }
    } else if let list = value as? [Any] {
      #expect(definition["type"] as? String == "array", "\(path)")
      for item in list {
        compare(item, definition["items"] as? [String: Any] ?? [:], path: path + "[]", seen: &seen)
      }
    }
  }

  /// What a `$ref`, or the first choice of an `anyOf`, stands for.
  private func resolved(_ definition: [String: Any], seen: inout Set<String>) -> [String: Any] {
    let choice = (definition["anyOf"] as? [[String: Any]])?.first ?? definition
    guard let reference = choice["$ref"] as? String else { return choice }
    let name = String(reference.dropFirst("#/$defs/".count))
    seen.insert(name)
    return definitions[name] ?? [:]
  }
}
