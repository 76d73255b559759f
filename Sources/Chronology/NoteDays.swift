import Evidence
import PostmortemModel

/// The days of a note, each with what speaks for its being the one on which the note was written.
struct NoteDays {
  /// The likeliest day.
  private(set) var best: (points: Double, span: DaySpan)?
  /// The latest time that the note tells of as over.
  var told: DaySpan? { tellings.last { !isAstray($0) } ?? started }
  /// The times that the note tells of as over and that are no start, in order.
  private var tellings: [DaySpan] = []
  /// The latest start of something.
  private var started: DaySpan?
  /// The latest day by which something is to be done.
  private var planned: DaySpan?
  /// The latest time at which the note lets something end.
  private(set) var end: DaySpan?
  /// The latest time at which somebody is out, gone or done.
  private(set) var leaving: DaySpan?
  private let passages: [DatedPassage]
  /// The first days of all that the note tells of as over, in order, each once.
  private var over: [Int] = []
  private var notice: Int?
  /// The latest day of which words tell in the past.
  private(set) var past = Int.min

  /// Weighs the dates that are known to the day.
  init(of dates: [RawDate], in passages: [DatedPassage]) {
    self.passages = passages
    let known = dates.filter {
      $0.year != nil && $0.form.isCalendar && $0.shift == nil && !$0.isPair
        && ($0.month != nil || $0.quarter != nil)
    }
    for date in known { place(date) }
    tellings.sort { $0.first < $1.first }
    over = Set(over).sorted()
    var seen: Set<Int> = []
    for date in known where date.day != nil {
      guard let span = span(of: date), span.isDay else { continue }
      let points = points(date, span.first, isFirst: seen.insert(span.first).inserted)
      if let best, (best.points, best.span.first) >= (points, span.first) { continue }
      best = (points, span)
    }
  }

  private func span(of date: RawDate) -> DaySpan? { date.year.flatMap { date.span(in: $0) } }

  private mutating func place(_ date: RawDate) {
    let passage = passages[date.passage]
    guard date.role == .event, let span = span(of: date) else { return }
    if passage.field == .end || date.isEnding && passage.field == nil {
      if span.first > end?.first ?? .min { end = span }
      return
    }
    if passage.field == .notice { notice = max(notice ?? .min, span.first) }
    if passage.isPlan, span.first > planned?.first ?? .min { planned = span }
    guard !date.isAhead, !passage.isPlan, passage.field != .start else { return }
    if date.isPast || passage.field == .notice { past = max(past, span.first) }
    if date.isLeaving {
      if span.first > leaving?.first ?? .min { leaving = span }
      return
    }
    if span.isDay { over.append(span.first) }
    if date.isStart {
      if span.first > started?.first ?? .min { started = span }
    } else {
      tellings.append(span)
    }
  }

  /// Whether a time lies so far behind the contract's end, or what is planned, that the note can hardly tell of it as over, whatever
  /// its words: a rival's contract that runs until then, a coffee that is promised.
  private func isAstray(_ span: DaySpan) -> Bool {
    [end ?? leaving, planned].compactMap { $0 }.contains { span.first > $0.last + Self.season }
  }

  /// A note is written within so many days of the contract's end.
  private static let season = 180

  /// What speaks for a day.
  ///
  /// Learnt by logistic choice from 2,000 labelled notes of `Training/notes`, of which the last day was taken that the labels
  /// date before any follow-up is due, and rounded.
  private func points(_ date: RawDate, _ day: Int, isFirst: Bool) -> Double {
    let passage = passages[date.passage]
    if passage.field == .noteDay { return 9 }
    var points = 0.0
    switch date.talk {
    case .before: points += 2
    case .behind: points += 1.3
    case .none: break
    }
    if speaksOfTalk(passage.label) { points += 1.6 }
    if date.isTimed { points += 1.5 }
    if date.weekday != nil { points += 1.4 }
    switch passage.context {
    case .heading: points += 1
    case .header, .metadata: points -= 0.4
    case .text: break
    }
    for (place, worth) in [(3, 1.0), (6, 0.8), (14, 0.5)] where date.passage < place {
      points += worth
    }
    // Little that is over is dated behind the day on which a note is written.
    let later = over.count - over.partitioningIndex { $0 > day + 1 }
    if later <= 2 { points += 1.4 }
    if !isFirst { points -= 0.5 }
    switch passage.field {
    case .start: points -= 1.4
    case .notice: points -= 1.1
    case .end: points -= 2.5
    case .noteDay, nil: break
    }
    if let end, day > end.last + 14 { points -= 1 }
    // Whoever leaves is not asked why most of a year before.
    if let end, day < end.first - 270 { points -= 2 }
    if let notice, day < notice { points -= 1.2 }
    if date.isTerm { points -= 2.1 }
    if date.isStart { points -= 0.7 }
    if date.isEnding { points -= 2.2 }
    if date.isLeaving || date.isAhead { points -= 1 }
    if date.isSpanEnd || date.role == .deadline { points -= 2.4 }
    if passage.isPlan { points -= 1.3 }
    return points
  }

  /// Whether a field's key speaks of a talk.
  private func speaksOfTalk(_ label: ArraySlice<UInt8>) -> Bool {
    DateLexer.tokens(of: label).contains { $0.kind == .word && $0.word.kind == .talk }
  }
}
