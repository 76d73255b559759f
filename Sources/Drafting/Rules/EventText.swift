import Chronology
import Evidence
import Language
import PostmortemModel

/// What a dated unit tells: its own words, or in a table the words of the row's other cells.
struct EventText {
  let note: Note
  /// The unit that carries the words.
  let unit: Unit

  static func of(_ unit: Unit, in note: Note) -> EventText {
    guard case .cell(let table, let row, let column) = note.passage(of: unit).form else {
      return EventText(note: note, unit: unit)
    }
    // A cell that holds nothing but a date tells of what its row tells.
    let text = note.texts[unit.passage]
    guard !hasWords(6, in: text.tokens[unit.tokens]) else {
      return EventText(note: note, unit: unit)
    }
    let cells = note.layout.tables[table].rows[row].enumerated().filter { $0.offset != column }
    let longest = cells.compactMap(\.element).max {
      note.layout.passages[$0].text.utf8.count < note.layout.passages[$1].text.utf8.count
    }
    guard let longest, note.layout.passages[longest].text.utf8.count > unit.range.count,
      let told = note.units.first(where: { $0.passage == longest })
    else { return EventText(note: note, unit: unit) }
    return EventText(note: note, unit: told)
  }

  /// Where the event that a date dates is told; the first place tells the most.
  ///
  /// That is the clause around the date, in a table the row's cells, of a mail's or a section's date also what stands
  /// below it.
  static func evidence(for mention: DateMention, in unitIndex: Int, _ note: Note) -> [Excerpt] {
    let unit = note.units[unitIndex]
    let text = EventText.of(unit, in: note)
    var evidence = [text.excerpt(near: mention, unitIndex)]
    let passage = note.passage(of: unit)
    func add(_ excerpt: Excerpt) {
      if !evidence.contains(excerpt) { evidence.append(excerpt) }
    }
    switch passage.form {
    case .cell(let table, let row, let column):
      let cells = note.layout.tables[table].rows[row]
      if text.unit.passage != unit.passage { add(note.excerpt(of: unit)) }
      // What stands right behind the date often tells it, even where another cell is longer.
      if column + 1 < cells.count, let next = cells[column + 1], next != text.unit.passage,
        hasWords(1, in: note.texts[next].tokens[...])
      {
        add(note.layout.passages[next].excerpt)
      }
    case .heading, .value, .paragraph:
      guard note.layout.mailDates.contains(unit.passage) || EventText.isTitle(unit, in: note),
        let below = EventText.unitBelow(unitIndex, in: note)
      else { break }
      evidence.insert(note.excerpt(of: note.units[below]), at: 0)
    default: break
    }
    return evidence
  }

  /// The first unit below a mail's or a section's date that says something; salutations do not.
  private static func unitBelow(_ index: Int, in note: Note) -> Int? {
    let passage = note.units[index].passage
    for next in note.units.indices.dropFirst(index + 1).prefix(8)
    where note.units[next].passage > passage {
      if case .value = note.passage(of: note.units[next]).form { continue }
      if note.layout.mailDates.contains(note.units[next].passage) { return nil }
      let words = note.texts[note.units[next].passage].tokens[note.units[next].tokens]
      if hasWords(4, in: words) { return next }
    }
    return nil
  }

  /// Whether there are at least `count` words among the tokens.
  static func hasWords(_ count: Int, in tokens: ArraySlice<Token>) -> Bool {
    tokens.lazy.filter(\.isWordLike).prefix(count).count == count
  }

  /// Whether the unit is all that stands in its passage, and holds little but its date: a date above what happened.
  private static func isTitle(_ unit: Unit, in note: Note) -> Bool {
    isBare(unit, in: note) && unit.tokens.count == note.texts[unit.passage].tokens.count
  }

  /// Whether the unit holds little but its date.
  private static func isBare(_ unit: Unit, in note: Note) -> Bool {
    !hasWords(6, in: note.texts[unit.passage].tokens[unit.tokens])
  }

  /// The clause around the date where the unit is long, else the whole unit, with the next where it is a bare date.
  private func excerpt(near mention: DateMention, _ unitIndex: Int) -> Excerpt {
    let passage = note.passage(of: unit)
    guard mention.passage == unit.passage else { return passage.excerpt(unit.range) }
    if EventText.isBare(unit, in: note), unitIndex + 1 < note.units.count,
      note.units[unitIndex + 1].passage == unit.passage,
      note.units[unitIndex + 1].range.upperBound - unit.range.lowerBound < 300
    {
      return passage.excerpt(unit.range.lowerBound..<note.units[unitIndex + 1].range.upperBound)
    }
    guard unit.range.count > 200 else { return passage.excerpt(unit.range) }
    let text = note.texts[unit.passage]
    let date = text.token(at: mention.range.lowerBound)
    let clauses = text.clauses(
      of: unit.tokens.clamped(to: date - TokenizedText.reach..<date + TokenizedText.reach))
    guard let index = clauses.firstIndex(where: { text.bytes(of: $0).overlaps(mention.range) })
    else {
      return passage.excerpt(unit.range)
    }
    var range = text.bytes(of: clauses[index])
    // A clause beside the date's own often tells what happened: take those around it in turn.
    var before = index
    var after = index
    while range.count < 130, before > 0 || after + 1 < clauses.count {
      let isAfterTurn = after - index <= index - before
      if after + 1 < clauses.count, isAfterTurn || before == 0 { after += 1 } else { before -= 1 }
      range = text.bytes(of: clauses[before]).lowerBound..<text.bytes(of: clauses[after]).upperBound
    }
    return passage.excerpt(range)
  }

  /// What kind of event a unit tells, by the strongest of its cues.
  static func kind(of unit: Unit, in note: Note) -> EventKind {
    for cue in unit.cues where cue.modality == .asserted {
      switch cue.topic {
      case .signal(.usageDecline): return .usage
      case .signal(.championLeft), .signal(.orgChange), .cause(.championLoss): return .people
      case .signal(.billingFriction), .cause(.pricing): return .commercial
      case .cause(.support): return .support
      case .cause(.productQuality), .cause(.onboarding): return .incident
      case .role("turning-point"): return .decision
      default: continue
      }
    }
    return .other
  }
}
