import PostmortemModel

/// Gives each date without a year the year that lets the note's story run with the fewest jumps.
///
/// A note tells mostly forward in time and ends near the day it was written. Each candidate year of a date costs what
/// it jumps from the date told before, more when it jumps back; the cheapest path through all dates wins.
struct YearInference {
  /// The years that a date may have.
  private let years: ClosedRange<Int>
  private let first: Int
  private let last: Int

  /// Prepares from the days that the note gives with their year; nil where it gives none.
  init?(anchors: [Int]) {
    guard let first = anchors.min(), let last = anchors.max() else { return nil }
    self.first = first
    self.last = last
    let lastYear = PartialDate(dayNumber: last).year
    let firstYear = max(PartialDate(dayNumber: first).year, lastYear - 8)
    years = (firstYear - 1)...(lastYear + 1)
  }

  /// One date on the way: the days on which it begins for each year, or its one day where the year is known.
  struct Step {
    /// The date in a year, or nil where that year has no such date.
    var date: (Int) -> PartialDate?
    /// The year, where it is known.
    var year: Int?
    /// Whether a date after the note's last one is likely.
    var isAhead: Bool
  }

  /// The cheapest year of each step.
  func years(of steps: [Step]) -> [Int?] {
    var previous: [(year: Int, day: Int, cost: Int, back: Int)] = []
    var table: [[(year: Int, day: Int, cost: Int, back: Int)]] = []
    for step in steps {
      var states: [(year: Int, day: Int, cost: Int, back: Int)] = []
      for year in step.year.map({ $0...$0 }) ?? years {
        guard let date = step.date(year) else { continue }
        let day = (date.firstDay + date.lastDay) / 2
        var cost = step.year == nil ? priorCost(day, isAhead: step.isAhead) : 0
        var back = -1
        if !previous.isEmpty {
          var best = Int.max
          for (index, state) in previous.enumerated() {
            let total = state.cost + jumpCost(from: state.day, to: day)
            if total < best { (best, back) = (total, index) }
          }
          cost += best
        }
        states.append((year, day, cost, back))
      }
      table.append(states)
      if !states.isEmpty { previous = states }
    }
    return backtrack(table)
  }

  private func backtrack(_ table: [[(year: Int, day: Int, cost: Int, back: Int)]]) -> [Int?] {
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

  private func jumpCost(from: Int, to: Int) -> Int {
    to >= from ? to - from : (from - to) * 5 / 4
  }

  private func priorCost(_ day: Int, isAhead: Bool) -> Int {
    if day < first - 16 { return 150 + (first - day) / 4 }
    if day > last + 16 { return isAhead ? 20 : 150 + (day - last) / 4 }
    return 0
  }
}
