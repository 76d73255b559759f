/// A date as precise as its source gives it: a day, a month, a quarter or a year.
///
/// Written as ISO 8601 writes it, with `2025-Q1` for a quarter.
public struct PartialDate: Hashable, Sendable {
  /// How much of the date is known.
  public enum Precision: Int, Comparable, Sendable {
    case year, quarter, month, day

    /// Orders precisions from coarse to fine.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The year, such as 2025.
  public let year: Int
  /// The quarter, 1 to 4, where the source gives just that.
  public let quarter: Int?
  /// The month, 1 to 12, where it is known.
  public let month: Int?
  /// The day of the month, where it is known.
  public let day: Int?

  /// Creates a year.
  public init(year: Int) { self.init(year, quarter: nil, month: nil, day: nil) }

  /// Creates a quarter, or nothing where `quarter` is not 1 to 4.
  public init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter) else { return nil }
    self.init(year, quarter: quarter, month: nil, day: nil)
  }

  /// Creates a month, or nothing where there is no such month.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(year, quarter: nil, month: month, day: nil)
  }

  /// Creates a day of the Gregorian calendar, or nothing where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day) else {
      return nil
    }
    self.init(year, quarter: nil, month: month, day: day)
  }

  private init(_ year: Int, quarter: Int?, month: Int?, day: Int?) {
    self.year = year
    self.quarter = quarter
    self.month = month
    self.day = day
  }

  /// How much of the date is known.
  public var precision: Precision {
    if day != nil { return .day }
    if month != nil { return .month }
    return quarter != nil ? .quarter : .year
  }

  /// The first day of the span that the date stands for, as days since 1970-01-01.
  public var firstDay: Int {
    Self.dayNumber(year, month ?? ((quarter ?? 1) - 1) * 3 + 1, day ?? 1)
  }

  /// The last day of the span that the date stands for, as days since 1970-01-01.
  public var lastDay: Int {
    if day != nil { return firstDay }
    let lastMonth = month ?? quarter.map { $0 * 3 } ?? 12
    return Self.dayNumber(year, lastMonth, Self.days(inMonth: lastMonth, of: year))
  }

  /// How many days `month` has in `year`.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day that stands `number` days after 1970-01-01 (before it, where negative).
  public init(dayNumber number: Int) {
    // Civil-from-days: years of 365.2425 days that begin in March, in eras of 400 years.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), quarter: nil, month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension PartialDate: Comparable {
  /// Orders by first day; of two dates that begin together the more precise comes first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.firstDay, -left.precision.rawValue) < (right.firstDay, -right.precision.rawValue)
  }
}

extension PartialDate: CustomStringConvertible, LosslessStringConvertible {
  /// The date as the model writes it: `2025-03-04`, `2025-03`, `2025-Q1` or `2025`.
  public var description: String {
    let yearText = Self.padded(year, 4)
    if let quarter { return "\(yearText)-Q\(quarter)" }
    guard let month else { return yearText }
    guard let day else { return "\(yearText)-\(Self.padded(month, 2))" }
    return "\(yearText)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// Reads what `description` writes, and nothing else.
  public init?(_ description: String) {
    let parts = description.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard let year = Self.number(parts.first, digits: 4) else { return nil }
    switch parts.count {
    case 1: self.init(year: year)
    case 2 where parts[1].first == 0x51:
      guard let quarter = Self.number(parts[1].dropFirst(), digits: 1) else { return nil }
      self.init(year: year, quarter: quarter)
    case 2:
      guard let month = Self.number(parts[1], digits: 2) else { return nil }
      self.init(year: year, month: month)
    case 3:
      guard let month = Self.number(parts[1], digits: 2),
        let day = Self.number(parts[2], digits: 2)
      else { return nil }
      self.init(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func number(_ text: Substring.UTF8View?, digits: Int) -> Int? {
    guard let text, text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension PartialDate: Codable {
  /// Decodes the ISO form, or fails saying what was found.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = PartialDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a date such as 2025-03-04, 2025-03, 2025-Q1 or 2025")
    }
    self = date
  }

  /// Encodes the ISO form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
