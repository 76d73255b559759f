/// Finds the dates in one passage's tokens.
struct DateMatcher {
  let tokens: [DateToken]
  /// Whether the passage tells what is still to be done, so that a weekday is a date: "the file to Jo, Friday".
  let isPlan: Bool
  var found: [RawDate] = []

  init(_ bytes: ArraySlice<UInt8>, isPlan: Bool) {
    tokens = DateLexer.tokens(of: bytes)
    self.isPlan = isPlan
  }

  /// The dates of a passage, in reading order.
  static func dates(in bytes: ArraySlice<UInt8>) -> [RawDate] { read(bytes).found }

  /// A matcher that has found the dates of a passage, which may tell what is still to be done.
  static func read(_ bytes: ArraySlice<UInt8>, isPlan: Bool = false) -> DateMatcher {
    var matcher = DateMatcher(bytes, isPlan: isPlan)
    matcher.run()
    return matcher
  }

  mutating func run() {
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
  mutating func match(at index: Int) -> Int? {
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
      case .ordinal: return matchOrdinalWord(index) ?? matchDayAlone(index)
      case .quarterLetter, .halfLetter: return matchQuarterLetter(index)
      case .season: return matchSeason(index)
      case .feast: return matchFeast(index)
      case .feastLead: return matchFeastOfTwoWords(index)
      case .number: return matchCounted(index)
      case .unit, .quarter: return matchUnit(index)
      case .weekMark: return matchWeekNumber(index)
      case .pointer: return matchPointer(index)
      case .part, .unitEnd: return matchEnd(index)
      case .nearDay: return matchNearDay(index)
      default: return nil
      }
    }
  }

  // MARK: Results

  @discardableResult
  mutating func append(_ date: RawDate, _ start: Int, _ next: Int) -> Int {
    var date = date
    let last = max(next - 1, start)
    date.range =
      tokens[start].range.lowerBound..<tokens[min(last, tokens.count - 1)].range.upperBound
    if isLimited(start) { date.role = .deadline }
    date.isPast = isPast(start, next)
    date.isAhead =
      isAhead(start) || !date.isPast && (isFirmLimit(start) || isStartAhead(start, next))
    observeCompany(of: &date, start, next)
    if date.isSpanEnd { date.role = .spanEnd }
    found.append(date)
    return next
  }

  mutating func appendSpan(_ date: RawDate, _ start: Int, _ next: Int) {
    var first = date
    first.endDay = nil
    append(first, start, next)
    guard let endDay = date.endDay else { return }
    var end = date
    (end.day, end.endDay, end.isSpanEnd) = (endDay, nil, true)
    append(end, start, next)
  }

  /// Whether a word such as "by" or "until" stands before `index`.
  func isLimited(_ index: Int) -> Bool {
    var index = index - 1
    while [.link, .part, .weekday, .pointer].contains(kind(index)), index > 0 { index -= 1 }
    return kind(index) == .limit
      || kind(index) == .direction && tokens[index].word.value == Direction.before.rawValue
  }

  /// Whether the words before `index` in its clause speak of what is to come.
  func isAhead(_ index: Int) -> Bool {
    for other in tokens[max(0, index - 9)..<index].reversed() {
      if other.kind == .mark, [0x2E, 0x3B, 0x3F, 0x21].contains(other.mark), !other.isSpaced {
        return false
      }
      guard other.kind == .word else { continue }
      if other.word.kind == .ahead { return true }
      if other.word.kind == .pointer, other.word.value == Pointer.next.rawValue { return true }
    }
    return false
  }

  /// Whether the date is a start without an end: "they take it from 1 October".
  private func isStartAhead(_ start: Int, _ next: Int) -> Bool {
    guard kind(start - 1) == .from else { return false }
    return ![.through, .limit, .preposition].contains(kind(next)) && mark(next) != 0x2D
  }

  /// Whether "by" or "due" stands before `index`.
  private func isFirmLimit(_ index: Int) -> Bool {
    var index = index - 1
    while [.link, .part, .weekday, .pointer].contains(kind(index)), index > 0 { index -= 1 }
    if kind(index) == .limit { return tokens[index].word.value == 0 }
    return kind(index) == .direction && tokens[index].word.value == Direction.before.rawValue
  }

  /// Whether a word in the sentence around the tokens of a date tells of the past.
  private func isPast(_ start: Int, _ next: Int) -> Bool {
    for index in (max(0, start - 16)..<start).reversed() {
      if isSentenceEnd(index) { break }
      if tellsOfThePast(index) { return true }
    }
    for index in min(next, tokens.count)..<min(next + 12, tokens.count) {
      if isSentenceEnd(index) { break }
      if tellsOfThePast(index) { return true }
    }
    return false
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    guard [0x2E, 0x3B, 0x3F, 0x21].contains(mark(index)), !isSpaced(index), isSpaced(index + 1)
    else { return false }
    // "Mr." ends no sentence.
    return mark(index) != 0x2E || index == 0
      || !(tokens[index - 1].isCapital && tokens[index - 1].range.count <= 3)
  }

  private func tellsOfThePast(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    return kind(index) == .past || kind(index) == .other && tokens[index].looksPast
  }

  /// Notes which words that speak of a talk, of a contract's terms and of an end stand near the tokens of a date.
  private func observeCompany(of date: inout RawDate, _ start: Int, _ next: Int) {
    for index in (max(0, start - 7)..<start).reversed() {
      let other = tokens[index]
      if other.kind == .mark, other.mark == 0x2E, !other.isSpaced { break }
      switch other.word.kind {
      case .term:
        date.isTerm = true
        if other.word.value == 1, start - index <= 3 { date.isStart = true }
      case .ending: date.isEnding = true
      case .pointer
      where other.word.value == Pointer.last.rawValue
        && (unit(index + 1) == .day || unit(index + 2) == .day):
        date.isEnding = true
      default: break
      }
    }
    var before = start - 1
    while [.preposition, .link, .part, .weekday, .through].contains(kind(before)) { before -= 1 }
    date.isLeaving = kind(before) == .leaving
    date.talk =
      sentence(before: start).contains { kind($0) == .talk }
      ? .before : sentence(behind: next).prefix(5).contains { kind($0) == .talk } ? .behind : .none
    date.isTimed = sentence(behind: next).prefix(12).contains { index in
      kind(index) == .measure && tokens[index].word.value == 1
    }
  }

  /// The tokens before `start` that stand in its sentence, as far as words there bear on a date.
  private func sentence(before start: Int) -> Range<Int> {
    let reach = max(0, start - 24)..<start
    return (reach.last(where: isSentenceEnd).map { $0 + 1 } ?? reach.lowerBound)..<start
  }

  /// The tokens from `next` on that stand in its sentence.
  private func sentence(behind next: Int) -> Range<Int> {
    let reach = min(next, tokens.count)..<min(next + 24, tokens.count)
    return reach.lowerBound..<(reach.first(where: isSentenceEnd) ?? reach.upperBound)
  }

  /// Makes the date just found the end of a span where a dash or "to" ties it to the date before.
  mutating func joinSpan(from count: Int, at index: Int) {
    guard count > 0, found.count > count, index > 0 else { return }
    let previous = found[count - 1]
    found[count].isBeside =
      tokens[..<index].reversed().prefix(4).allSatisfy {
        $0.range.lowerBound < previous.range.upperBound || $0.kind == .mark
      } && index >= 1
      && tokens[..<index].suffix(4).contains { $0.range.lowerBound < previous.range.upperBound }
    var joint = index - 1
    while joint > 0, kind(joint) == .link || kind(joint) == .part { joint -= 1 }
    let between = tokens[joint]
    guard between.range.lowerBound >= previous.range.upperBound,
      joint == 0 || tokens[joint - 1].range.upperBound <= previous.range.upperBound
        || mark(joint - 1) == 0x2C
    else { return }
    let isDash = between.kind == .mark && between.mark == 0x2D
    let isList = between.kind == .mark && [0x2C, 0x26, 0x2F, 0x2B].contains(between.mark)
    // "until" ends a span, "by" begins another date.
    let isUntil = between.word.kind == .limit && between.word.value == 1
    let isThrough = between.word.kind == .through || isUntil
    guard isDash || isList || isThrough else { return }
    found[count].isJoined = true
    let isTo =
      between.word.kind == .through && between.word.value == 1 || isUntil
    guard isDash || isTo, !found[count].isSpanEnd, !previous.isSpanEnd, !found[count].isRelative
    else { return }
    found[count].isSpanEnd = true
    found[count].role = .spanEnd
  }
}
