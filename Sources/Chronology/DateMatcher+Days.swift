/// Dates that begin with a day or a year: `3 March`, `3, 5 and 7 March 2024`, `sixth of November`, `2024`.
extension DateMatcher {
  /// Matches what begins with a plain number: `3 March`, `3rd of March 2024`, `3 to 7 March`, `2024`.
  mutating func matchNumber(_ index: Int) -> Int? {
    guard isFree(index) else { return nil }
    if tokens[index].isOrdinal, let end = matchTurn(index, tokens[index].values.0) { return end }
    return matchDays(index) ?? matchCounted(index) ?? matchDayAlone(index) ?? matchYear(index)
  }

  /// Matches one or several days before a month: `3 March`, `3, 5 and 7 March 2024`, `3-7 March`.
  mutating func matchDays(_ start: Int) -> Int? {
    var days: [(value: Int, index: Int, isSpanEnd: Bool)] = []
    var index = start
    var isSpanEnd = false
    while days.count < 6 {
      guard index < tokens.count else { return nil }
      let token = tokens[index]
      if token.kind == .pair, days.isEmpty, token.mark == 0x2D || token.mark == 0x2F {
        guard isDay(token.values.0), isDay(token.values.1), token.values.0 < token.values.1 else {
          return nil
        }
        days = [(token.values.0, index, false), (token.values.1, index, true)]
      } else if token.kind == .number, isDay(token.values.0), token.digits.0 <= 2 {
        days.append((token.values.0, index, isSpanEnd))
      } else {
        return nil
      }
      index += 1
      if mark(index) == 0x2E, !isSpaced(index) { index += 1 }
      if let month = monthAfterDay(index) {
        return appendDays(days, month: month, start: start)
      }
      guard index < tokens.count else { return nil }
      let joint = tokens[index]
      if joint.kind == .mark, joint.mark == 0x2D || joint.mark == 0x2C || joint.mark == 0x26 {
        isSpanEnd = joint.mark == 0x2D
      } else if joint.word.kind == .through {
        isSpanEnd = joint.word.value == 1
      } else {
        return nil
      }
      index += 1
      if kind(index) == .link { index += 1 }
    }
    return nil
  }

  /// The index of the month word that goes with the day before `index`.
  func monthAfterDay(_ index: Int) -> Int? {
    var index = index
    // "15-Aug", "15/Aug"
    if [0x2D, 0x2F].contains(mark(index)), !isSpaced(index), !isSpaced(index + 1) { index += 1 }
    if kind(index) == .link { index += 1 }
    if kind(index) == .link { index += 1 }
    return kind(index) == .month ? index : nil
  }

  mutating func appendDays(
    _ days: [(value: Int, index: Int, isSpanEnd: Bool)], month: Int, start: Int
  ) -> Int? {
    // "3 may help" is no date: the fickle months want a capital or a year.
    let token = tokens[month]
    var end = month + 1
    if mark(end) == 0x2E, !isSpaced(end) { end += 1 }
    let year = yearSuffix(end) ?? shortYear(end)
    guard
      !token.word.isFickle || token.isCapital || year != nil
        || tokens[days[days.count - 1].index].isOrdinal
        || kind(month - 1) == .link || end >= tokens.count || tokens[end].kind != .word
    else { return nil }
    for (position, day) in days.enumerated() {
      let isLast = position == days.count - 1
      var date = RawDate(
        isLast
          ? tokens[day.index].range.lowerBound..<tokens[month].range.upperBound
          : tokens[day.index].range)
      (date.day, date.month) = (day.value, token.word.value)
      date.isSpanEnd = day.isSpanEnd
      year?.apply(&date)
      append(
        date, position == 0 ? start : day.index, isLast ? year?.next ?? month + 1 : day.index + 1)
    }
    return year?.next ?? end
  }

  /// Matches a year alone, where the word before it or its place says that it is one.
  mutating func matchYear(_ index: Int) -> Int? {
    let token = tokens[index]
    guard token.digits.0 == 4, (1990...2049).contains(token.values.0), !token.isOrdinal else {
      return nil
    }
    // 2024 Q3, 2024-Q3, 2024 March
    var next = index + 1
    if mark(next) == 0x2D, !isSpaced(next) { next += 1 }
    var date = RawDate(token.range)
    date.year = token.values.0
    if kind(next) == .quarterLetter, isGlued(next + 1), next + 1 < tokens.count,
      tokens[next + 1].kind == .number,
      (1...4).contains(tokens[next + 1].values.0)
    {
      date.quarter = tokens[next + 1].values.0
      return append(date, index, next + 2)
    }
    if kind(next) == .month, !tokens[next].word.isFickle || tokens[next].isCapital {
      date.month = tokens[next].word.value
      return append(date, index, next + 1)
    }
    let follower = index + 1 < tokens.count ? tokens[index + 1] : nil
    let isFollowedByNoun =
      follower.map {
        $0.kind == .word && $0.word.kind == .measure || $0.kind == .mark && $0.mark == 0x25
      } ?? false
    guard !isFollowedByNoun,
      isLed(index) || isAtStart(index) || mark(index - 1) == 0x28 || follower == nil
        || mark(index - 1) == 0x2D && kind(index - 2) == .part
        || kind(index - 1) == .link && (follower?.kind != .word)
        || isInYearList(index)
    else { return nil }
    return append(date, index, index + 1)
  }

  /// Whether the year at `index` follows another: "2022 and 2023".
  func isInYearList(_ index: Int) -> Bool {
    guard let last = found.last, last.year != nil, index >= 2 else { return false }
    return tokens[index - 2].range.upperBound == last.range.upperBound
      && (kind(index - 1) == .through || mark(index - 1) != 0)
  }

  /// Matches `second Tuesday of March`, `last Friday in May 2025`, from the word that counts.
  mutating func matchTurn(_ index: Int, _ count: Int) -> Int? {
    guard (1...WeekdayTurn.last).contains(count), kind(index + 1) == .weekday,
      [.link, .preposition].contains(kind(index + 2))
    else { return nil }
    let month = kind(index + 3) == .link ? index + 4 : index + 3
    guard kind(month) == .month else { return nil }
    var date = RawDate(tokens[index].range)
    date.month = tokens[month].word.value
    date.turn = WeekdayTurn(weekday: tokens[index + 1].word.value, count: count)
    let year = yearSuffix(month + 1)
    year?.apply(&date)
    return append(date, index, year?.next ?? month + 1)
  }

  /// Matches `sixth of November`, `second Tuesday of November`, `third quarter of 2024`.
  mutating func matchOrdinalWord(_ index: Int) -> Int? {
    let token = tokens[index]
    if let end = matchTurn(index, token.word.value) { return end }
    let part: (path: WritableKeyPath<RawDate, Int?>, count: Int)? =
      switch kind(index + 1) {
      case .quarter: (\.quarter, 4)
      case .half: (\.half, 2)
      default: nil
      }
    if let part, token.word.value <= part.count {
      var date = RawDate(token.range)
      date[keyPath: part.path] = token.word.value
      let year = yearSuffix(index + 2)
      year?.apply(&date)
      return append(date, index, year?.next ?? index + 2)
    }
    if unit(index + 1) == .week, let month = monthAfterDay(index + 2), match(at: month) != nil,
      var date = found.popLast()
    {
      // "the first week of March"
      date.part = token.word.value == 1 ? .early : token.word.value <= 3 ? .mid : .late
      let next = tokens.firstIndex { $0.range.lowerBound >= date.range.upperBound } ?? tokens.count
      return append(date, index, next)
    }
    guard token.word.value <= 31, let month = monthAfterDay(index + 1),
      !tokens[month].word.isFickle || tokens[month].isCapital
    else { return nil }
    var date = RawDate(token.range)
    (date.day, date.month) = (token.word.value, tokens[month].word.value)
    let year = yearSuffix(month + 1)
    year?.apply(&date)
    return append(date, index, year?.next ?? month + 1)
  }
}
