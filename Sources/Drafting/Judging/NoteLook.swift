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
    ofUnits = Circumstances(
      told, in: note.units.map(\.passage),
      beside: note.units.map { unit in
        let isAnswer = if case .answer = note.passage(of: unit).form { true } else { false }
        return [Float(unit.range.count).squareRoot(), isAnswer ? 1 : 0]
      })
    ofDates = Circumstances(
      FirstLook(dates), in: note.chronology.mentions.map(\.passage),
      beside: Self.beside(note, dateFeatures, told))
    let all = told.most(of: 0..<told.count)
    ofNames = Circumstances(
      FirstLook(names), in: nameFeatures.names.map { _ in 0 },
      beside: nameFeatures.names.map { name in
        told.most(of: name.places.lazy.map(\.unit)) + all
          + [Float(min(4, name.places.count))]
          + NameFeatures.Standing.allCases.map { $0 == name.standing ? 1 : 0 }
      })
  }

  /// What is known of dates beside: what their unit tells, how precise each is, and how often it is named.
  private static func beside(
    _ note: Note, _ features: DateFeatures, _ told: FirstLook
  ) -> [[Float]] {
    var named: [PartialDate: Float] = [:]
    var inUnit: [Int: Float] = [:]
    let mentions = note.chronology.mentions
    for (index, mention) in mentions.enumerated() {
      named[mention.date, default: 0] += 1
      if let unit = features.unit(index) { inUnit[unit, default: 0] += 1 }
    }
    var seen: Set<PartialDate> = []
    return mentions.enumerated().map { index, mention in
      let unit = features.unit(index)
      return told.most(of: unit.map { [$0] } ?? []) + [
        mention.date.precision == .day ? 1 : 0, mention.date.precision == .year ? 1 : 0,
        min(4, named[mention.date] ?? 0), min(4, unit.flatMap { inUnit[$0] } ?? 0),
        seen.insert(mention.date).inserted ? 1 : 0,
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
