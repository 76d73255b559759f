import PostmortemModel

/// The days on which something may have been, from the first to the last.
struct DaySpan: Equatable {
  var first: Int
  var last: Int

  init(_ days: ClosedRange<Int>) { (first, last) = (days.lowerBound, days.upperBound) }

  init(_ date: PartialDate) { (first, last) = (date.firstDay, date.lastDay) }

  init(year: Int) { self.init(PartialDate(year: year)) }

  init?(year: Int, month: Int) {
    guard let date = PartialDate(year: year, month: month) else { return nil }
    self.init(date)
  }

  /// A season's three months; winter runs into the year after.
  static func season(_ season: Int, of year: Int) -> DaySpan {
    let starts = PartialDate(year: year, month: season * 3)?.firstDay ?? 0
    return DaySpan(starts...starts + 90)
  }

  var isDay: Bool { first == last }

  var firstDate: PartialDate { PartialDate(dayNumber: first) }

  var middle: Int { (first + last) / 2 }

  /// The month in which it begins, of another year; of its own year itself.
  func inYear(_ year: Int) -> DaySpan {
    let date = firstDate
    guard date.year != year else { return self }
    return DaySpan(year: year, month: date.month ?? 1) ?? DaySpan(year: year)
  }

  func moved(byDays days: Int) -> DaySpan { DaySpan(first + days...last + days) }

  /// The day `offset` days behind the first, as a span of the month around it.
  func middle(of offset: Int) -> DaySpan {
    let date = PartialDate(dayNumber: first + offset)
    return DaySpan(year: date.year, month: date.month ?? 1) ?? self
  }

  /// The month that lies `count` months behind the one where the span begins; nil where it spans more than a month.
  func month(after count: Int) -> DaySpan? {
    let start = firstDate
    let end = PartialDate(dayNumber: last)
    guard let month = start.month, let endMonth = end.month else { return nil }
    let from = start.year * 12 + month - 1 + count
    let to = end.year * 12 + endMonth - 1 + count
    guard let first = DaySpan(year: from / 12, month: from % 12 + 1),
      let last = DaySpan(year: to / 12, month: to % 12 + 1)
    else { return nil }
    return DaySpan(first.first...last.last)
  }

  func quarter(after months: Int) -> DaySpan? {
    guard let month = month(after: months)?.firstDate, let number = month.month,
      let quarter = PartialDate(year: month.year, quarter: (number - 1) / 3 + 1)
    else { return nil }
    return DaySpan(quarter)
  }

  /// The most precise date that holds all of the days.
  var date: PartialDate {
    let start = firstDate
    if isDay { return start }
    let end = PartialDate(dayNumber: last)
    guard let month = start.month, let endMonth = end.month, start.year == end.year else {
      return last - first <= 45
        ? middleMonth : PartialDate(year: PartialDate(dayNumber: middle).year)
    }
    let quarter = (month - 1) / 3
    if month == endMonth, let whole = PartialDate(year: start.year, month: month) { return whole }
    if quarter == (endMonth - 1) / 3,
      let whole = PartialDate(year: start.year, quarter: quarter + 1)
    {
      return whole
    }
    // A short span across the end of a quarter is as good as its middle's month.
    if last - first <= 45 { return middleMonth }
    return PartialDate(year: start.year)
  }

  private var middleMonth: PartialDate {
    let date = PartialDate(dayNumber: middle)
    return PartialDate(year: date.year, month: date.month ?? 1) ?? date
  }
}
