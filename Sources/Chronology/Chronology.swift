public import PostmortemModel

/// The dates of a note, found in its sentences and resolved against each other.
///
/// What the words leave out comes from the rest of the note or not at all: a date that cannot be resolved is no
/// mention. The time taken is linear in the note's length.
public struct Chronology: Sendable {
  /// The dates, in reading order.
  public let mentions: [DateMention]
  /// Whether the note writes the fourth of March as `04/03`; nil where it does not show.
  public let dayComesFirst: Bool?
  /// The day on which the note was written, or on which the talk was that it reports; nil where that does not show.
  public let noteDay: PartialDate?
  /// Where each passage's mentions begin in `mentions`, and at the end their number.
  private let starts: [Int]

  /// Finds the dates of `passages`, which stand in reading order.
  ///
  /// `known` are dates from elsewhere, such as answers: start, notice, end. `custom` says whether the day comes first where the note
  /// seems to be from, for notes in whose dates it does not show.
  public init(
    of passages: [DatedPassage], known: [PartialDate] = [], custom: @autoclosure () -> Bool? = nil
  ) {
    var found: [RawDate] = []
    // The words of the passages with dates.
    var words: [Int: [DateToken]] = [:]
    for (index, passage) in passages.enumerated() {
      let matcher = DateMatcher.read(passage.utf8, isPlan: passage.isPlan)
      if matcher.found.isEmpty { continue }
      words[index] = matcher.tokens
      for var date in matcher.found {
        date.passage = index
        found.append(date)
      }
    }
    Self.dropFiguresThatAreNoDates(&found)
    var resolver = DateResolver(found, in: passages, words: words, known: known, custom: custom)
    mentions = resolver.resolve()
    dayComesFirst = resolver.dayComesFirst
    noteDay = resolver.noteDay?.span.date
    var starts: [Int] = []
    starts.reserveCapacity(passages.count + 1)
    var next = 0
    for index in passages.indices {
      starts.append(next)
      while next < mentions.count, mentions[next].passage == index { next += 1 }
    }
    self.starts = starts + [mentions.count]
  }

  /// Figures that by themselves could be anything are dates where at least two others are written as they are.
  private static func dropFiguresThatAreNoDates(_ dates: inout [RawDate]) {
    var plain: [UInt8: Int] = [:]
    for date in dates where !date.isBare {
      if let mark = date.mark { plain[mark, default: 0] += 1 }
    }
    dates.removeAll { $0.isBare && plain[$0.mark ?? 0, default: 0] < 2 }
  }

  /// The dates of one passage, in reading order.
  public func mentions(in passage: Int) -> ArraySlice<DateMention> {
    guard passage >= 0, passage + 1 < starts.count else { return [] }
    return mentions[starts[passage]..<starts[passage + 1]]
  }
}
