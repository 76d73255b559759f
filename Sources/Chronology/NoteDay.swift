import PostmortemModel

/// The day on which a note was written, or on which the talk took place that it reports.
struct NoteDay {
  var span: DaySpan
  /// Whether words of the note say so.
  var isCertain: Bool

  /// Takes the date that most looks like the note's own.
  ///
  /// Where none does, the note was written after what it tells and some time before the contract's end. Nil where no date has
  /// a year.
  init?(of dates: [RawDate], in passages: [DatedPassage], known: [PartialDate]) {
    let days = NoteDays(of: dates, in: passages)
    if let best = days.best, best.points >= Self.certain, best.span.last >= days.past {
      self.init(span: best.span, isCertain: true)
      return
    }
    let end = days.end ?? days.leaving
    let latest = end ?? known.max { $0.firstDay < $1.firstDay }.map { DaySpan($0) }
    let early = latest?.moved(byDays: -60)
    guard let span = [days.told, early].compactMap({ $0 }).max(by: { $0.first < $1.first }) else {
      return nil
    }
    let since = span.firstDate.year
    let year = end == nil ? Self.year(byWeekdaysOf: dates, since: since) : since
    self.init(span: span.inYear(year), isCertain: false)
  }

  /// The year, `year` or one soon behind it, in which the weekdays that stand with dates fall on those dates.
  ///
  /// Where only the contract's start has a year, "Thu 12 June" tells how much later the note was written.
  private static func year(byWeekdaysOf dates: [RawDate], since year: Int) -> Int {
    let days = dates.filter {
      $0.year == nil && $0.weekday != nil && $0.day != nil && $0.month != nil
    }
    let years = year - 1...year + 6
    let right = years.map { year in
      days.count { date in
        date.span(in: year).map { Weekday.of($0.first) == date.weekday } ?? false
      }
    }
    guard let most = right.max(), most * 2 > days.count else { return year }
    return max(year, zip(years, right).first { $0.1 == most }?.0 ?? year)
  }

  private init(span: DaySpan, isCertain: Bool) {
    self.span = span
    self.isCertain = isCertain
  }

  /// Takes the day that most looks like the note's own where all have their years by now, and nothing better is known.
  func refined(by dates: [RawDate], in passages: [DatedPassage]) -> NoteDay {
    guard !isCertain, let best = NoteDays(of: dates, in: passages).best, best.points >= Self.likely
    else { return self }
    return NoteDay(span: best.span, isCertain: true)
  }

  /// From so many points on a day is taken for the note's: while years are missing, and once they are known.
  private static let (certain, likely) = (4.0, 2.0)
}

extension RawDate.Form {
  var isCalendar: Bool { if case .calendar = self { true } else { false } }
}
