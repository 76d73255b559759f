import Language

/// A person's name in small letters, as hurried hands write it: `carl d.`, `lindsay h`, `mark eidsvold`.
enum SmallName {
  /// The name that begins at `start`, a given name and what may follow it on its line.
  ///
  /// Many given names are words as well (`will`, `mark`), so unless a mark said that a name comes, nothing but the end or
  /// punctuation may stand behind it.
  static func run(
    at start: Int, in text: TokenizedText, _ known: KnownNames, isMarked: Bool
  ) -> Range<Int>? {
    func isSmallWord(_ index: Int) -> Bool {
      let token = text.tokens[index]
      return token.kind == .word && !token.startsUpper
    }
    func isEnd(_ index: Int) -> Bool {
      index >= text.tokens.count || text.tokens[index].startsLine
        || !text.tokens[index].isWordLike
    }
    guard start < text.tokens.count, isSmallWord(start),
      !text.tokens[start].startsLine || start == 0,
      known.people.contains(text.tokens[start])
    else { return nil }
    if !isMarked, known.ordinary.contains(text.tokens[start]) { return nil }
    let next = start + 1
    if isEnd(next) { return start..<next }
    if isSmallWord(next), isEnd(next + 1) { return start..<next + 1 }
    return isMarked ? start..<next : nil
  }
}
