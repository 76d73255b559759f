/// Finds negations, conditions, guesses and hearsay in texts, and how far they reach.
///
/// Cues are phrases of a small vocabulary of the language itself (`ModalityCues.text`). Each cue reaches over a part of
/// its sentence: to the end of its clause, back to the clause's start, or over a few words.
public struct ModalityReader: Sendable {
  private let cues: Vocabulary
  private let roles: [ModalityCues.Role?]

  /// Compiles the cues.
  public init() {
    cues = Vocabulary([VocabularyFile(name: "modality", text: ModalityCues.text)])
    roles = cues.labels.map { ModalityCues.Role(rawValue: $0) }
  }

  /// What is wrong with the built-in cues: nothing, as a test holds.
  package var problems: [VocabularyProblem] { cues.problems }

  /// Reads how every part of `text` stands.
  public func read(_ text: TokenizedText) -> ModalityMap {
    var spans: [ModalitySpan] = []
    let matches = cues.matches(in: text)
    var index = 0
    for sentence in text.sentences {
      let first = index
      while index < matches.count, matches[index].tokens.lowerBound < sentence.upperBound {
        index += 1
      }
      let isQuestion = asks(sentence, text)
      guard index > first || isQuestion else { continue }
      var scope = ModalityScope(text: text, sentence: sentence)
      if isQuestion {
        spans.append(
          ModalitySpan(
            cue: sentence.lowerBound..<sentence.lowerBound, scope: sentence, effect: .question))
      }
      let cancelled = matches[first..<index].filter { roles[$0.label.index] == .cancel }.map(
        \.tokens)
      for match in matches[first..<index] {
        guard let role = roles[match.label.index], role != .cancel else { continue }
        if role.isPlainNegation, cancelled.contains(where: { $0.overlaps(match.tokens) }) {
          continue
        }
        spans.append(
          ModalitySpan(
            cue: match.tokens, scope: scope.range(of: role, match.tokens), effect: role.effect))
      }
    }
    return ModalityMap(spans: spans, text: text)
  }

  private func asks(_ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
    for token in text.tokens[sentence].reversed() {
      if token.kind == .punctuation, token.key == Mark.question { return true }
      if token.isWordLike { return false }
    }
    return false
  }
}
