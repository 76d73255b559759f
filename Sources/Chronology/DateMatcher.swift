/// Finds the dates in one passage's tokens.
struct DateMatcher {
  let tokens: [DateToken]
  private(set) var found: [RawDate] = []

  init(_ bytes: ArraySlice<UInt8>) { tokens = DateLexer.tokens(of: bytes) }

  /// The dates of a passage, in reading order.
  static func dates(in bytes: ArraySlice<UInt8>) -> [RawDate] {
    var matcher = DateMatcher(bytes)
    matcher.run()
    return matcher.found
  }

  private mutating func run() {
    var index = 0
    while index < tokens.count {
      let count = found.count
      if let next = match(at: index), next > index {
        joinSpan(from: count, at: index)
        index = next
      } else {
        index += 1
      }
    }
  }

  /// Matches whatever date begins at `index`; returns the index behind it.
  private mutating func match(at index: Int) -> Int? {
    let token = tokens[index]
    switch token.kind {
    case .mark, .opaque: return nil
    case .triple: return matchTriple(index)
    case .pair: return matchPair(index)
    case .number: return matchNumber(index)
    case .word:
      switch token.word.kind {
      case .month: return matchMonth(index)
      case .weekday: return matchWeekday(index)
      case .ordinal: return matchOrdinalWord(index)
      case .quarterLetter, .halfLetter: return matchQuarterLetter(index)
      case .season: return matchSeason(index)
      default: return nil
      }
    }
  }

  // MARK: Figures

  private mutating func matchTriple(_ index: Int) -> Int? {
    let token = tokens[index]
    guard isFree(index), token.digits.1 <= 2 else { return nil }
    let (first, second, third) = token.values
    var date = RawDate(token.range)
    if token.digits.0 == 4 {
      guard isYear(first), isMonth(second), isDay(third), token.digits.2 <= 2 else { return nil }
      (date.year, date.month, date.day) = (first, second, third)
    } else {
      guard token.digits.0 <= 2, token.digits.2 == 4 || token.digits.2 == 2 else { return nil }
      guard token.digits.2 == 4 || token.mark != 0x2D else { return nil }
      date.year = token.digits.2 == 4 ? third : 2000 + third
      guard let year = date.year, isYear(year), setPair(&date, token) else { return nil }
    }
    return append(date, index, index + 1)
  }

  private mutating func matchPair(_ index: Int) -> Int? {
    let token = tokens[index]
    guard isFree(index) else { return nil }
    let (first, second) = (token.values.0, token.values.1)
    let (firstDigits, secondDigits) = (token.digits.0, token.digits.1)
    var date = RawDate(token.range)
    if firstDigits == 4, isYear(first) {
      date.year = first
      if secondDigits == 2, isMonth(second), token.mark != 0x2F || second != first % 100 + 1 {
        date.month = second
      } else if secondDigits == 4, isYear(second), second > first, token.mark != 0x2E {
        append(date, index, index)
        var end = date
        end.year = second
        end.isSpanEnd = true
        return append(end, index, index + 1)
      } else if token.mark == 0x2E || second != (first + 1) % 100 {
        return nil
      }
      return append(date, index, index + 1)
    }
    if firstDigits <= 2, secondDigits == 4, isMonth(first), isYear(second) {
      (date.year, date.month) = (second, first)
      return append(date, index, index + 1)
    }
    guard firstDigits <= 2, secondDigits <= 2 else { return nil }
    if let next = matchDays(index) { return next }
    switch token.mark {
    case 0x2E:
      // `4.3.` with its full stop, or after a word that comes before dates.
      guard mark(index + 1) == 0x2E, !isSpaced(index + 1), !isGlued(index + 2) else { return nil }
      guard setPair(&date, token) else { return nil }
      return append(date, index, index + 2)
    case 0x2F:
      guard !isMeasured(index), setPair(&date, token) else { return nil }
      guard
        max(first, second) > 12 || isLed(index) || isAtStart(index)
          || firstDigits == 2 && secondDigits == 2
      else { return nil }
      return append(date, index, index + 1)
    default: return nil
    }
  }

  /// Sets day and month of a numeric date, or leaves their order open.
  private func setPair(_ date: inout RawDate, _ token: DateToken) -> Bool {
    let (first, second) = (token.values.0, token.values.1)
    if token.mark == 0x2E {
      guard isDay(first), isMonth(second) else { return false }
      (date.day, date.month) = (first, second)
    } else {
      guard isDay(first), isDay(second), isMonth(first) || isMonth(second) else { return false }
      if isMonth(first), isMonth(second), first != second {
        date.form = .pair
        date.pair = (first, second)
      } else {
        (date.day, date.month) = isMonth(second) ? (first, second) : (second, first)
      }
    }
    return true
  }

  /// Matches what begins with a plain number: `3 March`, `3rd of March 2024`, `3 to 7 March`, `2024`.
  private mutating func matchNumber(_ index: Int) -> Int? {
    guard isFree(index) else { return nil }
    return matchDays(index) ?? matchYear(index)
  }

  /// Matches one or several days before a month: `3 March`, `3, 5 and 7 March 2024`, `3-7 March`.
  private mutating func matchDays(_ start: Int) -> Int? {
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
  private func monthAfterDay(_ index: Int) -> Int? {
    var index = index
    if mark(index) == 0x2D, !isSpaced(index), !isSpaced(index + 1) { index += 1 }
    if kind(index) == .link { index += 1 }
    if kind(index) == .link { index += 1 }
    return kind(index) == .month ? index : nil
  }

  private mutating func appendDays(
    _ days: [(value: Int, index: Int, isSpanEnd: Bool)], month: Int, start: Int
  ) -> Int? {
    // "3 may help" is no date: the fickle months want a capital or a year.
    let token = tokens[month]
    var end = month + 1
    if mark(end) == 0x2E, !isSpaced(end) { end += 1 }
    let year = yearSuffix(end)
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
  private mutating func matchYear(_ index: Int) -> Int? {
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
        || kind(index - 1) == .link && (follower?.kind != .word)
        || isInYearList(index)
    else { return nil }
    return append(date, index, index + 1)
  }

  /// Whether the year at `index` follows another: "2022 and 2023".
  private func isInYearList(_ index: Int) -> Bool {
    guard let last = found.last, last.year != nil, index >= 2 else { return false }
    return tokens[index - 2].range.upperBound == last.range.upperBound
      && (kind(index - 1) == .through || mark(index - 1) != 0)
  }

  // MARK: Words

  /// Matches `March`, `March 3`, `March 3rd, 2024`, `March 3-7`, `Mar '24`.
  private mutating func matchMonth(_ index: Int) -> Int? {
    let token = tokens[index]
    guard !isGlued(index) || mark(index - 1) != 0 else { return nil }
    var date = RawDate(token.range)
    date.month = token.word.value
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
      appendSpan(date, index, year?.next ?? day.next)
      return year?.next ?? day.next
    }
    if let year = yearSuffix(next) {
      year.apply(&date)
      return append(date, index, year.next)
    }
    guard isMonthAlone(index) else { return nil }
    return append(date, index, index + 1)
  }

  /// Whether a month's name without figures is the month.
  private func isMonthAlone(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.word.isFickle else { return true }
    let before = kind(index - 1)
    let isLed =
      isLed(index) || [.part, .pointer].contains(before)
      || before == .link && kind(index - 2) == .part
    let followedByWord = index + 1 < tokens.count && tokens[index + 1].kind == .word
    if isLed { return token.isCapital || !followedByWord || tokens[index + 1].word.kind != .other }
    guard token.isCapital else { return false }
    return !followedByWord || before == .through && kind(index - 2) == .month
  }

  private mutating func matchWeekday(_ index: Int) -> Int? {
    let token = tokens[index]
    var next = index + 1
    if mark(next) == 0x2E, !isSpaced(next) { next += 1 }
    if mark(next) == 0x2C { next += 1 }
    if kind(next) == .link { next += 1 }
    guard next < tokens.count, !token.word.isFickle || token.isCapital || tokens[next].kind != .word
    else { return nil }
    let count = found.count
    guard tokens[next].kind != .word || kind(next) == .month || kind(next) == .ordinal,
      let end = match(at: next),
      found.count > count, found[count].day != nil || found[count].isPair
    else {
      found.removeSubrange(count...)
      return nil
    }
    found[count].weekday = token.word.value
    found[count].range = token.range.lowerBound..<found[count].range.upperBound
    if kind(index - 1) == .limit { found[count].role = .deadline }
    return end
  }

  /// Matches `sixth of November`, `third quarter of 2024`.
  private mutating func matchOrdinalWord(_ index: Int) -> Int? {
    let token = tokens[index]
    if kind(index + 1) == .quarter, token.word.value <= 4 {
      var date = RawDate(token.range)
      date.quarter = token.word.value
      let year = yearSuffix(index + 2)
      year?.apply(&date)
      return append(date, index, year?.next ?? index + 2)
    }
    if kind(index + 1) == .half, token.word.value <= 2 {
      guard let year = yearSuffix(index + 2) else { return nil }
      var date = RawDate(token.range)
      date.half = token.word.value
      year.apply(&date)
      return append(date, index, year.next)
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

  /// Matches `Q3`, `Q3 2024`, `Q3/24`, `H1 2024`.
  private mutating func matchQuarterLetter(_ index: Int) -> Int? {
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
    guard isQuarter || date.year != nil else { return nil }
    return append(date, index, next)
  }

  private mutating func matchSeason(_ index: Int) -> Int? {
    guard let year = yearSuffix(index + 1) else { return nil }
    var date = RawDate(tokens[index].range)
    date.season = tokens[index].word.value
    year.apply(&date)
    return append(date, index, year.next)
  }

  // MARK: Parts of dates

  /// A day number behind a month, with the last day of a span: `3`, `3rd`, `3-7`, `3 to 7`.
  private func dayNumber(_ index: Int) -> (value: Int, end: Int?, next: Int)? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.kind == .pair, token.mark == 0x2D, isDay(token.values.0), isDay(token.values.1),
      token.values.0 < token.values.1
    {
      return (token.values.0, token.values.1, index + 1)
    }
    guard token.kind == .number, token.digits.0 <= 2, isDay(token.values.0), mark(index + 1) != 0x25
    else { return nil }
    var next = index + 1
    if kind(next) == .month, !token.isOrdinal { return nil }
    if kind(next) == .through || mark(next) == 0x2D || mark(next) == 0x26, next + 1 < tokens.count,
      tokens[next + 1].kind == .number, tokens[next + 1].digits.0 <= 2,
      isDay(tokens[next + 1].values.0),
      tokens[next + 1].values.0 > token.values.0, kind(next + 2) != .month, kind(next + 2) != .unit
    {
      let end = tokens[next + 1].values.0
      next += 2
      return (token.values.0, end, next)
    }
    return (token.values.0, nil, next)
  }

  private struct YearSuffix {
    var year: Int?
    var pointer: Pointer?
    var next: Int

    func apply(_ date: inout RawDate) {
      date.year = year
      date.yearPointer = pointer
    }
  }

  /// The year behind a date: `2024`, `, 2024`, `of 2024`, `'24`, `last year`.
  private func yearSuffix(_ index: Int) -> YearSuffix? {
    var index = index
    if mark(index) == 0x2C { index += 1 }
    if mark(index) == 0x2D || mark(index) == 0x2F, !isSpaced(index), !isSpaced(index + 1) {
      index += 1
    }
    if kind(index) == .link { index += 1 }
    if mark(index) == 0x28 { index += 1 }
    if mark(index) == 0x27, index + 1 < tokens.count, !isSpaced(index + 1),
      tokens[index + 1].kind == .number,
      tokens[index + 1].digits.0 == 2
    {
      return YearSuffix(year: 2000 + tokens[index + 1].values.0, next: index + 2)
    }
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.kind == .number, token.digits.0 == 4, isYear(token.values.0), !token.isOrdinal {
      return YearSuffix(year: token.values.0, next: index + 1)
    }
    if token.word.kind == .pointer, kind(index + 1) == .unit,
      TimeUnit(rawValue: tokens[index + 1].word.value) == .year
    {
      return YearSuffix(pointer: Pointer(rawValue: token.word.value), next: index + 2)
    }
    return nil
  }

  private func isYear(_ value: Int) -> Bool { (1980...2079).contains(value) }
  private func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }
  private func isDay(_ value: Int) -> Bool { (1...31).contains(value) }

  // MARK: Surroundings

  private func kind(_ index: Int) -> DateWord.Kind {
    tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].word.kind : .other
  }

  /// The mark at `index`, or 0.
  private func mark(_ index: Int) -> UInt8 {
    tokens.indices.contains(index) && tokens[index].kind == .mark ? tokens[index].mark : 0
  }

  private func isSpaced(_ index: Int) -> Bool { index >= tokens.count || tokens[index].isSpaced }

  /// Whether the token at `index` hangs on the one before it.
  private func isGlued(_ index: Int) -> Bool {
    tokens.indices.contains(index) && index > 0 && !tokens[index].isSpaced
      && tokens[index - 1].kind != .mark
  }

  /// Whether the figures at `index` are neither part of a word nor an amount or a number sign's.
  private func isFree(_ index: Int) -> Bool {
    guard !isGlued(index) else { return false }
    if index + 1 < tokens.count, !tokens[index + 1].isSpaced {
      if tokens[index + 1].mark == 0x25 && tokens[index + 1].kind == .mark { return false }
      if tokens[index + 1].kind == .word, tokens[index].kind == .number, kind(index + 1) != .month {
        return false
      }
    }
    guard index > 0, tokens[index - 1].kind == .mark else { return kind(index - 1) != .measure }
    switch tokens[index - 1].mark {
    // # $ £ (C2 A3) € (E2 82 AC) + @
    case 0x23, 0x24, 0xC2, 0xE2, 0x2B, 0x40: return tokens[index].isSpaced
    default: return true
    }
  }

  /// Whether a word that comes before dates stands before `index`.
  private func isLed(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .preposition, .limit, .from: true
    case .part, .season, .weekday, .pointer: true
    case .link: [.part, .preposition, .limit, .season].contains(kind(index - 2))
    case .direction: true
    default: false
    }
  }

  private func isAtStart(_ index: Int) -> Bool {
    index == 0
      || tokens[0..<index].suffix(3).allSatisfy { $0.kind == .mark && $0.mark != 0x27 }
        && index <= 3
  }

  private func isMeasured(_ index: Int) -> Bool {
    kind(index + 1) == .measure || kind(index - 1) == .measure || kind(index + 1) == .link
  }

  // MARK: Results

  @discardableResult
  private mutating func append(_ date: RawDate, _ start: Int, _ next: Int) -> Int {
    var date = date
    let last = max(next - 1, start)
    date.range =
      tokens[start].range.lowerBound..<tokens[min(last, tokens.count - 1)].range.upperBound
    if isLimited(start) { date.role = .deadline }
    if date.isSpanEnd { date.role = .spanEnd }
    found.append(date)
    return next
  }

  private mutating func appendSpan(_ date: RawDate, _ start: Int, _ next: Int) {
    var first = date
    first.endDay = nil
    append(first, start, next)
    guard let endDay = date.endDay else { return }
    var end = date
    (end.day, end.endDay, end.isSpanEnd) = (endDay, nil, true)
    append(end, start, next)
  }

  /// Whether a word such as "by" or "until" stands before `index`.
  private func isLimited(_ index: Int) -> Bool {
    var index = index - 1
    while [.link, .part, .weekday, .pointer].contains(kind(index)), index > 0 { index -= 1 }
    return kind(index) == .limit
  }

  /// Makes the date just found the end of a span where a dash or "to" ties it to the date before.
  private mutating func joinSpan(from count: Int, at index: Int) {
    guard count > 0, found.count > count, index > 0 else { return }
    let previous = found[count - 1]
    let joint = tokens[index - 1]
    guard joint.range.lowerBound >= previous.range.upperBound,
      index < 2 || tokens[index - 2].range.upperBound <= previous.range.upperBound,
      !previous.isSpanEnd
    else { return }
    let isDash = joint.kind == .mark && joint.mark == 0x2D
    let isTo = joint.word.kind == .through && joint.word.value == 1 || joint.word.kind == .limit
    guard isDash || isTo, !found[count].isSpanEnd else { return }
    found[count].isSpanEnd = true
    found[count].role = .spanEnd
  }
}
