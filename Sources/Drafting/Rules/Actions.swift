import Chronology
import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists the follow-ups that somebody is committed to, with owner and due date.
  static let actions = Rule(id: "actions", summary: "Committed follow-ups with owner and due date")
  { reading, draft in
    let note = reading.note
    let people = People(note: note, writer: draft.postmortem.account.csm)
    for (index, unit) in note.units.enumerated() where reading.verdicts.score("action", index) > 0 {
      let passage = note.passage(of: unit)
      let excerpt = note.excerpt(of: unit)
      var action = Action(
        task: excerpt.quote, owner: people.owner(of: unit), due: due(of: unit, in: note),
        done: isDone(unit, passage, in: note), department: DepartmentNames.first(in: unit),
        evidence: [excerpt])
      if case .cell(let table, let row, let column) = passage.form {
        let table = note.layout.tables[table]
        for (other, cell) in table.rows[row].enumerated() where other != column {
          guard let cell, other < table.columns.count, let name = table.columns[other] else {
            continue
          }
          let text = note.text(ofPassage: cell)
          if name == "owner" { action.owner = people.resolved(ProperNames.person(text)) }
          if name == "due" || name == "date" {
            action.due = note.chronology.mentions(in: cell).first?.date ?? action.due
            if text.lowercased().hasPrefix("done") { action.done = true }
          }
        }
      }
      draft.postmortem.actions.append(action)
    }
    for group in Dictionary(grouping: note.layout.groups, by: { "\($0.name)\u{0}\($0.item)" })
      .sorted(by: { ($0.value.first?.passage ?? 0) < ($1.value.first?.passage ?? 0) })
    {
      if let action = action(from: group.value, reading, people) {
        draft.postmortem.actions.append(action)
      }
    }
  }

  /// A map of the answers with a task in it, such as `- task: …`, `owner: …`, `due: …`.
  private static func action(from group: [AnswerGroup], _ reading: Reading, _ people: People)
    -> Action?
  {
    let note = reading.note
    func member(_ wanted: String) -> Int? {
      group.first { reading.knowledge.lexicon.fieldNames(of: Array($0.key.utf8)).contains(wanted) }?
        .passage
    }
    guard let task = member("task") else { return nil }
    return Action(
      task: note.text(ofPassage: task),
      owner: member("owner").map { ProperNames.person(note.text(ofPassage: $0)) },
      due: member("due").flatMap {
        note.chronology.mentions(in: $0).first?.date
          ?? DateReader.date(
            from: note.text(ofPassage: $0), dayComesFirst: note.chronology.dayComesFirst)
      },
      evidence: [note.layout.passages[task].excerpt])
  }

  private static func due(of unit: Unit, in note: Note) -> PartialDate? {
    let mentions = note.chronology.mentions[unit.dates]
    return (mentions.last { $0.role == .deadline } ?? mentions.last)?.date
  }

  private static func isDone(_ unit: Unit, _ passage: Passage, in note: Note) -> Bool {
    if case .item(.done?) = passage.form { return true }
    return unit.cues.contains { $0.topic == .role("done") && $0.modality == .asserted }
  }
}
