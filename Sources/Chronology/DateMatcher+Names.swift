/// Dates that begin with a name: a month, a weekday, a quarter, a season.
extension DateMatcher {
  /// Matches `March`, `March 3`, `March 3rd, 2024`, `March 3-7`, `Mar '24`.
  mutating func matchMonth(_ index: Int) -> Int? {
    let token = tokens[index]
    guard !isGlued(index) || mark(index - 1) != 0 else { return nil }
    var date = RawDate(token.range)
    date.month = token.word.value
    if kind(index - 1) == .part || kind(index - 1) == .link && kind(index - 2) == .part {
      let part = kind(index - 1) == .part ? index - 1 : index - 2
      date.part = SpanPart(rawValue: tokens[part].word.value)
    }
    var next = index + 1
    if mark(next) == 0x2E, !isSpaced(next), next + 1 < tokens.count,
      tokens[next + 1].kind == .number || mark(next + 1) != 0
    {
      next += 1
    }
    let dayIndex =
      kind(next) == .link && next + 1 < tokens.count && tokens[next + 1].isOrdinal ? next + 1 : next
    if let day = dayNumber(dayIndex) {
      date.day = day.value
      date.endDay = day.end
      let year = yearSuffix(day.next)
      year?.apply(&date)
      if year == nil, day.end == nil, tokens[dayIndex].digits.0 == 2, !tokens[dayIndex].isOrdinal {
        date.mayBeYear = day.value >= (isLed(index) ? 10 : 15)
      }
      appendSpan(date, index, year?.next ?? day.next)
      return year?.next ?? day.next
    }
    if let day = dayBehind(next) {
      date.day = tokens[day].values.0
      return append(date, index, day + 1)
    }
    if kind(next) == .ordinal, !isSpanOrdinal(next) {
      date.day = tokens[next].word.value
      let year = yearSuffix(next + 1)
      year?.apply(&date)
      return append(date, index, year?.next ?? next + 1)
    }
    if let year = yearSuffix(next) {
      year.apply(&date)
      return append(date, index, year.next)
    }
    guard isMonthAlone(index) else { return nil }
    if kind(next) == .pointer, tokens[next].word.value == Pointer.last.rawValue,
      unit(next + 1) == nil, kind(next + 1) != .month, kind(next + 1) != .weekday
    {
      date.form = .relative(.now)
      date.shift = DateShift(month: token.word.value, pointer: .last)
      return append(date, index, next + 1)
    }
    return append(date, index, index + 1)
  }

  /// The day that is added behind a comma: "in November, the 9th".
  private func dayBehind(_ index: Int) -> Int? {
    guard mark(index) == 0x2C, kind(index + 1) == .link, index + 2 < tokens.count,
      tokens[index + 2].isOrdinal, isDay(tokens[index + 2].values.0),
      index + 3 >= tokens.count || tokens[index + 3].kind == .mark
    else { return nil }
    return index + 2
  }

  /// Whether the ordinal belongs to what follows: "January first quarter".
  private func isSpanOrdinal(_ index: Int) -> Bool {
    kind(index + 1) == .quarter || kind(index + 1) == .half || kind(index + 1) == .unit
  }

  /// Whether a month's name without figures is the month.
  func isMonthAlone(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.word.isFickle else { return true }
    let before = kind(index - 1)
    let isLed =
      isLed(index) || [.part, .pointer].contains(before)
      || before == .link && kind(index - 2) == .part
    let followedByWord = index + 1 < tokens.count && tokens[index + 1].kind == .word
    if isLed { return token.isCapital || !followedByWord || tokens[index + 1].word.kind != .other }
    guard token.isCapital else { return false }
    if kind(index + 1) == .through || kind(index + 2) == .month { return true }
    return !followedByWord || before == .through && kind(index - 2) == .month
  }

  /// Matches `Friday 7 March`, `on Monday`, `the Tuesday after`, `by Friday`.
  mutating func matchWeekday(_ index: Int) -> Int? {
    matchDatedWeekday(index) ?? matchWeekdayAlone(index)
  }

  /// A weekday with its date.
  mutating func matchDatedWeekday(_ index: Int) -> Int? {
    let token = tokens[index]
    var next = index + 1
    if mark(next) == 0x2E, !isSpaced(next) { next += 1 }
    if kind(next) == .dayPart { next += 1 }
    if mark(next) == 0x2C || mark(next) == 0x28 { next += 1 }
    if kind(next) == .link { next += 1 }
    guard next < tokens.count, !token.word.isFickle || token.isCapital || tokens[next].kind != .word
    else { return nil }
    let count = found.count
    guard
      tokens[next].kind == .number || tokens[next].kind == .pair || tokens[next].kind == .triple
        || kind(next) == .month || kind(next) == .ordinal,
      let end = match(at: next), found.count > count
    else {
      found.removeSubrange(count...)
      return nil
    }
    if found[count].isRelative, found[count].shift?.day == nil || kind(next - 1) != .link {
      found.removeSubrange(count...)
      return nil
    }
    if !found[count].isRelative, found[count].day == nil, !found[count].isPair {
      found.removeSubrange(count...)
      return nil
    }
    if !found[count].isRelative { found[count].weekday = token.word.value }
    found[count].range = token.range.lowerBound..<found[count].range.upperBound
    if kind(index - 1) == .limit { found[count].role = .deadline }
    return end
  }

  private mutating func matchWeekdayAlone(_ index: Int) -> Int? {
    let token = tokens[index]
    guard !token.word.isFickle || token.isCapital, kind(index - 1) != .recurring else { return nil }
    var next = index + 1
    if kind(next) == .dayPart { next += 1 }
    if kind(next) == .direction, let direction = Direction(rawValue: tokens[next].word.value),
      direction == .after || direction == .before || direction == .later
    {
      return matchWeekdayStep(index, direction, from: next + 1)
    }
    if kind(next) == .pointer, tokens[next].word.value == Pointer.last.rawValue {
      return appendRelative(
        .now, DateShift(weekday: token.word.value, pointer: .last), index, next + 1)
    }
    if unit(next) == .week, !isSpaced(next) || kind(next + 1) != .number {
      return appendRelative(
        .now, DateShift(count: 1, weekday: token.word.value, pointer: .following), index, next + 1)
    }
    let isThe = kind(index - 1) == .link
    let before = kind(isThe ? index - 2 : index - 1)
    let looksAhead = before == .limit || isAhead(index) || isPlan && closesClause(next)
    guard before == .preposition || looksAhead else { return nil }
    // "in the Monday meeting" names a habit.
    if isThe, next < tokens.count, tokens[next].kind == .word, kind(next) == .other { return nil }
    var shift = DateShift(weekday: token.word.value)
    if isThe {
      shift.pointer = .that
      return appendRelative(.previous, shift, index, next)
    }
    shift.pointer = looksAhead ? .following : nil
    return appendRelative(.now, shift, index, next)
  }

  /// Whether a mark that ends a clause, or nothing, stands at `index`.
  private func closesClause(_ index: Int) -> Bool {
    index >= tokens.count || [0x2C, 0x2E, 0x3B, 0x29, 0x21, 0x3F].contains(mark(index))
  }

  /// `the Monday after`, `the Monday after Black Friday`, `the Saturday before the filing`.
  private mutating func matchWeekdayStep(_ index: Int, _ direction: Direction, from next: Int)
    -> Int?
  {
    let shift = DateShift(
      weekday: tokens[index].word.value, pointer: direction == .before ? .previous : .following)
    if direction == .later { return appendRelative(.previous, shift, index, next) }
    return matchObject(shift, index, next)
  }

  /// Matches `Q3`, `Q3 2024`, `Q3/24`, `H1 2024`.
  mutating func matchQuarterLetter(_ index: Int) -> Int? {
    guard index + 1 < tokens.count, !tokens[index + 1].isSpaced, !isGlued(index) else { return nil }
    let token = tokens[index + 1]
    let isQuarter = tokens[index].word.kind == .quarterLetter
    guard (1...(isQuarter ? 4 : 2)).contains(token.values.0), token.digits.0 == 1 else {
      return nil
    }
    var date = RawDate(tokens[index].range)
    if isQuarter { date.quarter = token.values.0 } else { date.half = token.values.0 }
    var next = index + 2
    if token.kind == .pair, token.digits.1 == 4 || token.digits.1 == 2 {
      date.year = token.digits.1 == 4 ? token.values.1 : 2000 + token.values.1
    } else if token.kind == .number {
      if mark(next) == 0x2D || mark(next) == 0x2F, !isSpaced(next) { next += 1 }
      if kind(next) == .fiscal { return nil }
      if let year = yearSuffix(next) {
        year.apply(&date)
        next = year.next
      } else {
        next = index + 2
      }
    } else {
      return nil
    }
    guard isQuarter || date.year != nil || date.pointer != nil || isLed(index) else { return nil }
    return append(date, index, next)
  }

  /// Matches `spring 2023`, `by spring`, `over the summer`.
  mutating func matchSeason(_ index: Int) -> Int? {
    var date = RawDate(tokens[index].range)
    date.season = tokens[index].word.value
    if let year = yearSuffix(index + 1) {
      year.apply(&date)
      return append(date, index, year.next)
    }
    let isThe = kind(index - 1) == .link
    let before = kind(isThe ? index - 2 : index - 1)
    guard before == .preposition || before == .limit || before == .part else { return nil }
    // "for summer interns", "a spring release"
    if tokens[index].word.isFickle || isThe, index + 1 < tokens.count,
      tokens[index + 1].kind == .word, tokens[index + 1].word.kind == .other, !isThe
    {
      guard tokens[index + 1].range.count <= 3 else { return nil }
    }
    return append(date, index, index + 1)
  }
}
