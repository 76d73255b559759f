import PostmortemModel

/// Gives each date without a year the year that lets the note's story run with the fewest jumps.
///
/// A note is written near the end of what it tells, and tells mostly forward in time. Each candidate year of a date costs
/// what lies between it and the note's own day, much more where it lies behind that day and the words do not look ahead,
/// and what it jumps from the date told before. The cheapest path through all dates wins.
struct YearInference {
  /// The day on which the note was written, as well as it shows.
  let noteDay: NoteDay
  /// The first day on which the note says that something started: little of a customer's story lies before it.
  let start: Int?

  /// One date on the way.
  struct Step {
    /// The days that the date stands for in a year, or nil where that year has no such date.
    var span: (Int) -> DaySpan?
    /// The year, where it is known.
    var year: Int?
    /// The weekday that stands with the date.
    var weekday: Int?
    /// Whether what the words speak of is still to come.
    var isAhead: Bool
    /// Whether somebody left on that day, or will.
    var isLeaving: Bool
    /// Whether the words tell of the past.
    var isPast: Bool
    /// The middles of the dates with a year that stand beside it.
    var neighbours: [Int]
    /// A year that the note elsewhere gives with the same month and day.
    var twin: Int?
  }

  private struct State {
    var year: Int
    var day: Int
    var cost: Int
    var back: Int
  }

  /// The cheapest year of each step.
  func years(of steps: [Step]) -> [Int?] {
    let latest = PartialDate(dayNumber: noteDay.span.last).year + 1
    var previous: [State] = []
    var table: [[State]] = []
    table.reserveCapacity(steps.count)
    for step in steps {
      var states: [State] = []
      for year in step.year.map({ $0...$0 }) ?? (latest - 5)...latest {
        guard let span = step.span(year) else { continue }
        var cost = step.year == nil ? priorCost(span, step, year) : 0
        var back = -1
        if !previous.isEmpty {
          var best = Int.max
          for (index, state) in previous.enumerated() {
            let total = state.cost + jumpCost(from: state.day, to: span.middle)
            if total < best { (best, back) = (total, index) }
          }
          cost += best
        }
        states.append(State(year: year, day: span.middle, cost: cost, back: back))
      }
      table.append(states)
      if !states.isEmpty { previous = states }
    }
    return backtrack(table)
  }

  private func backtrack(_ table: [[State]]) -> [Int?] {
    var result = [Int?](repeating: nil, count: table.count)
    var choice: Int?
    for index in table.indices.reversed() where !table[index].isEmpty {
      let states = table[index]
      let pick = choice ?? states.indices.min { states[$0].cost < states[$1].cost } ?? 0
      result[index] = states[pick].year
      choice = states[pick].back >= 0 ? states[pick].back : nil
    }
    return result
  }

  /// Far jumps cost little more than jumps of a year: what lies that far apart is another story.
  private func jumpCost(from: Int, to: Int) -> Int {
    let jump = min(abs(to - from), 300) / 3
    return to >= from ? jump : jump * 5 / 4
  }

  private func priorCost(_ span: DaySpan, _ step: Step, _ year: Int) -> Int {
    var cost: Int
    let age = noteDay.span.last - span.first
    if age >= -3 {
      cost = age <= 370 ? age / 6 : min(60 + (age - 370) / 2, 240)
      if step.isAhead { cost += age > 20 ? 80 : 10 }
      // What is over and done was not in a season that has hardly begun.
      if step.isPast, span.last > noteDay.span.last + 40 { cost += 80 }
    } else if step.isAhead || step.isLeaving {
      cost = -age / 6
    } else {
      cost = (-age <= 30 ? 15 : noteDay.isCertain ? 120 : 60) - age / 3
      if step.isPast { cost += noteDay.isCertain || -age > 60 ? 60 : 0 }
    }
    if let start, span.last < start { cost += 120 }
    if let near = step.neighbours.map({ abs($0 - span.middle) }).min(), near > 250 {
      cost += 160
    }
    if let weekday = step.weekday, span.isDay, Weekday.of(span.first) != weekday { cost += 200 }
    if let twin = step.twin { cost += twin == year ? 0 : 100 }
    return cost
  }
}
