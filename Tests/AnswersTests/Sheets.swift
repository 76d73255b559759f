import Answers
import Evidence

/// Reads `text` as if it were the file `answers.yaml`, `answers.json` or `answers.csv`.
func sheet(_ text: String, _ format: AnswerFormat) -> AnswerSheet {
  AnswerSheet(reading: SourceText(name: "answers.\(format)", text: text), as: format)
}

extension AnswerSheet {
  /// Every answer as `path = text`, records separated by `---`: easy to read and to compare.
  var outline: [String] {
    Array(records.map { $0.answers.map(\.outline) }.joined(separator: ["---"]))
  }

  /// Every finding as `line:column id`.
  var told: [String] {
    findings.map { finding in
      guard let position = finding.position else { return "? \(finding.id)" }
      return "\(position.line):\(position.column) \(finding.id)"
    }
  }

  /// Whether the file was refused, wholly or from some place on.
  var isRefused: Bool { findings.contains { $0.severity == .error } }
}

extension Answer {
  /// The answer in a line, such as `contacts.name[1] = Dana`.
  var outline: String {
    let index = item.map { "[\($0)]" } ?? ""
    return path.joined(separator: ".") + index + " = " + text
  }

  /// Where the answer stands, such as `3-5:12`.
  var place: String { line == endLine ? "\(line):\(column)" : "\(line)-\(endLine):\(column)" }
}
