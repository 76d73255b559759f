import Chronology
import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Lists the follow-ups that somebody is committed to, with owner and due date.
  static let actions = Rule(id: "actions", summary: "Committed follow-ups with owner and due date")
  { reading, draft in
    let note = reading.note
    let people = People(note: note, csm: draft.postmortem.account.csm)
    let reader = ActionReader(
      note: note, owners: OwnerReader(note: note, people: people), people: people,
      notice: draft.postmortem.account.noticeDate)
    for (index, unit) in note.units.enumerated() where reading.verdicts.score("action", index) > 0 {
      var actions = reader.actions(in: unit)
      if let last = actions.indices.last, actions[last].due == nil, index + 1 < note.units.count {
        actions[last].due = reader.due(goingOn: note.units[index + 1], behind: unit)
      }
      draft.postmortem.actions += actions
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
      owner: member("owner").flatMap { ProperNames.person(note.text(ofPassage: $0)) }
        .map(people.resolved),
      due: member("due").flatMap {
        note.chronology.mentions(in: $0).first?.date
          ?? DateReader.date(
            from: note.text(ofPassage: $0), dayComesFirst: note.chronology.dayComesFirst)
      },
      evidence: [note.layout.passages[task].excerpt])
  }
}

/// Reads the actions that a unit tells: as a rule one, or one for each part that has an owner of its own.
private struct ActionReader {
  let note: Note
  let owners: OwnerReader
  let people: People
  /// The day of the notice, where it is known.
  let notice: PartialDate?

  func actions(in unit: Unit) -> [Action] {
    let passage = note.passage(of: unit)
    if case .cell(let table, let row, let column) = passage.form {
      let table = note.layout.tables[table]
      if let name = name(ofColumn: column, in: table), Self.beside.contains(name) { return [] }
      var action = action(
        of: unit, unit.tokens, isDone(unit), DepartmentNames.first(in: unit))
      fill(&action, table: table, row: row, column: column)
      return [action]
    }
    let isDone = isDone(unit)
    let department = DepartmentNames.first(in: unit)
    return parts(of: unit).map { action(of: unit, $0, isDone, department) }
  }

  private func action(
    of unit: Unit, _ tokens: Range<Int>, _ isDone: Bool, _ department: Department?
  ) -> Action {
    let text = note.texts[unit.passage]
    let isParted = tokens.last.map { Self.marks.contains(text.tokens[$0].key) } ?? false
    let range = text.bytes(of: isParted ? tokens.dropLast() : tokens)
    let excerpt = note.passage(of: unit).excerpt(range)
    return Action(
      task: excerpt.quote, owner: owner(of: unit, tokens), due: due(of: unit, in: range),
      done: isDone, department: department, evidence: [excerpt])
  }

  /// What columns beside the tasks hold.
  private static let beside: Set<String> = ["owner", "csm", "contact", "due", "date"]

  /// What stands beside a cell in its row.
  private func fill(_ action: inout Action, table: NoteTable, row: Int, column: Int) {
    for (other, cell) in table.rows[row].enumerated() where other != column {
      guard let cell, let name = name(ofColumn: other, in: table) else { continue }
      let text = note.text(ofPassage: cell)
      if name == "owner" || name == "csm" || name == "contact", !text.contains(where: \.isNumber) {
        action.owner = owners.owner(label: text) ?? ProperNames.person(text).map(people.resolved)
      }
      if name == "due" || name == "date" {
        let due = note.chronology.mentions(in: cell).first
        action.due = due.map(settled) ?? action.due
        if text.lowercased().hasPrefix("done") { action.done = true }
      }
    }
    if action.due == nil { action.due = due(beside: column, in: table.rows[row]) }
  }

  /// The date of a cell of a row that is a date and little more: `me, 30/1`.
  private func due(beside column: Int, in row: [Int?]) -> PartialDate? {
    for (other, cell) in row.enumerated() where other != column {
      guard let cell, let mention = note.chronology.mentions(in: cell).last,
        note.layout.passages[cell].text.utf8.count <= mention.range.count + Self.beforeDate
      else { continue }
      return settled(mention)
    }
    return nil
  }

  /// So many bytes may stand with a date in a cell that says by when somebody does something.
  private static let beforeDate = 16

  /// What a column holds, by its heading or, where that says nothing, by what stands in most of its cells.
  private func name(ofColumn column: Int, in table: NoteTable) -> String? {
    if table.columns.indices.contains(column), let name = table.columns[column] { return name }
    let cells = table.rows.prefix(20).compactMap { column < $0.count ? $0[column] : nil }
    func most(_ holds: (Int) -> Bool) -> Bool { cells.count(where: holds) * 2 > cells.count }
    if most({ note.chronology.mentions(in: $0).first.map { $0.range.lowerBound <= 6 } ?? false }) {
      return "due"
    }
    return most { owners.owner(label: note.text(ofPassage: $0)) != nil } ? "owner" : nil
  }

  // MARK: Owner

  private func owner(of unit: Unit, _ tokens: Range<Int>) -> String? {
    let passage = note.passage(of: unit)
    if case .value(let key) = passage.form, let owner = owners.owner(label: key) { return owner }
    if passage.speaker != nil, passage.question == nil, !isTalk { return people.speaker(of: unit) }
    if let found = owners.owner(of: unit, in: tokens), found.score >= 0.5 { return found.name }
    let section = note.layout.sections[passage.section]
    if section.level >= 10 || section.kinds.isEmpty, let owner = owners.owner(label: section.title)
    {
      return owner
    }
    return nil
  }

  /// Whether those who speak in the note speak in turns; else a name before a colon gives a task to somebody.
  private var isTalk: Bool {
    note.layout.passages.count { $0.form == .turn } > 6
      || note.layout.passages.contains { $0.form == .value(key: "from") }
  }

  // MARK: Parts

  /// The parts of a unit at full stops, semicolons, bars, `and` and the ends of lines that each have an owner.
  private func parts(of unit: Unit) -> [Range<Int>] {
    let text = note.texts[unit.passage]
    var cuts: [Int] = []
    for index in unit.tokens.dropFirst().dropLast() {
      let token = text.tokens[index]
      let isMark =
        !token.isWordLike && Self.marks.contains(token.key)
        || text.sentences[text.sentence(holding: index)].upperBound == index + 1
      if token.startsLine { cuts.append(index) }
      if isMark || token.kind == .word && Self.and.contains(token) { cuts.append(index + 1) }
    }
    var parts: [Range<Int>] = []
    var start = unit.tokens.lowerBound
    for cut in cuts where cut > start && cut < unit.tokens.upperBound {
      guard isOwned(unit, start..<cut), isOwned(unit, cut..<unit.tokens.upperBound, first: true)
      else {
        continue
      }
      parts.append(start..<cut)
      start = cut
    }
    parts.append(start..<unit.tokens.upperBound)
    return parts
  }

  private static let and = WordSet("and")
  /// A semicolon and a bar.
  private static let marks: Set<UInt64> = [0x3B, 0x7C]

  private func isOwned(_ unit: Unit, _ tokens: Range<Int>, first: Bool = false) -> Bool {
    let head = first ? tokens.clamped(to: tokens.lowerBound..<tokens.lowerBound + 20) : tokens
    guard tokens.count >= 4, let owner = owners.owner(of: unit, in: head) else { return false }
    return owner.score >= 2.5
  }

  // MARK: Date and state

  /// The first deadline that is still to come when the note is written, or the first such date; else the last of them.
  ///
  /// A day goes before a quarter: "credit the unused Q4 this week".
  private func due(of unit: Unit, in range: Range<Int>) -> PartialDate? {
    let mentions = note.chronology.mentions[unit.dates].filter { $0.range.overlaps(range) }
    let dates = mentions.map { (settled($0), $0.role == .deadline) }
    let deadlines = dates.filter(\.1)
    let candidates = deadlines.isEmpty ? dates : deadlines
    let day = note.chronology.noteDay?.firstDay ?? .min
    let ahead = candidates.filter { $0.0.lastDay >= day }
    let finest = ahead.map(\.0.precision).max()
    return (ahead.first { $0.0.precision == finest } ?? candidates.last)?.0
  }

  /// The date of a short sentence behind a task that says no more than by when, as "By 20 June" does.
  func due(goingOn next: Unit, behind unit: Unit) -> PartialDate? {
    guard next.passage == unit.passage, next.tokens.count <= Self.afterthought, !next.dates.isEmpty,
      owners.owner(of: next, in: next.tokens)?.score ?? 0 < 2
    else { return nil }
    return due(of: next, in: next.range)
  }

  /// The most tokens of a sentence that only says by when.
  private static let afterthought = 12

  /// The date on which something is to be done that is named so: "on Monday" is next Monday.
  ///
  /// A date that the note gives no year lies in the year that begins shortly before somebody commits to it: on the note's day, or
  /// where the notice came later, then.
  private func settled(_ mention: DateMention) -> PartialDate {
    let date = mention.ahead ?? mention.date
    let days = [note.chronology.noteDay, notice].compactMap { $0?.firstDay }
    guard mention.basis == .yearInferred, let month = date.month, let day = days.max() else {
      return date
    }
    let first = PartialDate(dayNumber: day - Self.backward)
    for year in first.year...first.year + 1 {
      let other =
        date.day.map { PartialDate(year: year, month: month, day: $0) }
        ?? PartialDate(year: year, month: month)
      if let other, other.lastDay >= first.firstDay { return other }
    }
    return date
  }

  /// What is listed may have been done so many days before.
  private static let backward = 120

  private func isDone(_ unit: Unit) -> Bool {
    if case .item(.done?) = note.passage(of: unit).form { return true }
    return unit.cues.contains { $0.topic == .role("done") && $0.modality == .asserted }
  }
}
