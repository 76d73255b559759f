/// The parts that dates share: days and years behind a name.
extension DateMatcher {
  /// A day number behind a month, with the last day of a span: `3`, `3rd`, `3-7`, `3 to 7`.
  func dayNumber(_ index: Int) -> (value: Int, end: Int?, next: Int)? {
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

  struct YearSuffix {
    var year: Int?
    var pointer: Pointer?
    var next: Int

    func apply(_ date: inout RawDate) {
      date.year = year
      if let pointer { date.pointer = pointer }
    }
  }

  /// The year behind a date: `2024`, `, 2024`, `of 2024`, `'24`, `last year`.
  func yearSuffix(_ index: Int) -> YearSuffix? {
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

  /// The year behind a day and a month in two figures, where nothing follows them that they could count: `9 sept 24,`.
  func shortYear(_ index: Int) -> YearSuffix? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].digits.0 == 2,
      !tokens[index].isOrdinal, (15...39).contains(tokens[index].values.0),
      index + 1 == tokens.count || [0x2C, 0x2E, 0x3B, 0x29, 0x2F].contains(mark(index + 1))
    else { return nil }
    return YearSuffix(year: 2000 + tokens[index].values.0, next: index + 1)
  }

  func isYear(_ value: Int) -> Bool { (1980...2079).contains(value) }
  func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }
  func isDay(_ value: Int) -> Bool { (1...31).contains(value) }
}
