public import PostmortemModel

/// Reads the date that is one field's whole value.
public enum DateReader {
  /// The date that `text` gives, with its year; nil where it gives none or several that do not belong together.
  ///
  /// Of a span the date is its start. `dayComesFirst` says how `04/03/2025` is read; where it is nil and the figures
  /// leave the order open, the date is the year alone.
  public static func date(from text: String, dayComesFirst: Bool? = nil) -> PartialDate? {
    date(from: Array(text.utf8)[...], dayComesFirst: dayComesFirst)
  }

  /// The date that UTF-8 bytes give, read as `date(from:dayComesFirst:)` reads a string.
  public static func date(from utf8: ArraySlice<UInt8>, dayComesFirst: Bool? = nil) -> PartialDate?
  {
    for var date in DateMatcher.dates(in: utf8) {
      guard let year = date.year else { continue }
      if date.isPair, let dayComesFirst {
        date.form = .calendar
        date.day = dayComesFirst ? date.pair.first : date.pair.second
        date.month = dayComesFirst ? date.pair.second : date.pair.first
      }
      return date.date(in: year)
    }
    return nil
  }

  /// Whether UTF-8 bytes name a date of the calendar, with its year or without.
  public static func namesDate(_ utf8: ArraySlice<UInt8>) -> Bool {
    DateMatcher.dates(in: utf8).contains { !$0.isRelative }
  }
}
