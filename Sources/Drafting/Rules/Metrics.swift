import Language
import PostmortemModel

extension Rule {
  /// Takes the figures of the account's health from metadata and answers.
  static let metrics = Rule(id: "metrics", summary: "Figures of the account's health") {
    reading, draft in
    let note = reading.note
    for field in note.layout.fields {
      guard let name = field.name, let path = path(name) else { continue }
      let text = note.text(ofPassage: field.passage)
      guard draft.postmortem.metrics[keyPath: path] == nil, let value = leadingNumber(text) else {
        continue
      }
      draft.postmortem.metrics[keyPath: path] = Metric(
        value: value, evidence: [note.layout.passages[field.passage].excerpt])
    }
  }

  private static func path(_ name: String) -> WritableKeyPath<Metrics, Metric?>? {
    switch name {
    case "nps": \.nps
    case "health_score": \.healthScore
    case "touchpoints": \.touchpointsPerMonth
    case "response_time": \.responseTimeHours
    case "seats": \.seats
    case "active_users": \.activeUsers
    case "usage_change": \.usageChangePercent
    case "open_tickets": \.openTickets
    default: nil
    }
  }

  private static func leadingNumber(_ text: String) -> Double? {
    let digits = text.utf8.prefix { Bytes.isDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2C }
    return Double(String(Substring(digits)).filter { $0 != "," })
  }
}
