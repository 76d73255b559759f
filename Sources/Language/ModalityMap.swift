/// What a cue does to the words in its reach.
struct ModalitySpan: Sendable {
  enum Effect: Sendable { case denial, hypothesis, question, guess, hearsay, assertion }
  var cue: Range<Int>
  var scope: Range<Int>
  var effect: Effect
}

/// How every part of a text stands.
public struct ModalityMap: Sendable {
  /// No more cues than this are looked at around a statement, however long its sentence is.
  private static let window = 48

  private let spans: [ModalitySpan]
  private let text: TokenizedText

  init(spans: [ModalitySpan], text: TokenizedText) {
    self.spans = spans
    self.text = text
  }

  /// How the statement made by `tokens` stands; cues inside it are part of it and change nothing.
  public func modality(of tokens: Range<Int>) -> Modality {
    var isDenied = false
    var isHypothetical = false
    var isAsked = false
    var isGuessed = false
    var isHearsay = false
    let near = firstSpan(from: tokens.lowerBound)
    for span in spans[max(0, near - Self.window)..<min(spans.count, near + Self.window)] {
      guard span.scope.overlaps(tokens), span.effect == .assertion || !span.cue.overlaps(tokens)
      else { continue }
      switch span.effect {
      case .denial: isDenied = true
      case .hypothesis: isHypothetical = true
      case .question: isAsked = true
      case .guess: isGuessed = true
      case .hearsay: isHearsay = true
      case .assertion: return .asserted
      }
    }
    if isHypothetical || isAsked { return .hypothetical }
    if isDenied { return .denied }
    if isGuessed { return .guessed }
    return isHearsay ? .hearsay : .asserted
  }

  /// The first span whose cue starts at or after `token`.
  private func firstSpan(from token: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].cue.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
