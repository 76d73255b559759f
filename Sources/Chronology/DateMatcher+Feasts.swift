/// Feasts as dates: `Christmas`, `New Year's Eve`, `Black Friday`.
extension DateMatcher {
  /// Matches `Christmas`, `New Year's`, `Black Friday`, `Labor Day`, with a year or without.
  mutating func matchFeast(_ index: Int) -> Int? {
    let token = tokens[index]
    var date = RawDate(token.range)
    date.feast = Feast(rawValue: token.word.value)
    var next = index + 1
    while next < tokens.count, mark(next) == 0x27 || tokens[next].key == Self.possessive {
      next += 1
    }
    if kind(next) == .weekday || unit(next) == .day { next += 1 }
    if next < tokens.count, tokens[next].key == Self.eve { next += 1 }
    let year = yearSuffix(next)
    year?.apply(&date)
    if year == nil, kind(next) == .pointer, tokens[next].word.value == Pointer.last.rawValue {
      date.pointer = .last
      next += 1
    }
    return append(date, index, year?.next ?? next)
  }

  /// Feasts of two words: the index behind the second, or nil.
  mutating func matchFeastOfTwoWords(_ index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word, tokens[index].isCapital else {
      return nil
    }
    let key = tokens[index].key
    var next = index + 2
    var feast: Feast?
    if key == Self.new, unit(index + 1) == .year, tokens[index + 1].isCapital {
      feast = .newYear
      while next < tokens.count, mark(next) == 0x27 || tokens[next].key == Self.possessive {
        next += 1
      }
      if next < tokens.count, tokens[next].key == Self.eve {
        feast = .newYearsEve
        next += 1
      }
    } else if key == Self.black, kind(index + 1) == .weekday, tokens[index + 1].word.value == 4 {
      feast = .blackFriday
    } else if key == Self.cyber, kind(index + 1) == .weekday {
      feast = .blackFriday
    } else if key == Self.labor || key == Self.labour, unit(index + 1) == .day {
      feast = .labourDay
    } else if key == Self.boxing, unit(index + 1) == .day {
      feast = .christmas
    } else if key == Self.independence, unit(index + 1) == .day {
      feast = .independenceDay
    } else if key == Self.saint, tokens[index + 1].key == Self.stephen {
      feast = .christmas
      while next < tokens.count,
        mark(next) == 0x27 || tokens[next].key == Self.possessive || unit(next) == .day
      {
        next += 1
      }
    } else if key == Self.lunar || key == Self.chinese, tokens[index + 1].key == Self.new {
      feast = .lunarNewYear
      if unit(next) == .year { next += 1 }
    }
    guard let feast else { return nil }
    var date = RawDate(tokens[index].range)
    date.feast = feast
    let year = yearSuffix(next)
    year?.apply(&date)
    return append(date, index, year?.next ?? next)
  }

  private static let possessive = WordKey("s").digest
  private static let eve = WordKey("eve").digest
  private static let new = WordKey("new").digest
  private static let black = WordKey("black").digest
  private static let cyber = WordKey("cyber").digest
  private static let labor = WordKey("labor").digest
  private static let labour = WordKey("labour").digest
  private static let boxing = WordKey("boxing").digest
  private static let independence = WordKey("independence").digest
  private static let saint = WordKey("st").digest
  private static let stephen = WordKey("stephen").digest
  private static let lunar = WordKey("lunar").digest
  private static let chinese = WordKey("chinese").digest
}
