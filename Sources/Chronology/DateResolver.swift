import PostmortemModel

/// Turns dates as written into dates of the calendar, each with what the rest of the note adds.
struct DateResolver {
  let dayComesFirst: Bool?
  private var dates: [RawDate]
  private let passages: [DatedPassage]
  private let known: [PartialDate]

  init(_ dates: [RawDate], in passages: [DatedPassage], known: [PartialDate]) {
    self.dates = dates
    self.passages = passages
    self.known = known
    dayComesFirst = FigureOrder.dayComesFirst(dates, in: passages)
  }

  mutating func resolve() -> [DateMention] {
    settlePairs()
    shareYearsInSpans()
    let years = inferredYears()
    var mentions: [DateMention] = []
    for (index, date) in dates.enumerated() {
      guard let year = date.year ?? years[index], let resolved = Self.date(date, in: year) else {
        continue
      }
      if date.isSpanEnd, let last = mentions.indices.last, mentions[last].passage == date.passage,
        resolved > mentions[last].date
      {
        mentions[last].end = resolved
      }
      mentions.append(
        DateMention(
          passage: date.passage, range: date.range, date: resolved,
          basis: date.year == nil ? .yearInferred : .written, role: date.role))
    }
    return mentions
  }

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

  /// Gives a span's start the year that stands at its end, and the other way round.
  private mutating func shareYearsInSpans() {
    for index in dates.indices.dropFirst() where dates[index].isSpanEnd {
      guard dates[index - 1].passage == dates[index].passage else { continue }
      let start = dates[index - 1]
      let end = dates[index]
      guard let startMonth = start.month, let endMonth = end.month else { continue }
      let wraps = (startMonth, start.day ?? 0) > (endMonth, end.day ?? 31)
      if start.year == nil, let year = end.year {
        dates[index - 1].year = wraps ? year - 1 : year
      } else if end.year == nil, let year = start.year {
        dates[index].year = wraps ? year + 1 : year
      }
    }
  }

  private func inferredYears() -> [Int?] {
    var anchors = known.map(\.firstDay)
    for date in dates {
      if let year = date.year, let resolved = Self.date(date, in: year) {
        anchors.append(
          date.month == nil ? (resolved.firstDay + resolved.lastDay) / 2 : resolved.firstDay)
      }
    }
    guard let inference = YearInference(anchors: anchors) else {
      return [Int?](repeating: nil, count: dates.count)
    }
    var steps: [YearInference.Step] = []
    var indices: [Int] = []
    for (index, date) in dates.enumerated() {
      guard
        date.lacksYear
          || (date.year != nil && date.month != nil && passages[date.passage].context != .metadata)
      else { continue }
      guard !date.isPair else { continue }
      steps.append(
        YearInference.Step(
          date: { Self.date(date, in: $0) }, year: date.year, isAhead: date.role == .deadline))
      indices.append(index)
    }
    var result = [Int?](repeating: nil, count: dates.count)
    for (index, year) in zip(indices, inference.years(of: steps)) { result[index] = year }
    return result
  }

  /// The calendar's date for what is written and a year; nil where there is no such day.
  static func date(_ date: RawDate, in year: Int) -> PartialDate? {
    if date.isPair { return PartialDate(year: year) }
    if let month = date.month {
      if let day = date.day { return PartialDate(year: year, month: month, day: day) }
      return PartialDate(year: year, month: month)
    }
    if let quarter = date.quarter { return PartialDate(year: year, quarter: quarter) }
    return PartialDate(year: year)
  }
}
