import Chronology
import Evidence
import PostmortemModel

extension Rule {
  /// Lists every dated event that the note tells; deadlines of what is still to be done are no events.
  static let timeline = Rule(id: "timeline", summary: "Dated events, in order") { reading, draft in
    let note = reading.note
    var events: [(event: TimelineEvent, order: Int)] = []
    for (index, mention) in note.chronology.mentions.enumerated()
    where reading.dates.score("event", index) > 0 {
      guard let unitIndex = reading.dateFeatures.unit(index) else { continue }
      let unit = note.units[unitIndex]
      let evidence = EventText.evidence(for: mention, in: unitIndex, note)
      guard let excerpt = evidence.first else { continue }
      let isKnown = events.contains {
        $0.event.date == mention.date && $0.event.evidence.first?.line == excerpt.line
          && $0.event.evidence.first?.source == excerpt.source
      }
      if isKnown { continue }
      events.append(
        (
          TimelineEvent(
            date: mention.date, what: excerpt.quote, kind: EventText.kind(of: unit, in: note),
            evidence: evidence), events.count
        ))
    }
    draft.postmortem.timeline = events.sorted {
      ($0.event.date.firstDay, $0.order) < ($1.event.date.firstDay, $1.order)
    }.map(\.event)
  }
}
