import PostmortemModel

extension RawDate {
  /// The date in the calendar, no more precise than its words; nil where `year` has no such day.
  ///
  /// What is counted from it is left out of account.
  func date(in year: Int) -> PartialDate? {
    if isPair { return PartialDate(year: year) }
    if let month {
      guard let day = day ?? turn?.day(inMonth: month, of: year) else {
        return PartialDate(year: year, month: month)
      }
      let number = day == Self.lastDay ? PartialDate.days(inMonth: month, of: year) : day
      return PartialDate(year: year, month: month, day: number)
    }
    if let quarter { return PartialDate(year: year, quarter: quarter) }
    if let feast {
      let day = PartialDate(dayNumber: feast.day(in: year))
      return day.month.flatMap { PartialDate(year: year, month: $0) }
    }
    if let week {
      // The week that holds the year's first Thursday is its first.
      let fourth = PartialDate(year: year, month: 1, day: 4)?.firstDay ?? 0
      return DaySpan(PartialDate(dayNumber: Weekday.monday(before: fourth) + week * 7 - 4)).month(
        after: 0)?.date
    }
    return PartialDate(year: year)
  }

  /// The days that the date may stand for: narrower than its precision where the words say which part is meant.
  func span(in year: Int) -> DaySpan? {
    if let feast { return DaySpan(PartialDate(dayNumber: feast.day(in: year))) }
    if let season, month == nil { return DaySpan.season(season, of: year) }
    if let half, month == nil {
      guard let start = PartialDate(year: year, month: half * 6 - 5),
        let end = PartialDate(year: year, month: half * 6)
      else { return nil }
      return DaySpan(start.firstDay...end.lastDay)
    }
    guard let date = date(in: year) else { return nil }
    let span = DaySpan(date)
    guard let part, day == nil, month != nil else { return span }
    switch part {
    case .early: return DaySpan(span.first...span.first + 9)
    case .mid: return DaySpan(span.first + 10...span.first + 19)
    case .late, .end: return DaySpan(span.first + 20...span.last)
    }
  }
}
