import PostmortemModel

/// Feasts that stand for a time of the year.
enum Feast: Int {
  case christmas, newYear, thanksgiving, easter, newYearsEve, blackFriday, halloween, labourDay
  case midsummer, valentine, pongal, walpurgis, lunarNewYear, independenceDay, whitsun, carnival

  /// The day in `year`, at least nearly.
  func day(in year: Int) -> Int {
    switch self {
    case .christmas: Self.number(year, 12, 25)
    case .newYear: Self.number(year, 1, 1)
    case .newYearsEve: Self.number(year, 12, 31)
    // The fourth Thursday of November, and the day after.
    case .thanksgiving: Self.fourthThursday(year)
    case .blackFriday: Self.fourthThursday(year) + 1
    case .easter: Self.easter(year)
    case .whitsun: Self.easter(year) + 49
    case .carnival: Self.easter(year) - 48
    case .halloween: Self.number(year, 10, 31)
    // The first Monday of September, as in America.
    case .labourDay: Weekday.monday(before: Self.number(year, 9, 7))
    case .midsummer: Self.number(year, 6, 21)
    case .valentine: Self.number(year, 2, 14)
    case .pongal: Self.number(year, 1, 14)
    case .walpurgis: Self.number(year, 4, 30)
    case .lunarNewYear: Self.number(year, 2, 1)
    case .independenceDay: Self.number(year, 7, 4)
    }
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    PartialDate(year: year, month: month, day: day)?.firstDay ?? 0
  }

  private static func fourthThursday(_ year: Int) -> Int {
    let first = number(year, 11, 1)
    return first + (3 - Weekday.of(first) + 7) % 7 + 21
  }

  /// Easter Sunday by the anonymous Gregorian computus.
  private static func easter(_ year: Int) -> Int {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return number(year, sum / 31, sum % 31 + 1)
  }
}
