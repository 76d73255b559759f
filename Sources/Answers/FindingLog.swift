import Evidence

/// Collects findings about one file, so many of each kind that a person can act on them.
struct FindingLog {
  /// How many findings of one kind are told one by one.
  private static let limit = 10

  let source: String
  private var findings: [Finding] = []
  private var counts: [String: Int] = [:]
  private var firstLeftOff: [String: SourcePosition] = [:]

  init(source: String) { self.source = source }

  /// Whether nothing has been said.
  var isEmpty: Bool { findings.isEmpty }

  mutating func add(
    _ id: String, _ severity: Finding.Severity, _ message: String, at position: SourcePosition
  ) {
    let count = counts[id, default: 0] + 1
    counts[id] = count
    if count <= Self.limit {
      findings.append(Finding(id, severity, message, in: source, at: position))
    } else if count == Self.limit + 1 {
      firstLeftOff[id] = position
    }
  }

  /// The findings in the order of the file; where many of a kind were left off, one more says how many.
  func finish() -> [Finding] {
    var all = findings
    for (id, position) in firstLeftOff {
      let severity = findings.first { $0.id == id }?.severity ?? .warning
      all.append(
        Finding(
          id, severity, "From here on \(counts[id, default: 0] - Self.limit) more of the same kind",
          in: source, at: position))
    }
    let first = SourcePosition(line: 1, column: 1)
    return all.sorted { ($0.position ?? first, $0.id) < ($1.position ?? first, $1.id) }
  }
}
