import Chronology
import Evidence
import PostmortemModel

extension Rule {
  /// Lists every dated event that the note tells; deadlines of what is still to be done are no events.
  static let timeline = Rule(id: "timeline", summary: "Dated events, in order") { reading, draft in
    let note = reading.note
    var events: [DatedEvent] = []
    for (index, mention) in note.chronology.mentions.enumerated() {
      let score = reading.dates.score("event", index)
      guard score > 0, let unit = reading.dateFeatures.unit(index),
        !reading.isPlanned(mention, in: unit)
      else { continue }
      let evidence = EventText.evidence(for: mention, in: unit, note)
      // A day that is told of twice is one event; in a month there may be two.
      if let known = events.firstIndex(where: { $0.isSame(as: mention.date, at: evidence) }) {
        events[known].add(evidence, score: score, of: note.units[unit], in: note)
      } else {
        events.append(
          DatedEvent(
            date: mention.date, evidence: evidence, score: score,
            kind: EventText.kind(of: note.units[unit], in: note)))
      }
    }
    draft.postmortem.timeline = events.enumerated().sorted {
      ($0.element.date.firstDay, $0.offset) < ($1.element.date.firstDay, $1.offset)
    }.compactMap { $0.element.event }
  }
}

extension Reading {
  /// Whether the date is that of a follow-up still to be done when the note is written.
  func isPlanned(_ mention: DateMention, in unit: Int) -> Bool {
    guard let day = note.chronology.noteDay, mention.date.lastDay > day.firstDay else {
      return false
    }
    if case .cell(let table, _, _) = note.passage(of: note.units[unit]).form {
      let columns = note.layout.tables[table].columns
      if columns.contains("due") || columns.contains("owner") { return true }
    }
    return verdicts.score("action", unit) > 0
  }
}

/// An event of the timeline while its places in the note are being gathered.
private struct DatedEvent {
  let date: PartialDate
  var evidence: [Excerpt]
  /// How likely the likeliest of its places tells an event.
  var score: Double
  var kind: EventKind

  /// How many places of the note are shown for one event.
  private static let longest = 6

  /// Whether a date of the note with `evidence` speaks of this event.
  func isSame(as other: PartialDate, at places: [Excerpt]) -> Bool {
    guard date == other else { return false }
    return date.precision == .day
      || places.first.map { $0.line == evidence.first?.line && $0.source == evidence.first?.source }
        ?? false
  }

  /// Adds the places of another mention; the likeliest comes first.
  mutating func add(_ more: [Excerpt], score: Double, of unit: Unit, in note: Note) {
    let isBetter = score > self.score
    var all = isBetter ? more : evidence
    for excerpt in isBetter ? evidence : more where !all.contains(excerpt) { all.append(excerpt) }
    evidence = Array(all.prefix(Self.longest))
    guard isBetter else { return }
    self.score = score
    kind = EventText.kind(of: unit, in: note)
  }

  var event: TimelineEvent? {
    evidence.first.map {
      TimelineEvent(date: date, what: $0.quote, kind: kind, evidence: evidence)
    }
  }
}
