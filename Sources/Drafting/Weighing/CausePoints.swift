import PostmortemModel

/// How many points evidence gives a cause, and from how many a cause counts: learnt from labelled notes.
struct CausePoints: Sendable {
  private var table: [String: Double] = [
    "asserted.reason": 3, "asserted.verdict": 2.5, "asserted.contributing": 1,
    "asserted.turning": 2, "asserted.consequence": 0.4,
    "asserted.customer": 1.2, "asserted.opening": 1, "asserted.plain": 0.7, "asserted.excluded": -1,
    "supposed.reason": 0.5, "supposed.verdict": 0.3, "supposed.contributing": 0.2,
    "supposed.turning": 0.3, "supposed.consequence": 0,
    "supposed.customer": 0.2, "supposed.opening": 0.1, "supposed.plain": 0.1,
    "supposed.excluded": -1,
    "denied.reason": -1.5, "denied.verdict": -1.5, "denied.contributing": -1, "denied.turning": -1,
    "denied.consequence": -0.3,
    "denied.customer": -2, "denied.opening": -1.5, "denied.plain": -1.5, "denied.excluded": -3,
    "floor.primary": 1.5, "floor.contributing": 2, "share.contributing": 0.45, "floor.turning": 0,
    "temperature": 2,
  ]

  /// Reads lines of `name`, a tab and a number over the defaults.
  init(parsing bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09)
      guard columns.count == 2, let value = Double(String(decoding: columns[1], as: UTF8.self))
      else { continue }
      table[String(decoding: columns[0], as: UTF8.self)] = value
    }
  }

  subscript(_ name: String) -> Double { table[name] ?? 0 }

  /// The factor for evidence of a stance in a context.
  func factor(_ evidence: CauseEvidence) -> Double {
    self["\(evidence.stance.rawValue).\(evidence.context.rawValue)"]
  }

  /// The points a category has before anything is read.
  func prior(_ category: CauseCategory) -> Double { self["prior.\(category.rawValue)"] }

  /// Units below this log-odds are no turning point.
  var turningPointFloor: Double { self["floor.turning"] }
}
