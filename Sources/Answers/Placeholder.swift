public import Evidence

/// Stands in for one answer.
public struct Answer: Sendable {
  /// The keys.
  public var path: [String]
  /// The index in a list.
  public var item: Int?
  /// The answer.
  public var text: String
  /// Its line.
  public var line: Int
  /// Its last line.
  public var endLine: Int
  /// Its column.
  public var column: Int
}

/// Stands in for the answers of one account.
public struct AnswerRecord: Sendable {
  /// The file.
  public var source: String
  /// The line.
  public var line: Int
  /// The answers.
  public var answers: [Answer]
}

/// Stands in for the formats.
public enum AnswerFormat: String, CaseIterable, Sendable {
  case yaml, json, csv
}

/// Stands in for a file of answers: reads plain `key: value` lines and plain comma-separated cells.
public struct AnswerSheet: Sendable {
  /// The records.
  public var records: [AnswerRecord] = []
  /// The findings.
  public var findings: [Finding] = []

  /// Reads `source`.
  public init(reading source: SourceText, as format: AnswerFormat) {
    let lines = (1...max(1, source.lineCount)).map { source.text(source.range(ofLine: $0)) }
    if format == .csv {
      let keys = lines.first?.split(separator: ",").map(String.init) ?? []
      for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        records.append(
          AnswerRecord(
            source: source.name, line: index + 1,
            answers: zip(keys, cells).map {
              Answer(path: [$0], item: nil, text: $1, line: index + 1, endLine: index + 1, column: 1)
            }))
      }
    } else {
      let answers = lines.enumerated().compactMap { index, line -> Answer? in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return Answer(
          path: [String(parts[0])], item: nil, text: String(parts[1].drop { $0 == " " }),
          line: index + 1, endLine: index + 1, column: 1)
      }
      records = [AnswerRecord(source: source.name, line: 1, answers: answers)]
    }
  }
}
