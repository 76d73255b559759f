import Chronology
import PostmortemModel

/// What a look at a note tells of its units, dates and names.
struct NoteLook {
  /// What each unit seems to be.
  private(set) var units: Verdicts
  /// What each date of the chronology seems to be.
  private(set) var dates: Verdicts
  /// What each name seems to be.
  private(set) var names: Verdicts
  /// By what a second look judges each of them.
  let ofUnits: Circumstances
  let ofDates: Circumstances
  let ofNames: Circumstances

  /// Takes a first look: each thing is judged by itself and by what stands right beside it.
  init(
    _ note: Note, _ dateFeatures: DateFeatures, _ nameFeatures: NameFeatures, _ knowledge: Knowledge
  ) {
    units = knowledge.units.judge(
      in: note.units.map(\.passage), FeatureReader(note: note).read)
    dates = knowledge.dates.judge(
      in: note.chronology.mentions.map(\.passage), dateFeatures.read)
    names = nameFeatures.judged(by: knowledge.names)
    let told = FirstLook(units)
    ofUnits = Circumstances(told, in: note.units.map(\.passage)) { index, numbers in
      let unit = note.units[index]
      let isAnswer = if case .answer = note.passage(of: unit).form { true } else { false }
      numbers.append(Float(unit.range.count).squareRoot())
      numbers.append(isAnswer ? 1 : 0)
    }
    ofDates = Self.circumstances(of: FirstLook(dates), note, dateFeatures, told)
    let all = told.most(of: 0..<told.count)
    ofNames = Circumstances(FirstLook(names), in: nameFeatures.names.map { _ in 0 }) {
      index, numbers in
      let name = nameFeatures.names[index]
      numbers += told.most(of: name.places.lazy.map(\.unit))
      numbers += all
      numbers.append(Float(min(4, name.places.count)))
      numbers.append(name.isWorded ? 1 : 0)
      numbers += NameFeatures.Standing.allCases.map { $0 == name.standing ? 1 : 0 }
    }
  }

  /// What is known of dates beside: what their unit tells, how precise each is, and how often it is named.
  private static func circumstances(
    of look: FirstLook, _ note: Note, _ features: DateFeatures, _ told: FirstLook
  ) -> Circumstances {
    let mentions = note.chronology.mentions
    var named: [PartialDate: Float] = [:]
    var inUnit: [Int: Float] = [:]
    let isFirst = mentions.map { named.updateValue(0, forKey: $0.date) == nil }
    for (index, mention) in mentions.enumerated() {
      named[mention.date, default: 0] += 1
      if let unit = features.unit(index) { inUnit[unit, default: 0] += 1 }
    }
    return Circumstances(look, in: mentions.map(\.passage)) { [named, inUnit] index, numbers in
      let mention = mentions[index]
      let unit = features.unit(index)
      numbers += told.most(of: unit.map { [$0] } ?? [])
      numbers += [
        mention.date.precision == .day ? 1 : 0, mention.date.precision == .year ? 1 : 0,
        min(4, named[mention.date] ?? 0), min(4, unit.flatMap { inUnit[$0] } ?? 0),
        isFirst[index] ? 1 : 0,
      ]
    }
  }

  /// Takes a second look: each thing is judged again by what the first told of all of the note.
  mutating func lookAgain(_ knowledge: Knowledge) {
    knowledge.unitsAgain.look(at: &units, ofUnits)
    knowledge.datesAgain.look(at: &dates, ofDates)
    knowledge.namesAgain.look(at: &names, ofNames)
  }
}
