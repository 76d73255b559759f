/// Dates that count from another time: `two weeks after go-live`, `a month later`, `last spring`, `on Monday`.
extension DateMatcher {
  // MARK: So many units

  /// Matches `ten days ago`, `a week later`, `two weeks after go-live`, `six weeks before 3 March`.
  mutating func matchCounted(_ index: Int) -> Int? {
    guard let count = countValue(index), let unit = unit(index + 1) else { return nil }
    return matchStep(index, count: count, unit: unit, isWhole: false, from: index + 2)
  }

  /// Matches `the week after New Year's`, `the day after`, `KW 12`, `week 40`.
  mutating func matchUnit(_ index: Int) -> Int? {
    guard let unit = unit(index) else { return nil }
    if unit == .week, let next = matchWeekNumber(index) { return next }
    guard kind(index + 1) == .direction, !isCounted(index) else { return nil }
    return matchStep(index, count: 1, unit: unit, isWhole: unit != .day, from: index + 1)
  }

  /// A direction and what it counts from.
  private mutating func matchStep(
    _ start: Int, count: Int, unit: TimeUnit, isWhole: Bool, from index: Int
  ) -> Int? {
    guard kind(index) == .direction,
      let direction = Direction(rawValue: tokens[index].word.value)
    else { return nil }
    var shift = DateShift()
    (shift.count, shift.unit) = (count, unit)
    shift.isWhole = isWhole
    switch direction {
    case .ago:
      shift.count = -count
      return appendRelative(.now, shift, start, index + 1)
    case .later: return appendRelative(.previous, shift, start, index + 1)
    case .earlier:
      shift.count = -count
      return appendRelative(.previous, shift, start, index + 1)
    case .after: return matchObject(shift, start, index + 1)
    case .before:
      shift.count = -count
      return matchObject(shift, start, index + 1)
    }
  }

  /// What a step counts from: a date, a happening, or where nothing is named the date told before.
  mutating func matchObject(_ shift: DateShift, _ start: Int, _ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind != .mark else {
      return appendRelative(.previous, shift, start, index)
    }
    let count = found.count
    var object = index
    while object < min(index + 3, tokens.count), isDeterminer(object) { object += 1 }
    if object < tokens.count, let next = match(at: object), found.count > count {
      var date = found[count]
      found.removeSubrange(count...)
      guard !date.isRelative, !date.isPair, date.shift == nil else { return nil }
      date.shift = shift
      return append(date, start, next)
    }
    for candidate in index..<min(index + 5, tokens.count) where tokens[candidate].kind == .word {
      if let (event, next) = NamedEvent.named(in: tokens, at: candidate), event.family != .other {
        return appendRelative(.event(event), shift, start, next)
      }
      if tokens[candidate].kind == .mark { break }
    }
    if kind(index) == .pointer { return appendRelative(.previous, shift, start, index + 1) }
    if kind(index) == .pronoun { return nil }
    for candidate in object..<min(object + 3, tokens.count) where tokens[candidate].kind == .word {
      if let (event, next) = NamedEvent.named(in: tokens, at: candidate) {
        return appendRelative(.event(event), shift, start, next)
      }
    }
    return nil
  }

  private func isDeterminer(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    return kind(index) == .link || Self.determiners.contains(tokens[index].key)
  }

  private static let determiners = ["our", "their", "her", "his", "your", "my", "its"]
    .map { WordKey($0).digest }

  // MARK: Pointers

  /// Matches `last spring`, `next week`, `this Friday`, `the following month`, `last November`, `the last day of August`.
  mutating func matchPointer(_ index: Int) -> Int? {
    guard let pointer = Pointer(rawValue: tokens[index].word.value) else { return nil }
    let isThe = kind(index - 1) == .link
    let next = index + 1
    switch kind(next) {
    case .unit, .quarter: return matchPointedUnit(pointer, isThe: isThe, index)
    case .month where tokens[next].isCapital || !tokens[next].word.isFickle:
      return matchPointedMonth(pointer, index)
    case .weekday where tokens[next].isCapital || !tokens[next].word.isFickle:
      return matchPointedWeekday(pointer, isThe: isThe, index)
    case .season:
      var date = RawDate(tokens[index].range)
      date.form = .relative(pointer == .that || pointer == .same ? .previous : .now)
      date.shift = DateShift(season: tokens[next].word.value, pointer: pointer)
      return append(date, index, next + 1)
    case .feast:
      let count = found.count
      guard let end = match(at: next), found.count > count else { return nil }
      found[count].pointer = pointer
      extend(count, to: index)
      return end
    case .dayPart: return matchPointedPart(pointer, isThe: isThe, index)
    default: return nil
    }
  }

  private mutating func matchPointedUnit(_ pointer: Pointer, isThe: Bool, _ index: Int) -> Int? {
    guard let unit = unit(index + 1) else { return nil }
    let next = index + 2
    if kind(next) == .link || kind(next) == .preposition,
      let end = matchInside(pointer, unit, index, next)
    {
      return end
    }
    var shift = DateShift()
    (shift.unit, shift.isWhole) = (unit, unit != .day)
    switch pointer {
    case .last where isThe || unit == .day: return nil
    case .this where unit == .day || unit == .year: return nil
    case .that where unit == .year, .same where unit == .year: return nil
    case .last: shift.count = -1
    case .next: shift.count = 1
    case .following: shift.count = 1
    case .previous: shift.count = -1
    case .this, .that, .same: shift.count = 0
    }
    let isTold =
      pointer == .that || pointer == .same || pointer == .following || pointer == .previous
      || pointer == .next && (isThe || unit == .day)
    guard kind(next) != .direction else { return nil }
    return appendRelative(isTold ? .previous : .now, shift, index, next)
  }

  /// Matches `last year in May`, `the last week of March`, `the last day of August`, `the first day of the month`.
  private mutating func matchInside(_ pointer: Pointer, _ unit: TimeUnit, _ index: Int, _ next: Int)
    -> Int?
  {
    var inner = next + 1
    while kind(inner) == .link { inner += 1 }
    let count = found.count
    guard inner < tokens.count, kind(inner) == .month, let end = match(at: inner),
      found.count > count, found[count].month != nil
    else {
      found.removeSubrange(count...)
      return nil
    }
    if unit == .year {
      if found[count].year == nil { found[count].pointer = pointer }
    } else if pointer == .last, found[count].day == nil {
      found[count].part = unit == .day ? .end : .late
      if unit == .day { found[count].day = RawDate.lastDay }
    }
    extend(count, to: index)
    return end
  }

  private mutating func matchPointedMonth(_ pointer: Pointer, _ index: Int) -> Int? {
    let count = found.count
    guard let end = match(at: index + 1), found.count > count else { return nil }
    if found[count].year == nil, found[count].day == nil {
      var date = RawDate(tokens[index].range)
      date.form = .relative(pointer == .that || pointer == .same ? .previous : .now)
      date.shift = DateShift(month: found[count].month, pointer: pointer)
      found.removeSubrange(count...)
      return append(date, index, end)
    }
    extend(count, to: index)
    return end
  }

  private mutating func matchPointedWeekday(_ pointer: Pointer, isThe: Bool, _ index: Int) -> Int? {
    if pointer == .last, let end = matchTurn(index, WeekdayTurn.last) { return end }
    let count = found.count
    if let end = matchDatedWeekday(index + 1) {
      extend(count, to: index)
      return end
    }
    let isTold =
      pointer == .following || pointer == .that || pointer == .same || pointer == .previous
      || pointer == .next && isThe
    let weekday = tokens[index + 1].word.value
    let shift = DateShift(
      weekday: weekday, pointer: isTold && pointer == .next ? .following : pointer)
    // "next Friday, the 20th"
    var end = index + 2
    if mark(end) == 0x2C { end += 1 }
    if kind(end) == .link, end + 1 < tokens.count, tokens[end + 1].isOrdinal {
      return matchDayAlone(end + 1, from: index)
    }
    end = index + 2
    if kind(end) == .dayPart { end += 1 }
    return appendRelative(isTold ? .previous : .now, shift, index, end)
  }

  /// Matches `this morning`, `last night`, `the next morning`, `that evening`.
  private mutating func matchPointedPart(_ pointer: Pointer, isThe: Bool, _ index: Int) -> Int? {
    var shift = DateShift()
    switch pointer {
    case .this: return appendRelative(.now, shift, index, index + 2)
    case .last where !isThe:
      shift.count = -1
      return appendRelative(.now, shift, index, index + 2)
    case .next, .following:
      shift.count = 1
      return appendRelative(.previous, shift, index, index + 2)
    case .that, .same: return appendRelative(.previous, shift, index, index + 2)
    default: return nil
    }
  }

  // MARK: Days and ends

  /// Matches `yesterday`, `tomorrow`; a date in brackets behind it says the same.
  mutating func matchNearDay(_ index: Int) -> Int? {
    appendRelative(.now, DateShift(count: tokens[index].word.value), index, index + 1)
  }

  /// Matches `the 9th`, `the thirteenth`: a day of the month that the dates around it tell.
  mutating func matchDayAlone(_ index: Int, from start: Int? = nil) -> Int? {
    let token = tokens[index]
    let number = token.kind == .number ? token.values.0 : token.word.value
    guard token.kind == .word || token.isOrdinal, (1...31).contains(number) else { return nil }
    if start == nil {
      guard kind(index - 1) == .link || kind(index - 1) == .preposition else { return nil }
      // "the second" and "the 3rd floor" are no days.
      guard token.kind == .number || number >= 5 else { return nil }
      let isLed =
        [.preposition, .limit].contains(kind(index - 2)) || kind(index - 1) == .preposition
      let follower = index + 1 < tokens.count && tokens[index + 1].kind == .word
      if follower {
        let known: Set<DateWord.Kind> = [.pronoun, .preposition, .limit, .through, .direction]
        guard known.contains(kind(index + 1)) || isLed && kind(index + 1) == .link else {
          return nil
        }
      } else if index + 1 < tokens.count, !tokens[index + 1].isSpaced,
        mark(index + 1) == 0x2D
      {
        return nil
      }
    }
    return appendRelative(.previous, DateShift(day: number), start ?? index, index + 1)
  }

  /// Matches `end of this month`, `the end of next week`, `end of the year`, `mid next month`, `EOM`.
  mutating func matchEnd(_ index: Int) -> Int? {
    var shift = DateShift()
    shift.isEnd = true
    if kind(index) == .unitEnd {
      shift.unit = TimeUnit(rawValue: tokens[index].word.value) ?? .month
      return appendRelative(.now, shift, index, index + 1)
    }
    shift.isEnd = tokens[index].word.value >= SpanPart.late.rawValue
    shift.isWhole = true
    var next = index + 1
    var pointer: Pointer?
    while next < index + 4 {
      if kind(next) == .link {
        next += 1
      } else if kind(next) == .pointer {
        pointer = Pointer(rawValue: tokens[next].word.value)
        next += 1
      } else {
        break
      }
    }
    guard let unit = unit(next), unit != .day else { return nil }
    guard next > index + 1 || shift.isEnd else { return nil }
    shift.unit = unit
    if pointer == .next { shift.count = 1 }
    if pointer == .last || pointer == .previous { shift.count = -1 }
    if pointer == .following { shift.count = 1 }
    let isTold = pointer == .that || pointer == .same || pointer == .following
    return appendRelative(isTold ? .previous : .now, shift, index, next + 1)
  }

  // MARK: Parts

  /// A number of units: `two`, `a`, `10`, `a couple of`.
  private func countValue(_ index: Int) -> Int? {
    let token = tokens[index]
    if token.kind == .number, token.digits.0 <= 2, !token.isOrdinal { return token.values.0 }
    return token.kind == .word && token.word.kind == .number ? token.word.value : nil
  }

  private func isCounted(_ index: Int) -> Bool {
    index > 0 && (tokens[index - 1].kind == .number || kind(index - 1) == .number)
  }

  func unit(_ index: Int) -> TimeUnit? {
    switch kind(index) {
    case .unit: TimeUnit(rawValue: tokens[index].word.value)
    case .quarter: .quarter
    default: nil
    }
  }

  /// Matches `KW 12`, `week 40`.
  mutating func matchWeekNumber(_ index: Int) -> Int? {
    let next = index + 1
    guard next < tokens.count, tokens[next].kind == .number, !tokens[next].isOrdinal,
      (1...53).contains(tokens[next].values.0), kind(next + 1) != .link
    else { return nil }
    if kind(index) == .unit {
      // "week 3" is mostly a project's.
      guard tokens[next].values.0 >= 14, isLed(index) else { return nil }
    }
    var date = RawDate(tokens[index].range)
    date.week = tokens[next].values.0
    let year = yearSuffix(next + 1)
    year?.apply(&date)
    return append(date, index, year?.next ?? next + 1)
  }

  @discardableResult
  mutating func appendRelative(_ anchor: DateAnchor, _ shift: DateShift, _ start: Int, _ next: Int)
    -> Int
  {
    var date = RawDate(tokens[start].range)
    date.form = .relative(anchor)
    date.shift = shift
    return append(date, start, next)
  }

  /// Lets the date at `count` begin at the token `index`.
  private mutating func extend(_ count: Int, to index: Int) {
    found[count].range = tokens[index].range.lowerBound..<found[count].range.upperBound
    if isLimited(index) { found[count].role = .deadline }
  }
}
