import Chronology
import Evidence
import PostmortemModel

/// The moments that a note tells, and how much each reads like the turning point.
struct Moments: Sendable {
  private let note: Note
  /// For each unit the log-odds that it tells the turning point.
  let scores: [Double]
  /// The units of the note, that which reads most like the turning point first.
  let ranked: [Int]
  /// The unit that reads most like the turning point; none where the note says that there was none.
  let best: Int?
  /// The least log-odds of a turning point.
  private let floor: Double

  init(_ note: Note, _ verdicts: Verdicts, _ points: VerdictPoints) {
    self.note = note
    let scores = note.units.indices.map { verdicts.score("turning_point", $0) }
    ranked = note.units.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    let isDenied = note.units.contains { unit in
      unit.cues.contains { $0.topic == .role("no-turning-point") }
    }
    best = isDenied ? nil : ranked.first
    self.scores = scores
    floor = points["floor.turning-point"]
  }

  /// The unit of the turning point, where the note has one.
  var turningPoint: Int? { best.flatMap { scores[$0] > floor ? $0 : nil } }

  /// The runs of units that tell the moment at `best`: first those beside it in its passage that read nearly as much like a
  /// turning point, then the words that date them, then what else tells of the same day and could be the turning point.
  func telling(_ best: Int) -> [Range<Int>] {
    let span = span(of: best)
    var runs = [span]
    var date = written(in: span)
    if date == nil, let dating = dating(span.lowerBound) {
      runs.append(dating..<(dating + 1))
      date = note.date(of: note.units[dating])
    }
    guard let date, date.precision == .day else { return runs }
    let sameDay = ranked.prefix(8).filter { other in
      scores[other] > scores[best] - 2.5 && !runs.contains { $0.contains(other) }
        && note.chronology.mentions[note.units[other].dates].contains { $0.date == date }
    }
    return runs + sameDay.prefix(2).map { $0..<($0 + 1) }
  }

  /// At most three units, and no more than an excerpt holds.
  private func span(of best: Int) -> Range<Int> {
    let passage = note.passage(of: note.units[best])
    var span = best..<(best + 1)
    func grow(to longer: Range<Int>, with index: Int) -> Bool {
      guard longer.count <= 3, note.units.indices.contains(index),
        note.units[index].passage == note.units[best].passage,
        scores[index] > scores[best] - 3.5, passage.excerptHolds(bytes(of: longer))
      else { return false }
      span = longer
      return true
    }
    while grow(to: span.lowerBound..<(span.upperBound + 1), with: span.upperBound) {}
    while grow(to: (span.lowerBound - 1)..<span.upperBound, with: span.lowerBound - 1) {}
    return span
  }

  /// Where neighbouring units of one passage stand in it.
  private func bytes(of run: Range<Int>) -> Range<Int> {
    note.units[run.lowerBound].range.lowerBound..<note.units[run.upperBound - 1].range.upperBound
  }

  /// The unit of the same passage, at most four before, whose date is that of the unit at `index`.
  private func dating(_ index: Int) -> Int? {
    (max(0, index - 4)..<index).last {
      note.units[$0].passage == note.units[index].passage && note.date(of: note.units[$0]) != nil
    }
  }

  /// The moment that runs of units tell: the words of the first, and the date that they tell most exactly.
  func moment(_ runs: [Range<Int>]) -> Moment {
    let evidence = runs.map(excerpt)
    return Moment(
      summary: evidence[0].quote,
      date: written(in: runs[0]) ?? date(of: runs[0].lowerBound),
      evidence: evidence)
  }

  /// The units' words; of a table's cell that holds little but a date what its row tells.
  private func excerpt(_ run: Range<Int>) -> Excerpt {
    let first = note.units[run.lowerBound]
    let told = EventText.of(first, in: note).unit
    if told.passage != first.passage { return note.excerpt(of: told) }
    return note.passage(of: first).excerpt(bytes(of: run))
  }

  /// The date that some units name most exactly: a day before a month, one that is written before one that is reckoned, and of several
  /// as exact that of the unit which reads most like the moment.
  private func written(in run: Range<Int>) -> PartialDate? {
    func exactness(_ mention: DateMention) -> (Int, Int) {
      (mention.date.precision.rawValue, mention.basis == .relative ? 0 : 1)
    }
    let mentions = run.sorted { scores[$0] > scores[$1] }.compactMap { unit in
      note.chronology.mentions[note.units[unit].dates].first { $0.role == .event }
    }
    return mentions.min { exactness($0) > exactness($1) }?.date
  }

  /// The date that the unit names, or its table row, or what is told right before it in the same passage.
  func date(of index: Int) -> PartialDate? {
    let unit = note.units[index]
    if let own = note.date(of: unit) { return own }
    guard case .cell(let table, let row, _) = note.passage(of: unit).form else {
      return dating(index).flatMap { note.date(of: note.units[$0]) }
    }
    for case let cell? in note.layout.tables[table].rows[row] {
      if let mention = note.chronology.mentions(in: cell).first(where: { $0.role == .event }) {
        return mention.date
      }
    }
    return nil
  }
}
