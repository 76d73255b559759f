/// Finds where sentences end in notes as people write them.
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let tokens: [Token]

  init(_ bytes: [UInt8], _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  func sentences() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      if index > start, tokens[index].startsLine, startsItem(index) {
        result.append(start..<index)
        start = index
      }
      let token = tokens[index]
      index += 1
      guard endsSentence(token, at: index - 1, from: start) else { continue }
      index = afterClosers(index)
      result.append(start..<index)
      start = index
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// Whether the line of `index` follows a blank one or starts with a bullet or `1.`.
  private func startsItem(_ index: Int) -> Bool {
    let from = index > 0 ? tokens[index - 1].range.upperBound : 0
    var breaks = 0
    for offset in from..<tokens[index].range.lowerBound where bytes[offset] == 0x0A { breaks += 1 }
    if breaks > 1 { return true }
    guard index + 1 < tokens.count else { return false }
    let token = tokens[index]
    let next = tokens[index + 1]
    if token.kind == .number {
      return (next.key == Mark.stop || next.key == Mark.close) && !next.followsSpace
        && token.range.count < 4
    }
    guard token.kind == .punctuation, next.followsSpace, !next.startsLine else { return false }
    return [Mark.dash, Mark.bullet, Mark.arrow, UInt64(UInt8(ascii: "*"))].contains(token.key)
  }

  private func endsSentence(_ token: Token, at index: Int, from start: Int) -> Bool {
    if token.kind == .word {
      // `p.m.` and the like end a sentence where the next one plainly starts.
      return bytes[token.range.upperBound - 1] == UInt8(ascii: ".") && startsWithStarter(index + 1)
    }
    guard token.kind == .punctuation else { return false }
    switch token.key {
    case Mark.question, Mark.exclamation: return endsAfterCall(index)
    case Mark.ellipsis: return isFollowedByCapital(index)
    case Mark.stop: return index > start && endsAtStop(index, from: start)
    default: return false
    }
  }

  /// A question or exclamation goes on where it is quoted: `"Why?" she asked`.
  private func endsAfterCall(_ index: Int) -> Bool {
    let next = afterClosers(index + 1)
    guard next < tokens.count else { return true }
    if next > index + 1, isQuote(index + 1) {
      return tokens[next].startsUpper || tokens[next].kind != .word || tokens[next].startsLine
    }
    return tokens[next].followsSpace || tokens[next].startsUpper
  }

  private func isFollowedByCapital(_ index: Int) -> Bool {
    let next = afterClosers(index + 1)
    return next >= tokens.count || (tokens[next].followsSpace && tokens[next].startsUpper)
  }

  private func endsAtStop(_ index: Int, from start: Int) -> Bool {
    let before = tokens[index - 1]
    let next = afterClosers(index + 1)
    guard next < tokens.count else { return true }
    let follower = tokens[next]
    if !follower.followsSpace, next == index + 1 {
      // A missing space: `it.Then`, but not `node.js`.
      return follower.startsUpper && before.kind == .word && before.range.count > 1
        && !before.startsUpper && next + 1 < tokens.count
    }
    if tokens[index].followsSpace { return true }
    if before.kind == .number {
      if index - 1 == start, before.range.count < 4 { return false }  // the number of an item
      return !(before.range.count < 3 && Abbreviations.months.contains(follower.key))
    }
    guard before.kind == .word else { return true }
    if before.range.count == 1, before.startsUpper {
      // `J. Smith`; but `I` and the end of `plan B. The`.
      return startsWithStarter(next) || before.key == WordForm.key("i")
    }
    if Abbreviations.titles.contains(before.key) { return !follower.startsUpper }
    if Abbreviations.always.contains(before.key) { return startsWithStarter(next) }
    if Abbreviations.maybe.contains(before.key) {
      return follower.kind == .word && (follower.startsUpper || !before.startsUpper)
    }
    return true
  }

  private func startsWithStarter(_ index: Int) -> Bool {
    let next = afterClosers(index)
    guard next < tokens.count else { return true }
    return tokens[next].startsUpper && Abbreviations.starters.contains(tokens[next].key)
  }

  private func isQuote(_ index: Int) -> Bool {
    index < tokens.count
      && [Mark.quote, UInt64(UInt8(ascii: "\"")), UInt64(UInt8(ascii: "'"))].contains(
        tokens[index].key)
  }

  /// Skips closing quotation marks, brackets and emojis that belong to the sentence before, with a full stop behind them.
  private func afterClosers(_ index: Int) -> Int {
    var next = index
    while next < tokens.count {
      let token = tokens[next]
      let isStop = next > index && token.key == Mark.stop
      let isCloser =
        (isStop || isQuote(next) || [Mark.close, 0x5D, 0x2A, 0x5F].contains(token.key))
        && !token.followsSpace
      let isEmoji = token.kind == .symbol && token.key > 0x2300 && !token.startsLine
      guard token.kind != .word, isCloser || isEmoji else { return next }
      next += 1
    }
    return next
  }
}
