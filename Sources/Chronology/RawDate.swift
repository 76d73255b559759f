/// A date as its words give it, before the rest of the note adds what they leave out.
struct RawDate {
  /// What the date names.
  enum Form {
    /// Year, month, day as far as written.
    case calendar
    /// Day and month in an order that the note's habit decides: the figures of `pair`.
    case pair
    /// A time that `shift` counts from another.
    case relative(DateAnchor)
  }

  var passage = 0
  /// The bytes in the passage.
  var range: Range<Int>
  var form = Form.calendar
  var year: Int?
  var quarter: Int?
  /// The half of the year, 1 or 2.
  var half: Int?
  /// The season, 1 for spring to 4 for winter.
  var season: Int?
  var feast: Feast?
  /// The week of the year by ISO 8601.
  var week: Int?
  var month: Int?
  var day: Int?
  /// The figures of a numeric date whose order is open.
  var pair = (first: 0, second: 0)
  /// The weekday that stands with the date, 0 for Monday.
  var weekday: Int?
  /// The weekday of the month that stands for its day: "the second Tuesday of March".
  var turn: WeekdayTurn?
  /// Which part of the month is meant, which counts where something hangs on the date.
  var part: SpanPart?
  /// The last day of a span of days within the month.
  var endDay: Int?
  /// "last year" beside the date, "last" before a month or a season.
  var pointer: Pointer?
  /// What is counted from the date that the other members give, such as "two weeks after" it.
  var shift: DateShift?
  var role = DateMention.Role.event
  /// Whether the date before is the start of the span that ends here.
  var isSpanEnd = false
  /// Whether "and", a comma or a dash is all that stands between this date and the one before.
  var isJoined = false
  /// Whether marks alone stand between this date and the one before: the two say the same.
  var isBeside = false
  /// Whether the words before the date speak of what is still to come.
  var isAhead = false
  /// Whether a word in the date's sentence tells of the past.
  var isPast = false
  /// Where in the date's sentence words stand that speak of a talk.
  var talk = Place.none
  /// Whether the length of a talk follows: "25 min".
  var isTimed = false
  /// Whether words that speak of a contract's terms stand before the date.
  var isTerm = false
  /// Whether something starts on that date: "since", "signed".
  var isStart = false
  /// Whether the words before the date speak of something that ends then.
  var isEnding = false
  /// Whether "out", "off" or "gone" stands right before the date: a day that is over or still to come.
  var isLeaving = false
  /// What stands between the figures of a date.
  var mark: UInt8?
  /// Whether the figures are a date only where the note writes other dates so.
  var isBare = false
  /// Whether the figures behind a month, taken for its day, could be a year's: "June 21".
  var mayBeYear = false

  /// Where something stands beside the date.
  enum Place { case none, before, behind }

  /// Stands in `day` for the month's last day.
  static let lastDay = 32

  init(_ range: Range<Int>) { self.range = range }

  /// Whether the date lacks nothing but its year.
  var lacksYear: Bool {
    guard year == nil else { return false }
    switch form {
    case .calendar:
      return month != nil || quarter != nil || half != nil || season != nil || feast != nil
        || week != nil
    case .pair: return true
    case .relative: return false
    }
  }

  /// A month and a day as one number.
  static func key(month: Int, day: Int) -> Int { month * 64 + day }

  var isPair: Bool { if case .pair = form { true } else { false } }

  var isRelative: Bool { if case .relative = form { true } else { false } }
}

/// What a relative time is counted from.
enum DateAnchor: Equatable {
  /// The date told before.
  case previous
  /// The day on which the passage was written or said.
  case now
  /// Something that the note dates elsewhere, such as go-live.
  case event(NamedEvent)
}
