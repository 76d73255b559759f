public import PostmortemModel

/// The day of a run.
public enum Today {
  /// The day that `SOURCE_DATE_EPOCH` names, else the clock's, in UTC.
  ///
  /// Time is an input: with `SOURCE_DATE_EPOCH` set, equal inputs give equal bytes
  /// (<https://reproducible-builds.org/specs/source-date-epoch/>).
  public static func date(sourceDateEpoch: String?, clock: Int) -> PartialDate {
    let seconds = sourceDateEpoch.flatMap(Int.init) ?? clock
    return PartialDate(dayNumber: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }
}
