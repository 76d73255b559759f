import PostmortemModel

/// The day on which a note was written, or on which the talk took place that it reports.
struct NoteDay {
  var span: DaySpan
  /// Whether words of the note say so.
  var isCertain: Bool

  /// Takes the date that most looks like the note's own.
  ///
  /// That is a field's, one beside "call" or "interview", one in a heading or near the top; of equals the latest. Where none does, the note was written after what it tells and some time before
  /// the contract's end. Nil where no date has a year.
  init?(of dates: [RawDate], in passages: [DatedPassage], known: [PartialDate]) {
    var best: (points: Int, span: DaySpan)?
    var told: DaySpan?
    var end: DaySpan?
    // The note was written after all that it tells as past.
    var past = Int.min
    for date in dates {
      guard let year = date.year, date.month != nil || date.quarter != nil, date.form.isCalendar,
        date.shift == nil, date.role == .event, !date.isPair, let span = date.span(in: year)
      else { continue }
      let passage = passages[date.passage]
      if passage.field == .end || date.isEnding && passage.field == nil {
        if span.first > end?.first ?? .min { end = span }
        continue
      }
      guard !date.isAhead, !passage.isPlan, passage.field != .start else { continue }
      if span.first > told?.first ?? .min { told = span }
      if date.isPast || passage.field == .notice { past = max(past, span.first) }
      let points = Self.points(date, passage)
      if let best, (best.points, best.span.first) >= (points, span.first) { continue }
      best = (points, span)
    }
    if let best, best.points >= 3, best.span.last >= past {
      self.init(span: best.span, isCertain: true)
      return
    }
    let latest = end ?? known.max { $0.firstDay < $1.firstDay }.map { DaySpan($0) }
    let early = latest?.moved(byDays: -60)
    guard let span = [told, early].compactMap({ $0 }).max(by: { $0.first < $1.first }) else {
      return nil
    }
    let year = Self.year(byWeekdaysOf: dates, since: span.firstDate.year)
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

  /// Takes a day near the top that stands beside "call" or "spoke" and has its year by now, where nothing better is known.
  func refined(by dates: [RawDate]) -> NoteDay {
    guard !isCertain else { return self }
    let talk = dates.first {
      $0.passage < 14 && $0.isTalk && !$0.isTerm && !$0.isAhead && $0.day != nil && !$0.isRelative
    }
    guard let talk, let year = talk.year, let span = talk.span(in: year) else { return self }
    return NoteDay(span: span, isCertain: true)
  }

  private static func points(_ date: RawDate, _ passage: DatedPassage) -> Int {
    if passage.field == .noteDay { return 6 }
    var points = date.isTalk ? 3 : 0
    if date.isTerm { points -= 3 }
    if date.day == nil { points -= 2 }
    if date.passage < 6 { points += 1 }
    switch passage.context {
    case .heading: points += 1
    case .header: points += 2
    case .metadata: points -= 2
    case .text: break
    }
    return points
  }
}

extension RawDate.Form {
  var isCalendar: Bool { if case .calendar = self { true } else { false } }
}
