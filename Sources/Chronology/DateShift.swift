import PostmortemModel

/// A step from one time to another: so many units, to a weekday, to a day of the month, to the end of a unit.
struct DateShift: Equatable {
  /// How many units later, negative for earlier; of a weekday how many weeks later still: "Friday week".
  var count = 0
  var unit = TimeUnit.day
  /// The weekday that is meant, 0 for Monday.
  var weekday: Int?
  /// The day of the month that is meant.
  var day: Int?
  /// The season that is meant.
  var season: Int?
  /// The month that is meant.
  var month: Int?
  /// Whether the whole unit is meant rather than the day so many units away: "last week", "the month after".
  var isWhole = false
  /// Whether the last day of the unit is meant.
  var isEnd = false
  /// Which way a weekday or a day of the month lies.
  var pointer: Pointer?

  /// The days that the time may fall on, counted from those of `base`; nil where they are not determined.
  func applied(to base: DaySpan) -> DaySpan? {
    if let weekday { return onWeekday(weekday, base) }
    if let day { return onDay(day, base) }
    if let month { return inMonth(month, base) }
    if let season { return inSeason(season, base) }
    if isWhole || isEnd { return wholeUnit(base) }
    switch unit {
    case .day, .week, .fortnight, .workingDay: return base.moved(byDays: count * unit.days)
    case .month, .quarter:
      let months = count * (unit == .quarter ? 3 : 1)
      return unit == .quarter ? base.quarter(after: months) : base.month(after: months)
    case .year: return DaySpan(year: base.firstDate.year + count)
    }
  }

  /// The unit as a whole, `count` units from the one that the base lies in, or its last day.
  private func wholeUnit(_ base: DaySpan) -> DaySpan? {
    let whole: DaySpan?
    switch unit {
    case .day, .workingDay: whole = base.moved(byDays: count)
    case .week, .fortnight:
      guard base.first / 7 == base.last / 7 || base.last - base.first <= 10 else { return nil }
      let monday = Weekday.monday(before: base.first) + count * unit.days
      // A week's end is its last working day.
      whole = isEnd ? DaySpan(monday...monday + 4) : DaySpan(monday...monday + 6).middle(of: 3)
    case .month: whole = base.month(after: count)
    case .quarter: whole = base.quarter(after: count * 3)
    case .year: whole = DaySpan(year: base.firstDate.year + count)
    }
    guard isEnd, let whole else { return whole }
    // Without a day to count from, the end of a month is no more precise than the month.
    return base.isDay || unit == .year ? DaySpan(whole.last...whole.last) : whole
  }

  private func onWeekday(_ weekday: Int, _ base: DaySpan) -> DaySpan? {
    guard base.isDay else { return nil }
    let day = base.first
    let away = (weekday - Weekday.of(day) + 7) % 7
    let target: Int
    switch pointer {
    case .following: target = day + (away == 0 ? 7 : away) + count * 7
    case .previous: target = day - (7 - away)
    case .this: target = Weekday.monday(before: day) + weekday
    case .next:
      target = Weekday.monday(before: day) + 7 + weekday
    case .same, .that: target = day + away
    case .last, nil: target = day - (away == 0 ? 7 : 7 - away)
    }
    return DaySpan(target...target)
  }

  /// The day of that number nearest to the base in the direction that is meant.
  private func onDay(_ number: Int, _ base: DaySpan) -> DaySpan? {
    let date = base.firstDate
    guard let month = date.month else { return nil }
    let offsets = pointer == .last ? [0, -1, -2] : [0, 1, 2]
    for offset in offsets {
      let months = date.year * 12 + month - 1 + offset
      guard
        let found = PartialDate(year: months / 12, month: months % 12 + 1, day: number)?.firstDay
      else { continue }
      if pointer == .last ? found <= base.last : found >= base.first {
        return DaySpan(found...found)
      }
    }
    return nil
  }

  private func inMonth(_ month: Int, _ base: DaySpan) -> DaySpan? {
    let date = base.firstDate
    guard let current = date.month else { return nil }
    let year =
      switch pointer {
      case .last, .previous: month < current ? date.year : date.year - 1
      case .next, .following: month > current ? date.year : date.year + 1
      default: date.year
      }
    return DaySpan(year: year, month: month)
  }

  /// A season is known by its year alone; "last" is the last one that is well over.
  private func inSeason(_ season: Int, _ base: DaySpan) -> DaySpan? {
    let day = base.first
    let year = base.firstDate.year
    let ends = DaySpan.season(season, of: year).last
    switch pointer {
    case .last, .previous: return DaySpan(year: ends + 60 <= day ? year : year - 1)
    case .next, .following:
      return DaySpan(year: DaySpan.season(season, of: year).first > day ? year : year + 1)
    default: return DaySpan(year: year)
    }
  }
}

extension TimeUnit {
  /// The unit's length in days, where it has one.
  var days: Int {
    switch self {
    case .day, .workingDay: 1
    case .week: 7
    case .fortnight: 14
    case .month: 30
    case .quarter: 91
    case .year: 365
    }
  }
}

/// Weekdays by day numbers counted from 1970-01-01, a Thursday.
enum Weekday {
  /// 0 for Monday to 6 for Sunday.
  static func of(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  /// The Monday of the week that `day` lies in.
  static func monday(before day: Int) -> Int { day - of(day) }
}
