/// Something that a relative date hangs on: "after go-live", "after the conference".
struct NamedEvent: Hashable {
  /// Happenings that notes name in many words.
  enum Family: Int {
    /// Going live, launching.
    case launch
    /// The kick-off of a project.
    case kickoff
    /// Signing, starting.
    case start
    /// Giving notice.
    case notice
    /// Any other, which its own word names.
    case other
  }

  var family: Family
  /// The word without its ending, as its key's digest.
  var stem: UInt32

  /// The happening that the word at `index` names, and the index behind it; nil for words that name none.
  static func named(in tokens: [DateToken], at index: Int) -> (event: NamedEvent, next: Int)? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    let key = tokens[index].key
    if verbsOfGoing.contains(key) {
      var next = index + 1
      if next < tokens.count, tokens[next].kind == .mark, tokens[next].mark == 0x2D { next += 1 }
      guard next < tokens.count, tokens[next].key == live else { return nil }
      return (NamedEvent(family: .launch, stem: live), next + 1)
    }
    if tokens[index].word.kind == .happening {
      var next = index + 1
      if next < tokens.count, tokens[next].kind == .mark, tokens[next].mark == 0x2D,
        !tokens[next].isSpaced
      {
        next += 2
      }
      let family = Family(rawValue: tokens[index].word.value) ?? .other
      return (NamedEvent(family: family, stem: tokens[index].stem), min(next, tokens.count))
    }
    let stem = tokens[index].stem
    if starts.contains(stem) { return (NamedEvent(family: .start, stem: stem), index + 1) }
    if notices.contains(stem) { return (NamedEvent(family: .notice, stem: stem), index + 1) }
    guard tokens[index].range.count >= 4,
      tokens[index].word.kind == .other || tokens[index].word.kind == .talk
    else { return nil }
    return (NamedEvent(family: .other, stem: stem), index + 1)
  }

  /// What the happening is known by: its family, or else its own word.
  var key: NamedEvent { family == .other ? self : NamedEvent(family: family, stem: 0) }

  /// The key of the happening that the words at `index` tell of.
  static func told(in tokens: [DateToken], at index: Int) -> NamedEvent? {
    guard tokens[index].key == live else { return named(in: tokens, at: index)?.event.key }
    // "it was finally live", but no "live tour".
    let next: [DateWord.Kind] = [.preposition, .pointer, .limit, .month]
    let isLaunch =
      tokens.count <= 3
      || index + 1 < tokens.count && next.contains(tokens[index + 1].word.kind)
      || tokens[max(0, index - 3)..<index].contains { verbsOfBeing.contains($0.key) }
    return isLaunch ? NamedEvent(family: .launch, stem: 0) : nil
  }

  private static let live = WordKey("live").digest
  private static let verbsOfGoing = ["go", "went", "going", "goes", "gone"].map {
    WordKey($0).digest
  }
  private static let verbsOfBeing = ["is", "are", "was", "were", "been", "be", "fully", "finally"]
    .map { WordKey($0).digest }
  private static let starts = ["sign", "start", "began", "join", "onboard", "signature"]
    .map { WordKey($0).stem.digest }
  private static let notices = ["notice", "cancel", "cancellation", "terminat", "kündigung"]
    .map { WordKey($0).stem.digest }
}
