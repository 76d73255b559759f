public import PostmortemModel

/// A place in a passage that names a date, and the date that it names.
public struct DateMention: Hashable, Sendable {
  /// What the date rests on.
  public enum Basis: Hashable, Sendable {
    /// The passage gives the year.
    case written
    /// The passage gives a date without its year, which follows from the dates around it.
    case yearInferred
    /// The passage counts from another date: "two weeks later", "last spring", "the 14th".
    case relative
  }

  /// What the words around the date make of it.
  public enum Role: Hashable, Sendable {
    /// The time of something that the passage tells.
    case event
    /// A time by which something is or was to happen: "by Friday", "until 11 April".
    case deadline
    /// The end of a span whose start is the mention before.
    case spanEnd
  }

  /// What the words around the date say of its time.
  public enum Tense: Hashable, Sendable {
    /// A word tells of the past: "was", "asked".
    case past
    /// What the words speak of is still to come: "will", "by Friday", "ends".
    case ahead
    /// Neither shows.
    case open
  }

  /// The index of the passage.
  public var passage: Int
  /// The bytes that name the date, counted from the passage's first byte.
  public var range: Range<Int>
  /// The date, no more precise than the words allow.
  public var date: PartialDate
  /// Where a span ends that starts at `date`: "from 3 to 7 March".
  public var end: PartialDate?
  /// What the date rests on.
  public var basis: Basis
  /// What the words around the date make of it.
  public var role: Role
  /// What the words around the date say of its time.
  public var tense: Tense
  /// The date that the words name where they speak of what is still to come: "on Monday", "the 14th".
  public var ahead: PartialDate?

  /// Creates a mention.
  public init(
    passage: Int, range: Range<Int>, date: PartialDate, end: PartialDate? = nil,
    basis: Basis = .written, role: Role = .event, tense: Tense = .open,
    ahead: PartialDate? = nil
  ) {
    self.passage = passage
    self.range = range
    self.date = date
    self.end = end
    self.basis = basis
    self.role = role
    self.tense = tense
    self.ahead = ahead
  }
}
