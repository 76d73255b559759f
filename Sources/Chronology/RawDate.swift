/// A date as its words give it, before the rest of the note adds what they leave out.
struct RawDate {
  /// What the date names.
  enum Form {
    /// Year, month, day as far as written.
    case calendar
    /// Day and month in an order that the note's habit decides: `values` of `pair`.
    case pair
    /// A time relative to another.
    case relative(RelativeDate)
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
  var month: Int?
  var day: Int?
  /// The figures of a numeric date whose order is open.
  var pair = (first: 0, second: 0)
  /// The weekday that stands with the date, 0 for Monday.
  var weekday: Int?
  /// Which part of the month is meant, which counts where something hangs on the date.
  var part: SpanPart?
  /// The last day of a span of days within the month.
  var endDay: Int?
  /// "last year", "this year" beside the date.
  var yearPointer: Pointer?
  var role = DateMention.Role.event
  /// Whether the date before is the start of the span that ends here.
  var isSpanEnd = false

  init(_ range: Range<Int>) { self.range = range }

  /// Whether the date lacks nothing but its year.
  var lacksYear: Bool {
    guard case .calendar = form else { return year == nil && isPair }
    return year == nil && (month != nil || quarter != nil || half != nil || season != nil)
  }

  var isPair: Bool { if case .pair = form { true } else { false } }
}

/// A time counted from another time.
struct RelativeDate: Equatable {
  /// What the time is counted from.
  enum Anchor: Equatable {
    /// The date told before.
    case previous
    /// The day on which the passage was written or said.
    case now
    /// Something that the note dates elsewhere, such as go-live.
    case event(Int)
  }

  var anchor: Anchor
  /// How many units later, negative for earlier.
  var count: Int
  var unit: TimeUnit
  /// The weekday that is meant, 0 for Monday.
  var weekday: Int?
  /// The day of the month that is meant.
  var day: Int?
}
