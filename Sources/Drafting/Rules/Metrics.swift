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
        default: figure.value
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
    var end = first
    while end < bytes.count, Bytes.isDigit(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2C {
      end += 1
    }
    // `2024-11` is a month and `3-5` a span.
    if end + 1 < bytes.count, bytes[end] == 0x2D, Bytes.isDigit(bytes[end + 1]) { return nil }
    guard let size = Self.number(bytes[first..<end]) else { return nil }
    let sign = String(decoding: lead, as: UTF8.self).unicodeScalars.last
    value = sign == "-" || sign == "−" || sign == "–" ? -size : size
    isDecline = words.contains { Self.declines.contains($0) }
    let after = bytes[end...]
    // Behind a comma another figure may follow, with its own date.
    rest = String(decoding: after.prefix { $0 != 0x2C && $0 != 0x3B }, as: UTF8.self)
    let unit = after.drop { $0 == 0x20 }.prefix(while: isLetter)
    hours = Self.hours[String(decoding: unit.map { $0 | 0x20 }, as: UTF8.self)] ?? 1
  }

  /// A number whose comma or point sets off thousands where three digits follow, and else a fraction.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    let groups = bytes.split(omittingEmptySubsequences: true) { $0 == 0x2E || $0 == 0x2C }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0] != [0x30]
    let digits = groups.map { String(decoding: $0, as: UTF8.self) }
    if groups.count == 1 || isGrouped { return Double(digits.joined()) }
    return Double(digits.dropLast().joined() + "." + (digits.last ?? ""))
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
