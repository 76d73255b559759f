import Chronology
import PostmortemModel

extension Rule {
  /// Finds the moment from which it went the wrong way: what the note says so of, else what reads most like it.
  static let turningPoint = Rule(id: "turning-point", summary: "The turning point and its rivals") {
    reading, draft in
    let note = reading.note
    guard let best = Moments.turningPoint(reading) else { return }
    let score = reading.verdicts.score("turning_point", best)
    let span = Moments.span(of: best, in: reading)
    let moment = Moments.moment(span, in: note)
    let others = Moments.ranked(reading).filter {
      !span.contains($0) && reading.verdicts.score("turning_point", $0) > score - 2.5
    }
    draft.postmortem.turningPoint = TurningPoint(
      summary: moment.summary, date: moment.date, confidence: Probability.ofLogOdds(score),
      evidence: moment.evidence,
      alternatives: others.prefix(2).map { Moments.moment($0..<($0 + 1), in: note) })
  }
}

/// Moments that units tell.
enum Moments {
  /// The units of the note, that which reads most like the turning point first.
  static func ranked(_ reading: Reading) -> [Int] {
    let scores = reading.note.units.indices.map { reading.verdicts.score("turning_point", $0) }
    return reading.note.units.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  /// The unit of the turning point, where the note has one.
  static func turningPoint(_ reading: Reading) -> Int? {
    guard let best = ranked(reading).first,
      reading.verdicts.score("turning_point", best)
        > reading.knowledge.points["floor.turning-point"],
      !isDenied(in: reading.note)
    else { return nil }
    return best
  }

  /// The units that tell one moment: that at `best`, and those beside it in its passage that read nearly as much like one.
  static func span(of best: Int, in reading: Reading) -> Range<Int> {
    let units = reading.note.units
    func belongs(_ index: Int) -> Bool {
      units.indices.contains(index) && units[index].passage == units[best].passage
        && reading.verdicts.score("turning_point", index)
          > reading.verdicts.score("turning_point", best) - 3
    }
    var span = best..<(best + 1)
    while span.count < 3, belongs(span.upperBound) {
      span = span.lowerBound..<(span.upperBound + 1)
    }
    while span.count < 3, belongs(span.lowerBound - 1) {
      span = (span.lowerBound - 1)..<span.upperBound
    }
    return span
  }

  /// The moment that neighbouring units of one passage tell: their words, and the date that they tell most exactly, else that
  /// of the units right before.
  static func moment(_ span: Range<Int>, in note: Note) -> Moment {
    let passage = note.passage(of: note.units[span.lowerBound])
    let bytes =
      note.units[span.lowerBound].range
      .lowerBound..<note.units[span.upperBound - 1].range.upperBound
    return Moment(
      summary: passage.text.folded(bytes),
      date: named(in: span, note) ?? date(of: span.lowerBound, in: note),
      evidence: [passage.excerpt(bytes)])
  }

  /// The date that some units name most exactly: a day before a month, one that is written before one that is reckoned.
  private static func named(in span: Range<Int>, _ note: Note) -> PartialDate? {
    func exactness(_ mention: DateMention) -> (Int, Int) {
      (mention.date.precision.rawValue, mention.basis == .relative ? 0 : 1)
    }
    let mentions = span.compactMap { unit in
      note.chronology.mentions[note.units[unit].dates].first { $0.role == .event }
    }
    return mentions.min { exactness($0) > exactness($1) }?.date
  }

  /// The date that the unit names, or its table row, or what is told right before it in the same section.
  static func date(of index: Int, in note: Note) -> PartialDate? {
    let unit = note.units[index]
    if let own = note.date(of: unit) { return own }
    let passage = note.passage(of: unit)
    if case .cell(let table, let row, _) = passage.form {
      for cell in note.layout.tables[table].rows[row] {
        if let cell,
          let date = note.chronology.mentions(in: cell).first(where: { $0.role == .event })?.date
        {
          return date
        }
      }
      return nil
    }
    var before = index - 1
    while before >= 0, index - before <= 2, note.units[before].passage == unit.passage {
      if let date = note.date(of: note.units[before]) { return date }
      before -= 1
    }
    return nil
  }

  /// Whether the note says that there was no such moment.
  static func isDenied(in note: Note) -> Bool {
    note.units.contains { unit in
      unit.cues.contains { $0.topic == .role("no-turning-point") }
    }
  }
}

/// Log-odds as probabilities.
enum Probability {
  /// The probability, in hundredths, that belongs to log-odds.
  static func ofLogOdds(_ score: Double) -> Double {
    (100 / (1 + Exponential.of(-score))).rounded() / 100
  }
}
