/// What a word has to do with dates.
struct DateWord: Equatable {
  enum Kind: UInt8 {
    case other
    /// A month; `value` is 1 to 12.
    case month
    /// A weekday; `value` is 0 for Monday to 6 for Sunday.
    case weekday
    /// A number word such as "two"; "a" and "an" count as one.
    case number
    /// An ordinal word such as "third".
    case ordinal
    /// A unit of time; `value` is a `TimeUnit`'s raw value.
    case unit
    case season
    /// A part of a span; `value` is a `SpanPart`'s raw value.
    case part
    /// `last`, `next`, `this`, `that`, `same`: `value` is a `Pointer`'s raw value.
    case pointer
    /// `after`, `later`, `before`, `earlier`, `ago`: `value` is a `Direction`'s raw value.
    case direction
    /// "of", "de", "the" and the like, which may stand inside a date.
    case link
    /// "in", "on", "since" and the like, which come before a date.
    case preposition
    /// "by", "until" and the like, which make a date a time limit.
    case limit
    /// "to", "and", "through", "bis": between the ends of a span.
    case through
    /// "from", "between": before a span.
    case from
    /// "quarter".
    case quarter
    /// The letter of "Q3" and of "H1".
    case quarterLetter, halfLetter
    /// "half".
    case half
    /// A feast; `value` is a `Feast`'s raw value.
    case feast
    /// The first of two words that name a feast, such as "black" of Black Friday.
    case feastLead
    /// "yesterday", "today", "tomorrow": `value` is the offset in days.
    case nearDay
    /// A fiscal year's mark.
    case fiscal
    /// "morning", "evening" and the like.
    case dayPart
    /// "KW", "CW": the number behind it is a week of the year.
    case weekMark
    /// "eom" and the like: `value` is the unit's raw value whose end is meant.
    case unitEnd
    /// "every", "each": what follows is no single time.
    case recurring
    /// "will", "going", "runs out": what follows is still to come.
    case ahead
    /// "was", "had", "told": the sentence tells of the past.
    case past
    /// "ends", "expires": what follows is an end, mostly still to come.
    case ending
    /// "out", "off", "gone": right before a date, the day on which somebody left or will leave.
    case leaving
    /// "call", "spoke", "interview": the dates beside it say when the note was made.
    case talk
    /// "expires", "since", "signed": the dates beside it do not say when the note was made; `value` is 1 where something starts.
    case term
    /// "I", "they": a sentence begins behind the date.
    case pronoun
    /// "live", "kick-off": what a relative date hangs on; `value` is a `NamedEvent.Family`'s raw value.
    case happening
    /// A word that makes the number before or after it something else than a date: "score", "seats".
    case measure
  }

  var kind: Kind
  var value: Int
  /// Whether the word is as often something else ("may", "march", "sun") and needs support to count.
  var isFickle = false

  static let other = DateWord(kind: .other, value: 0)
}

/// The units in which notes count time.
enum TimeUnit: Int { case day, week, fortnight, month, quarter, year, workingDay }

/// Which part of a month, a quarter or a year is meant.
enum SpanPart: Int { case early, mid, late, end }

/// How a word points from one time to another.
enum Pointer: Int { case last, next, this, that, same, previous, following }

/// Which way a relative date counts: `after` and `before` want an object, `later` and `earlier` have none.
enum Direction: Int { case after, before, ago, later, earlier }
