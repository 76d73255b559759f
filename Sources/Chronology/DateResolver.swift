import Evidence
import PostmortemModel

/// Turns dates as written into dates of the calendar, each with what the rest of the note adds.
struct DateResolver {
  let dayComesFirst: Bool?
  private var dates: [RawDate]
  private let passages: [DatedPassage]
  /// The words of the passages with dates.
  private let words: [Int: [DateToken]]
  private let known: [PartialDate]
  /// The dates of mails' and messages' heads and of headings, in order.
  private let heads: [Int]
  /// The day on which the note was written, or on which the talk was that it reports, once it is known.
  private(set) var noteDay: NoteDay?
  /// The days that each date stands for, once they are known.
  private var spans: [DaySpan?]

  init(
    _ dates: [RawDate], in passages: [DatedPassage], words: [Int: [DateToken]],
    known: [PartialDate], custom: () -> Bool?
  ) {
    self.dates = dates
    self.passages = passages
    self.words = words
    self.known = known
    heads = dates.indices.filter {
      let context = passages[dates[$0].passage].context
      return context == .header || context == .heading
    }
    spans = Array(repeating: nil, count: dates.count)
    dayComesFirst = FigureOrder.dayComesFirst(dates, in: passages) ?? custom()
  }

  mutating func resolve() -> [DateMention] {
    guard !dates.isEmpty else { return [] }
    settlePairs()
    settleYearsBehindMonths()
    shareYears()
    settleTurns()
    noteDay = NoteDay(of: dates, in: passages, known: known)
    if let noteDay { settlePointers(noteDay) }
    shareYears()
    let isWritten = dates.map { $0.year != nil }
    if let noteDay {
      inferYears(noteDay)
      settleTurns()
      self.noteDay = noteDay.refined(by: dates, in: passages)
    }
    var results = [PartialDate?](repeating: nil, count: dates.count)
    for (index, date) in dates.enumerated() {
      guard let year = date.year, !date.isRelative else { continue }
      spans[index] = date.span(in: year)
      results[index] = date.date(in: year)
      if let shift = date.shift {
        spans[index] = spans[index].flatMap { shift.applied(to: $0) }
        results[index] = spans[index]?.date
      }
    }
    let ahead = resolveRelatives(noteDay, &results)
    return mentions(results, ahead, isWritten)
  }

  private func mentions(_ results: [PartialDate?], _ ahead: [Int: PartialDate], _ isWritten: [Bool])
    -> [DateMention]
  {
    var mentions: [DateMention] = []
    for (index, date) in dates.enumerated() {
      guard let resolved = results[index], !repeatsNeighbour(index, results) else { continue }
      if date.isSpanEnd, let last = mentions.indices.last, mentions[last].passage == date.passage,
        resolved > mentions[last].date
      {
        mentions[last].end = resolved
      }
      let basis: DateMention.Basis =
        date.isRelative || date.shift != nil
        ? .relative : isWritten[index] ? .written : .yearInferred
      mentions.append(
        DateMention(
          passage: date.passage, range: date.range, date: resolved, basis: basis, role: date.role,
          tense: date.isAhead || date.isEnding ? .ahead : date.isPast ? .past : .open,
          ahead: ahead[index]))
    }
    return mentions
  }

  /// Whether a relative date only says in other words what a full date beside it says: "tomorrow (4 July)",
  /// "17 December, a week before Christmas", or in a row or an item with a date of its own "twelve days later".
  private func repeatsNeighbour(_ index: Int, _ results: [PartialDate?]) -> Bool {
    let date = dates[index]
    guard date.isRelative || date.shift != nil else { return false }
    func isFull(_ other: Int) -> Bool {
      dates.indices.contains(other) && dates[other].passage == date.passage
        && !dates[other].isRelative && dates[other].shift == nil && dates[other].day != nil
        && results[other] != nil
    }
    if date.isBeside, isFull(index - 1) { return true }
    if isFull(index + 1), dates[index + 1].isBeside { return true }
    for other in [index - 1, index + 1] where isFull(other) {
      guard let mine = results[index], let full = results[other] else { continue }
      let apart = abs(dates[other].range.lowerBound - date.range.lowerBound)
      if apart < 80, date.shift?.unit != .day, abs(mine.firstDay - full.firstDay) <= 7, mine != full
      {
        return true
      }
    }
    return false
  }

  // MARK: What the figures mean

  /// Reads figures in the note's order; what stays open keeps just its year.
  private mutating func settlePairs() {
    for index in dates.indices where dates[index].isPair {
      guard let dayComesFirst else { continue }
      let pair = dates[index].pair
      dates[index].day = dayComesFirst ? pair.first : pair.second
      dates[index].month = dayComesFirst ? pair.second : pair.first
      dates[index].form = .calendar
    }
  }

  /// Turns "the second Tuesday of March" into its day where the year is known.
  private mutating func settleTurns() {
    for index in dates.indices where dates[index].day == nil {
      guard let turn = dates[index].turn, let month = dates[index].month,
        let year = dates[index].year
      else { continue }
      dates[index].day = turn.day(inMonth: month, of: year)
    }
  }

  /// Where a note writes the day before the month, "June 21" names the year.
  private mutating func settleYearsBehindMonths() {
    let latest = (dates.compactMap(\.year) + known.map(\.year)).max()
    guard dates.contains(where: \.mayBeYear), let latest else { return }
    var votes = (day: dayComesFirst == true ? 2 : 0, month: dayComesFirst == false ? 2 : 0)
    for date in dates where date.day != nil && date.month != nil && !date.mayBeYear {
      switch FigureOrder.shape(date, in: passages) {
      case .dayThenName: votes.day += 1
      case .nameThenDay: votes.month += 1
      default: break
      }
    }
    guard votes.day >= 2, votes.day > votes.month * 2 else { return }
    for index in dates.indices where dates[index].mayBeYear && dates[index].weekday == nil {
      guard let day = dates[index].day, 2000 + day <= latest else { continue }
      dates[index].year = 2000 + day
      dates[index].day = nil
    }
  }

  // MARK: Years

  /// Gives a span's start the year that stands at its end, and the other way round; so do dates that "and" joins.
  private mutating func shareYears() {
    for index in dates.indices.dropFirst().reversed() { shareYear(index - 1, index) }
    for index in dates.indices.dropFirst() { shareYear(index - 1, index) }
  }

  private mutating func shareYear(_ first: Int, _ second: Int) {
    let start = dates[first]
    let end = dates[second]
    guard end.isSpanEnd || end.isJoined, start.passage == end.passage, !start.isRelative,
      !end.isRelative, let startMonth = start.month, let endMonth = end.month
    else { return }
    let wraps = (startMonth, start.day ?? 0) > (endMonth, end.day ?? 31)
    if start.year == nil, let year = end.year {
      dates[first].year = wraps ? year - 1 : year
    } else if end.year == nil, end.isSpanEnd, let year = start.year {
      dates[second].year = wraps ? year + 1 : year
    } else if start.year == nil, end.year == nil, start.pointer == nil {
      dates[first].pointer = end.pointer
    }
  }

  /// Turns "last year" and "that year" beside a date into its year.
  private mutating func settlePointers(_ noteDay: NoteDay) {
    var told: Int?
    for index in dates.indices {
      if dates[index].year == nil, let pointer = dates[index].pointer, !dates[index].isRelative {
        let now = self.now(dates[index].passage, noteDay)
        let year = now.firstDate.year
        switch pointer {
        case .last, .previous:
          let isOver = dates[index].feast.map { $0.day(in: year) < now.first } ?? false
          dates[index].year = isOver ? year : year - 1
        case .this: dates[index].year = year
        case .next, .following: dates[index].year = year + 1
        case .that, .same: dates[index].year = told
        }
      }
      if let year = dates[index].year { told = year }
    }
  }

  private mutating func inferYears(_ noteDay: NoteDay) {
    var steps: [YearInference.Step] = []
    var indices: [Int] = []
    let years = yearsOfDays
    for (index, date) in dates.enumerated() {
      let context = passages[date.passage].context
      guard
        date.lacksYear || (date.year != nil && date.month != nil && context != .metadata)
      else { continue }
      guard !date.isPair, !date.isRelative else { continue }
      let isAhead =
        date.isAhead || date.isEnding || passages[date.passage].isPlan
      steps.append(
        YearInference.Step(
          span: { date.span(in: $0) }, year: date.year, weekday: date.weekday, isAhead: isAhead,
          isLeaving: date.isLeaving, isPast: date.isPast,
          neighbours: date.year == nil ? neighbours(of: index) : [],
          twin: date.year == nil && date.day != nil ? twin(of: date, years) : nil))
      indices.append(index)
    }
    guard steps.contains(where: { $0.year == nil }) else { return }
    let start = dates.filter(\.isStart).compactMap { date in
      date.year.flatMap { date.span(in: $0)?.first }
    }.min()
    let inferred = YearInference(noteDay: noteDay, start: start).years(of: steps)
    for (index, year) in zip(indices, inferred) { dates[index].year = year }
  }

  /// The middles of the dates with a month and a year that stand right before and behind in the passage.
  private func neighbours(of index: Int) -> [Int] {
    [index - 1, index + 1].compactMap { other in
      guard dates.indices.contains(other), dates[other].passage == dates[index].passage,
        abs(dates[other].range.lowerBound - dates[index].range.lowerBound) < 150,
        dates[other].month != nil, !dates[other].isRelative, let year = dates[other].year
      else { return nil }
      return dates[other].span(in: year)?.middle
    }
  }

  /// The year that the note elsewhere gives with the same month and day.
  private func twin(of date: RawDate, _ years: [Int: Int]) -> Int? {
    for known in known where known.month == date.month && known.day == date.day {
      return known.year
    }
    return years[Self.key(date)]
  }

  /// The years of the dates that have one, by ``key(_:)``; the first counts.
  private var yearsOfDays: [Int: Int] {
    var years: [Int: Int] = [:]
    for date in dates where !date.isRelative {
      if let year = date.year, years[Self.key(date)] == nil { years[Self.key(date)] = year }
    }
    return years
  }

  /// The month and day of a date as one number.
  private static func key(_ date: RawDate) -> Int {
    RawDate.key(month: date.month ?? 0, day: date.day ?? 0)
  }

  // MARK: Relative dates

  /// The day from which "yesterday" counts in a passage: its mail's or its message's, else the note's.
  private func now(_ passage: Int, _ noteDay: NoteDay) -> DaySpan {
    func day(_ date: RawDate) -> DaySpan? {
      guard let year = date.year, date.day != nil, !date.isRelative else { return nil }
      return date.span(in: year)
    }
    let first = dates.partitioningIndex { $0.passage >= passage }
    let opening = dates[first...].prefix { $0.passage == passage && $0.range.lowerBound <= 2 }
    let isHeader = passages[passage].context == .header
    if !isHeader, let day = opening.reversed().lazy.compactMap(day).first { return day }
    let behind = isHeader ? passage + 1 : passage
    for head in heads[..<heads.partitioningIndex { dates[$0].passage >= behind }].reversed() {
      let isHeading = passages[dates[head].passage].context == .heading
      if !isHeading || dates[head].role == .event, let day = day(dates[head]) { return day }
      if isHeading { break }
    }
    return noteDay.span
  }

  /// Resolves what counts from another time, in reading order; returns the readings ahead.
  private mutating func resolveRelatives(_ noteDay: NoteDay?, _ results: inout [PartialDate?])
    -> [Int: PartialDate]
  {
    var ahead: [Int: PartialDate] = [:]
    var finder = EventFinder(dates: dates, passages: passages, words: words)
    for index in dates.indices {
      guard case .relative(let anchor) = dates[index].form, var shift = dates[index].shift else {
        continue
      }
      let date = dates[index]
      let isAhead = date.isAhead || passages[date.passage].isPlan
      var base: DaySpan?
      switch anchor {
      case .now:
        base = noteDay.map { now(date.passage, $0) }
        if shift.weekday != nil, shift.pointer == nil || shift.pointer == .following {
          if isAhead { shift.pointer = .following }
          if let base {
            var other = shift
            other.pointer = .following
            ahead[index] = other.applied(to: base)?.date
          }
        }
      case .previous where shift.day != nil && shift.weekday == nil:
        resolveDay(index, isAhead: isAhead, noteDay, &ahead)
        results[index] = spans[index]?.date
        continue
      case .previous:
        base =
          startsWithDate(date.passage, before: index) && shift.count > 0
          ? nil : previous(of: index)
      case .event(let event):
        base = finder.span(of: event, spans: spans, near: index)
      }
      spans[index] = base.flatMap { shift.applied(to: $0) }
      results[index] = spans[index]?.date
    }
    return ahead
  }

  /// Whether the passage, like an item of a timeline, begins with a date that tells when all of it was.
  private func startsWithDate(_ passage: Int, before index: Int) -> Bool {
    guard passages[passage].utf8.count < 160 else { return false }
    return dates[..<index].reversed().prefix { $0.passage == passage }.contains {
      $0.range.lowerBound <= 2 && !$0.isRelative
    }
  }

  /// "the 9th": after the date told before, else before the day of writing, or behind it where the words look ahead.
  private mutating func resolveDay(
    _ index: Int, isAhead: Bool, _ noteDay: NoteDay?, _ ahead: inout [Int: PartialDate]
  ) {
    guard let number = dates[index].shift?.day, let noteDay else { return }
    let now = now(dates[index].passage, noteDay)
    let next = DateShift(day: number, pointer: .next).applied(to: now)
    if let next { ahead[index] = next.date }
    if isAhead {
      spans[index] = next
      return
    }
    if let told = previous(of: index),
      dates[index].passage - (previousIndex(of: index)?.passage ?? 0) <= 2,
      let found = DateShift(day: number, pointer: .following).applied(to: told),
      found.first <= now.last + 3, found.first - told.last <= 45
    {
      spans[index] = found
    } else {
      spans[index] = DateShift(day: number, pointer: .last).applied(to: now)
    }
  }

  /// No more dates than this are looked back over for the one told before.
  private static let reach = 64

  /// The days of the date told before, where it stands near.
  private func previous(of index: Int) -> DaySpan? {
    previousIndex(of: index).flatMap { spans[$0.index] }
  }

  private func previousIndex(of index: Int) -> (index: Int, passage: Int)? {
    let passage = dates[index].passage
    for other in dates.indices[..<index].suffix(Self.reach).reversed() {
      guard passage - dates[other].passage <= 4 else { return nil }
      let context = passages[dates[other].passage].context
      guard spans[other] != nil, context == .text || context == .heading,
        dates[other].role == .event, !dates[other].isAhead || dates[other].passage == passage
      else { continue }
      return (other, dates[other].passage)
    }
    return nil
  }
}
