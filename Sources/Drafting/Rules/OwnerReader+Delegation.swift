import Language

/// Who gets a task by what somebody else says that they will do: "I'll ask Curtis to answer all of them".
extension OwnerReader {
  private static let asking = WordSet("ask asking get getting")
  private static let having = WordSet("have having")
  private static let will = WordSet("will shall must am")
  private static let to = WordSet("to")
  /// So many words may stand between whom I ask and what they are to do.
  private static let reach = 6

  /// Whether the verb at `index` hands the task to whoever is named behind it.
  func isDelegating(_ index: Int, _ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard index > tokens.lowerBound, tokens.contains(index + 2),
      text.tokens[index + 1].kind == .word, text.tokens[index + 1].startsUpper
    else { return false }
    let isWilling = index - 1 > tokens.lowerBound && Self.will.contains(text.tokens[index - 1])
    guard NameWords.writer.contains(text.tokens[isWilling ? index - 2 : index - 1]) else {
      return false
    }
    if Self.having.contains(text.tokens[index]) {
      // "I'll have Karen's answer" and "I have Karen on it" hand over nothing.
      return (isWilling || text.tokens[index - 1].range.count > 1)
        && !ProperNames.isPossessive(index + 1..<index + 2, in: text)
    }
    guard Self.asking.contains(text.tokens[index]) else { return false }
    let behind = tokens.clamped(to: index + 2..<index + 2 + Self.reach)
    return behind.contains { Self.to.contains(text.tokens[$0]) }
  }
}
