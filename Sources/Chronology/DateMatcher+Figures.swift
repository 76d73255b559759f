/// Dates in figures: `2024-03-04`, `4.3.24`, `3/2024`.
extension DateMatcher {
  mutating func matchTriple(_ index: Int) -> Int? {
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

  mutating func matchPair(_ index: Int) -> Int? {
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
      guard setPair(&date, token) else { return nil }
      // `4.3.` with its full stop, or `04.03` after a word that comes before dates, or at the end.
      if mark(index + 1) == 0x2E, !isSpaced(index + 1), !isGlued(index + 2) {
        return append(date, index, index + 2)
      }
      if isLimit(index) { return append(date, index, index + 1) }
      guard firstDigits == 2, secondDigits == 2, !isMeasured(index),
        isLed(index) || index + 1 == tokens.count
      else { return nil }
      date.isBare = true
      return append(date, index, index + 1)
    case 0x2F:
      guard !isMeasured(index), first != 24 || second != 7, setPair(&date, token) else {
        return nil
      }
      if max(first, second) <= 12, !isLed(index), !isAtStart(index),
        firstDigits == 1 || secondDigits == 1
      {
        // "4/10" may be a mark out of ten.
        guard isPlan && endsClause(index) || isClosing(index),
          isPlan || first > second || second != 5 && second != 10
        else { return nil }
        date.isBare = !isPlan
      }
      return append(date, index, index + 1)
    case 0x2D:
      // "the list to Jo, 28-11": figures that are parted so may be anything but for where they stand.
      guard max(firstDigits, secondDigits) == 2 || isPlan, isLimit(index), setPair(&date, token)
      else { return nil }
      return append(date, index, index + 1)
    default: return nil
    }
  }

  /// Whether nothing but a full stop stands behind `index`, and a mark before it: "the export, 9/12".
  private func isClosing(_ index: Int) -> Bool {
    let isLast = index + 1 == tokens.count || index + 2 == tokens.count && mark(index + 1) == 0x2E
    return isLast && Self.clauseMarks.contains(mark(index - 1))
  }

  /// Whether the figures at `index` say until when, by where they stand: "by 21.2", and in a plan "me, 21.2".
  private func isLimit(_ index: Int) -> Bool {
    guard endsClause(index), !isMeasured(index) else { return false }
    return isLimited(index) || isPlan && Self.clauseMarks.contains(mark(index - 1))
  }

  /// Whether a clause ends behind the figures at `index`.
  private func endsClause(_ index: Int) -> Bool {
    index + 1 >= tokens.count || mark(index + 1) != 0 && isSpaced(index + 2)
  }

  /// A comma, a hyphen, a full stop, a semicolon.
  private static let clauseMarks: Set<UInt8> = [0x2C, 0x2D, 0x2E, 0x3B]

  /// Sets day and month of a numeric date, or leaves their order open.
  func setPair(_ date: inout RawDate, _ token: DateToken) -> Bool {
    date.mark = token.mark
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
}
