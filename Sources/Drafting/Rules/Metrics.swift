import Chronology
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
      guard draft.postmortem.metrics[keyPath: path] == nil, let figure = Figure(text) else {
        continue
      }
      let value =
        switch name {
        case "response_time": figure.value * figure.hours
        case "usage_change": figure.isDecline ? -figure.value.magnitude : figure.value
        default: figure.value * figure.scale
        }
      draft.postmortem.metrics[keyPath: path] = Metric(
        value: value, date: DateReader.date(from: figure.rest),
        evidence: [note.layout.passages[field.passage].excerpt])
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
}

/// The figure that a field's value begins with: `about 310`, `−35 %`, `41/100`, `0,5`, `2 days (March 2025)`.
private struct Figure {
  /// The number.
  let value: Double
  /// What a `k` behind it multiplies it by.
  let scale: Double
  /// The hours of its unit of time; 1 where it has none.
  let hours: Double
  /// Whether the words before it tell of a decline.
  let isDecline: Bool
  /// What follows it, up to a comma.
  let rest: String

  /// Words that may stand before it; after others the value is a sentence, and its first number anything.
  private static let words: Set<String> = [
    "a", "about", "almost", "approx", "approximately", "around", "average", "avg", "by", "ca",
    "circa",
    "just", "nearly", "now", "on", "only", "over", "plus", "roughly", "some", "still", "under",
    "up",
  ]

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: Bytes.isDigit) else { return nil }
    let lead = bytes[..<first]
    let words = lead.split { !isLetter($0) }.map { word in
      String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    }
    // A letter right before a digit makes a name of both, as in `Q3`.
    guard words.allSatisfy({ Self.words.union(Self.declines).contains($0) }),
      lead.last.map(isLetter) != true
    else { return nil }
    guard let figure = FigureReader.figure(at: first, in: bytes[...]) else { return nil }
    // `2024-11` is a month and `3-5` a span.
    if bytes[figure.end...].first == 0x2D,
      bytes[figure.end...].dropFirst().first.map(Bytes.isDigit) == true
    {
      return nil
    }
    scale = FigureReader.scale(at: figure.end, in: bytes[...]).factor
    let sign = String(decoding: lead, as: UTF8.self).unicodeScalars.last
    value = sign == "-" || sign == "−" || sign == "–" ? -figure.value : figure.value
    isDecline = words.contains { Self.declines.contains($0) }
    let after = bytes[figure.end...].drop { $0 == 0x2E || $0 == 0x2C }
    // Behind a comma another figure may follow, with its own date.
    rest = String(decoding: after.prefix { $0 != 0x2C && $0 != 0x3B }, as: UTF8.self)
    let unit = after.drop { $0 == 0x20 }.prefix(while: isLetter)
    hours = Self.hours[String(decoding: unit.map { $0 | 0x20 }, as: UTF8.self)] ?? 1
  }

  private static let declines: Set<String> = [
    "down", "minus", "fell", "dropped", "drop", "decline", "declined", "lower", "less", "loss",
  ]

  private static let hours: [String: Double] = [
    "min": 1.0 / 60, "mins": 1.0 / 60, "minute": 1.0 / 60, "minutes": 1.0 / 60, "d": 24, "day": 24,
    "days": 24, "week": 168, "weeks": 168,
  ]
}

/// Whether a byte is an ASCII letter.
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
