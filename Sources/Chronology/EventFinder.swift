import PostmortemModel

/// Finds when something happened that a relative date hangs on, by the words beside the note's dates.
struct EventFinder {
  private let dates: [RawDate]
  private let passages: [DatedPassage]
  private var tokens: [Int: [DateToken]] = [:]

  init(dates: [RawDate], passages: [DatedPassage]) {
    self.dates = dates
    self.passages = passages
  }

  /// The days of `event`, told where the date nearest to its words stands; nil where no dated passage tells of it.
  mutating func span(of event: NamedEvent, spans: [DaySpan?], near index: Int) -> DaySpan? {
    var best: (distance: Int, span: DaySpan)?
    for (other, date) in dates.enumerated() where other != index {
      guard let span = spans[other], date.role != .deadline, !isSameRelative(other, index) else {
        continue
      }
      guard var distance = distance(from: date, to: event) else { continue }
      // A date that is more precise wins over one that is as near.
      distance = distance * 4 + (span.isDay ? 0 : span.last - span.first < 32 ? 8 : 60)
      if let current = best, current.distance <= distance { continue }
      best = (distance, span)
    }
    return best?.span
  }

  private func isSameRelative(_ other: Int, _ index: Int) -> Bool {
    dates[other].isRelative
      && dates[other].passage == dates[index].passage
      && dates[other].range == dates[index].range
  }

  /// How many tokens lie between the date and words that tell of the event in its sentence; its label counts as near.
  private mutating func distance(from date: RawDate, to event: NamedEvent) -> Int? {
    let words = read(date.passage)
    var best: Int?
    guard let at = words.firstIndex(where: { $0.range.lowerBound >= date.range.lowerBound }) else {
      return nil
    }
    for index in max(0, at - 12)..<min(words.count, at + 14) {
      guard words[index].kind == .word, !date.range.contains(words[index].range.lowerBound),
        event.isTold(in: words, at: index), !isObject(index, in: words)
      else { continue }
      let between = words[min(at, index)..<max(at, index)]
      if between.contains(where: { $0.kind == .mark && $0.mark == 0x2E && !$0.isSpaced }) {
        continue
      }
      let away = abs(index - at)
      best = min(best ?? away, away)
    }
    if best == nil {
      let label = DateLexer.tokens(of: passages[date.passage].label)
      if label.indices.contains(where: { event.isTold(in: label, at: $0) }) { best = 1 }
    }
    return best
  }

  /// Whether the words at `index` are themselves what a relative date hangs on.
  private func isObject(_ index: Int, in words: [DateToken]) -> Bool {
    for other in words[max(0, index - 2)..<index] where other.word.kind == .direction {
      return true
    }
    return false
  }

  private mutating func read(_ passage: Int) -> [DateToken] {
    if let known = tokens[passage] { return known }
    let read = DateLexer.tokens(of: passages[passage].utf8)
    tokens[passage] = read
    return read
  }
}
