import Chronology
import PostmortemModel
import Reporting

/// Reads dates as reports write them, and as people do.
struct Dates {
  /// Dates that are known: what leaves out its year is told from them.
  var known: [PartialDate] = []

  /// The date that `text` is or names; nil where it names none.
  func date(_ text: String) -> PartialDate? {
    Self.written(text) ?? DateReader.date(from: text) ?? mention(in: text)
  }

  /// The last date that running text names, such as the one by which something is due.
  func mention(in text: String) -> PartialDate? {
    let passage = DatedPassage(text, isPlan: true)
    let mentions = Chronology(of: [passage], known: known).mentions
    return (mentions.last { $0.role == .deadline } ?? mentions.last)?.date
  }

  /// Whether the figures of a date leave open which is the day and which the month.
  static func isOpen(_ text: String) -> Bool {
    DateReader.date(from: text, dayComesFirst: true)
      != DateReader.date(from: text, dayComesFirst: false)
  }

  /// A date in the words of a report.
  private static func written(_ text: String) -> PartialDate? {
    let words = text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard let last = words.last, last.utf8.count >= 4, let year = Int(last) else { return nil }
    switch words.count {
    case 1: return PartialDate(year: year)
    case 2 where words[0].utf8.first == UInt8(ascii: "Q"):
      return Int(words[0].dropFirst()).flatMap { PartialDate(year: year, quarter: $0) }
    case 2:
      return months[words[0]].flatMap { PartialDate(year: year, month: $0) }
    case 3:
      guard let month = months[words[1]], let day = Int(words[0]) else { return nil }
      return PartialDate(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static let months = Dictionary(uniqueKeysWithValues: zip(Wording.months, 1...))
}
