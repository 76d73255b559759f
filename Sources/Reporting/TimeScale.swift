import PostmortemModel

/// Maps days to places on an axis.
struct TimeScale {
  /// A place with words.
  struct Tick {
    /// Where it stands on the axis.
    var position: Double
    /// What it says.
    var label: String
  }

  private let first: Int
  private let last: Int
  private let start: Double
  private let end: Double

  /// Puts the first of `days` a little after `start` and the last a little before `end`.
  init(days: ClosedRange<Int>, from start: Double, to end: Double) {
    let padding = max(3, (days.upperBound - days.lowerBound) / 40)
    first = days.lowerBound - padding
    last = days.upperBound + padding
    self.start = start
    self.end = end
  }

  /// The place of the beginning of a day.
  func position(_ day: Int) -> Double {
    start + (end - start) * Double(day - first) / Double(last + 1 - first)
  }

  /// The place of a day, or the axis's end that is nearest to it.
  func clamped(_ day: Int) -> Double { min(end, max(start, position(day))) }

  /// From the beginning of a date's first day to the end of its last.
  func range(of date: PartialDate) -> ClosedRange<Double> {
    position(date.firstDay)...position(date.lastDay + 1)
  }

  /// The middle of a date.
  func middle(of date: PartialDate) -> Double {
    let range = range(of: date)
    return (range.lowerBound + range.upperBound) / 2
  }

  /// The beginnings of months, quarters or years, at most twelve of them.
  var ticks: [Tick] {
    let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24_000, 120_000]
    let months = (last - first) / 30 + 1
    let step = steps.first { months / $0 <= 11 } ?? 120_000
    let origin = PartialDate(dayNumber: first)
    var month = ((origin.year * 12 + (origin.month ?? 1) - 1) / step) * step
    var ticks: [Tick] = []
    while ticks.count < 24 {
      let year = month / 12
      let inYear = month % 12 + 1
      month += step
      guard let date = PartialDate(year: year, month: inYear), date.firstDay <= last else { break }
      guard date.firstDay >= first else { continue }
      let position = position(date.firstDay)
      let isYear = step >= 12
      ticks.append(
        Tick(
          position: position,
          label: isYear ? "\(year)" : "\(Wording.shortMonth(inYear)) \(year)"))
    }
    // A label is centred on its tick and must not leave the drawing.
    return ticks.filter { $0.position > start + 14 && $0.position < end - 14 }
  }
}
