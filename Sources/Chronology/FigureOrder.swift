/// Decides from a note's evidence whether `04/03/2025` is the fourth of March or the third of April.
enum FigureOrder {
  /// Whether the day comes first; nil where nothing tells.
  static func dayComesFirst(_ dates: [RawDate], in passages: [DatedPassage]) -> Bool? {
    var votes = (day: 0, month: 0)
    var written: Set<Int> = []
    for date in dates {
      guard case .calendar = date.form, let day = date.day, let month = date.month else { continue }
      switch Self.shape(date, in: passages) {
      case .slashes where day > 12:
        if Self.firstFigure(date, in: passages) == day {
          votes.day += 100
        } else {
          votes.month += 100
        }
      case .dayThenName: votes.day += 3
      // The figures behind the month may be a year's.
      case .nameThenDay: votes.month += date.mayBeYear ? 1 : 3
      default: break
      }
      written.insert(RawDate.key(month: month, day: day))
    }
    for date in dates where date.isPair {
      // A date that the note also writes in full names the reading.
      if written.contains(RawDate.key(month: date.pair.second, day: date.pair.first)) {
        votes.day += 10
      }
      if written.contains(RawDate.key(month: date.pair.first, day: date.pair.second)) {
        votes.month += 10
      }
    }
    return votes.day == votes.month ? nil : votes.day > votes.month
  }

  enum Shape { case slashes, dayThenName, nameThenDay, other }

  /// How the date is written.
  static func shape(_ date: RawDate, in passages: [DatedPassage]) -> Shape {
    let bytes = passages[date.passage].utf8
    let text = bytes[
      (bytes.startIndex + date.range.lowerBound)..<(bytes.startIndex + date.range.upperBound)]
    guard let first = text.first else { return .other }
    if text.contains(0x2F) { return .slashes }
    let startsWithFigure = (0x30...0x39).contains(first)
    let hasLetters = text.contains { ($0 | 0x20) &- 0x61 < 26 }
    guard hasLetters, date.weekday == nil else { return .other }
    return startsWithFigure ? .dayThenName : .nameThenDay
  }

  private static func firstFigure(_ date: RawDate, in passages: [DatedPassage]) -> Int {
    let bytes = passages[date.passage].utf8
    var value: Int?
    for byte in bytes[
      (bytes.startIndex + date.range.lowerBound)..<(bytes.startIndex + date.range.upperBound)]
    {
      if (0x30...0x39).contains(byte) {
        value = (value ?? 0) * 10 + Int(byte - 0x30)
      } else if value != nil {
        break
      }
    }
    return value ?? 0
  }
}
