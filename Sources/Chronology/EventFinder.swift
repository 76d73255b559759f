import Evidence
import PostmortemModel

/// Finds when something happened that a relative date hangs on, by the words beside the note's dates.
struct EventFinder {
  private let dates: [RawDate]
  private let passages: [DatedPassage]
  private let words: [Int: [DateToken]]
  /// The happenings that relative dates hang on; of others nothing is kept.
  private let wanted: Set<NamedEvent>
  /// For each happening the dates beside words that tell of it, with how many tokens lie between; read when first asked for.
  private lazy var places = readPlaces()

  /// Looks beside `dates`, which stand in `passages` between `words`.
  init(dates: [RawDate], passages: [DatedPassage], words: [Int: [DateToken]]) {
    self.dates = dates
    self.passages = passages
    self.words = words
    wanted = Set(
      dates.compactMap {
        if case .relative(.event(let event)) = $0.form { event.key } else { nil }
      })
  }

  /// The days of `event`, told where the date nearest to its words stands; nil where no dated passage tells of it.
  mutating func span(of event: NamedEvent, spans: [DaySpan?], near index: Int) -> DaySpan? {
    var best: (distance: Int, span: DaySpan)?
    for place in places[event.key] ?? [] where place.date != index {
      guard let span = spans[place.date], !isSameRelative(place.date, index) else { continue }
      // A date that is more precise wins over one that is as near.
      let distance =
        place.distance * 4 + (span.isDay ? 0 : span.last - span.first < 32 ? 8 : 60)
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

  private func readPlaces() -> [NamedEvent: [(date: Int, distance: Int)]] {
    var places: [NamedEvent: [(date: Int, distance: Int)]] = [:]
    for (index, date) in dates.enumerated() where date.role != .deadline {
      for (event, distance) in distances(from: date) {
        places[event, default: []].append((index, distance))
      }
    }
    return places
  }

  /// How many tokens lie between the date and words that tell of each happening in its sentence; its label counts as near.
  private func distances(from date: RawDate) -> [NamedEvent: Int] {
    let words = words[date.passage] ?? []
    let at = words.partitioningIndex { $0.range.lowerBound >= date.range.lowerBound }
    guard at < words.count else { return [:] }
    var distances: [NamedEvent: Int] = [:]
    for index in max(0, at - 12)..<min(words.count, at + 14) {
      guard words[index].kind == .word, !date.range.contains(words[index].range.lowerBound),
        let event = NamedEvent.told(in: words, at: index), wanted.contains(event),
        !isObject(index, in: words)
      else { continue }
      let between = words[min(at, index)..<max(at, index)]
      if between.contains(where: { $0.kind == .mark && $0.mark == 0x2E && !$0.isSpaced }) {
        continue
      }
      distances[event] = min(distances[event] ?? .max, abs(index - at))
    }
    let label = DateLexer.tokens(of: passages[date.passage].label)
    for index in label.indices {
      guard let event = NamedEvent.told(in: label, at: index), wanted.contains(event),
        distances[event] == nil
      else { continue }
      distances[event] = 1
    }
    return distances
  }

  /// Whether the words at `index` are themselves what a relative date hangs on.
  private func isObject(_ index: Int, in words: [DateToken]) -> Bool {
    words[max(0, index - 2)..<index].contains { $0.word.kind == .direction }
  }
}
