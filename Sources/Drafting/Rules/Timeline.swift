import Chronology
import Evidence
import PostmortemModel

extension Rule {
  /// Lists every dated event that the note tells; deadlines of what is still to be done are no events.
  static let timeline = Rule(id: "timeline", summary: "Dated events, in order") { reading, draft in
    let note = reading.note
    var events: [(event: TimelineEvent, order: Int)] = []
    for (index, unit) in note.units.enumerated() {
      let passage = note.passage(of: unit)
      if case .value = passage.form, !EventText.isTold(passage, in: note) { continue }
      if note.layout.mailDates.contains(unit.passage) { continue }
      if case .item(.open?) = passage.form { continue }
      if reading.verdicts.score("action", index) > 0 { continue }
      let row = EventText.of(unit, in: note)
      for mention in note.chronology.mentions[unit.dates] where mention.role == .event {
        let excerpt = row.excerpt(near: mention)
        let isKnown = events.contains {
          $0.event.date == mention.date && $0.event.evidence.first?.line == excerpt.line
            && $0.event.evidence.first?.source == excerpt.source
        }
        if isKnown { continue }
        events.append(
          (
            TimelineEvent(
              date: mention.date, what: excerpt.quote, kind: EventText.kind(of: unit, in: note),
              evidence: [excerpt]), events.count
          ))
      }
    }
    draft.postmortem.timeline = events.sorted {
      ($0.event.date.firstDay, $0.order) < ($1.event.date.firstDay, $1.order)
    }.map(\.event)
  }
}
