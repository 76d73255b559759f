import PostmortemModel

/// Which of a month's days of one name is meant: the second Tuesday, the last Friday.
struct WeekdayTurn {
  /// 0 for Monday.
  var weekday: Int
  /// 1 for the first of its name, ``last`` for the last.
  var count: Int

  /// Stands in `count` for the month's last.
  static let last = 6

  /// The day of the month; nil where the month has no fifth of its name.
  func day(inMonth month: Int, of year: Int) -> Int? {
    guard let first = PartialDate(year: year, month: month, day: 1)?.firstDay else { return nil }
    let length = PartialDate.days(inMonth: month, of: year)
    let earliest = 1 + (weekday - Weekday.of(first) + 7) % 7
    let day =
      count == Self.last
      ? earliest + (length - earliest) / 7 * 7 : earliest + (count - 1) * 7
    return day <= length ? day : nil
  }
}
