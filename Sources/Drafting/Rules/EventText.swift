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
    let words = text.tokens[unit.tokens].count(where: \.isWordLike)
    guard words <= 5 else { return EventText(note: note, unit: unit) }
    let cells = note.layout.tables[table].rows[row].enumerated().filter { $0.offset != column }
    let longest = cells.compactMap(\.element).max {
      note.layout.passages[$0].text.utf8.count < note.layout.passages[$1].text.utf8.count
    }
    guard let longest, note.layout.passages[longest].text.utf8.count > unit.range.count,
      let told = note.units.first(where: { $0.passage == longest })
    else { return EventText(note: note, unit: unit) }
    return EventText(note: note, unit: told)
  }

  /// The clause around the date where the unit is long, else the whole unit.
  func excerpt(near mention: DateMention) -> Excerpt {
    let passage = note.passage(of: unit)
    guard mention.passage == unit.passage, unit.range.count > 160 else {
      return passage.excerpt(unit.range)
    }
    let text = note.texts[unit.passage]
    let clauses = text.clauses(of: unit.tokens)
    guard let index = clauses.firstIndex(where: { text.bytes(of: $0).overlaps(mention.range) })
    else {
      return passage.excerpt(unit.range)
    }
    var range = text.bytes(of: clauses[index])
    // A bare date tells nothing: take the clauses beside it.
    var before = index
    var after = index
    while range.count < 80, before > 0 || after + 1 < clauses.count {
      if after + 1 < clauses.count { after += 1 } else { before -= 1 }
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
