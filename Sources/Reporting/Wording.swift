package import PostmortemModel

/// How reports write dates, money, numbers and degrees of confidence.
package enum Wording {
  /// The months, as reports write them.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Writes a date at its precision: `4 March 2025`, `March 2025`, `Q1 2025` or `2025`.
  package static func date(_ date: PartialDate) -> String {
    let year = year(date.year)
    if let quarter = date.quarter { return "Q\(quarter) \(year)" }
    guard let month = date.month else { return year }
    guard let day = date.day else { return months[month - 1] + " " + year }
    return String(day) + " " + months[month - 1] + " " + year
  }

  /// Writes a date in as few letters as can be: `4 Mar 2025`, `Mar 2025`, `Q1 2025` or `2025`.
  package static func shortDate(_ date: PartialDate) -> String {
    let year = year(date.year)
    if let quarter = date.quarter { return "Q\(quarter) \(year)" }
    guard let month = date.month else { return year }
    guard let day = date.day else { return shortMonth(month) + " " + year }
    return String(day) + " " + shortMonth(month) + " " + year
  }

  /// Writes the first and the last of several dates: `Aug – Oct 2024`, `30 Dec 2024 – 2 Jan 2025`.
  package static func shortDates(_ first: PartialDate, _ last: PartialDate) -> String {
    var start = shortDate(first)
    if first.year == last.year, first.precision != .year, last.precision != .year {
      start.removeLast(1 + year(first.year).count)
    }
    return start + " – " + shortDate(last)
  }

  /// The first three letters of a month, from 1.
  static func shortMonth(_ month: Int) -> String { shortMonths[month - 1] }

  private static let shortMonths = months.map { String($0.prefix(3)) }

  private static func year(_ year: Int) -> String {
    let digits = String(year)
    if digits.utf8.count >= 4 { return digits }
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Writes words one after the other: `a, b and c`.
  package static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Writes an amount with its currency: `$84,000`, `CHF 52,000`, or `52,000` where the currency is not known.
  package static func money(_ money: Money) -> String {
    let amount = amount(money.amount)
    return switch money.currency {
    case nil, ""?: amount
    case "USD"?: "$\(amount)"
    case "EUR"?: "€\(amount)"
    case "GBP"?: "£\(amount)"
    case let currency?: "\(currency) \(amount)"
    }
  }

  /// Writes a number with thousands separators; a fraction of money has two digits where two are enough.
  private static func amount(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return "\(value)" }
    if value == value.rounded() { return grouped(Int(value)) }
    let cents = (value.magnitude * 100).rounded()
    guard cents / 100 == value.magnitude else { return "\(value)" }
    let whole = Int(cents) / 100
    let fraction = Int(cents) % 100
    return "\(value < 0 ? "−" : "")\(grouped(whole)).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(digits.count + digits.count / 3)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(0x2C) }
      result.append(digit)
    }
    return (value < 0 ? "−" : "") + String(decoding: result, as: UTF8.self)
  }

  /// Writes a number without a fraction where it has none: `6`, `7.5`.
  package static func number(_ value: Double) -> String {
    let digits = digits(value.magnitude)
    return value < 0 ? "−" + digits : digits
  }

  private static func digits(_ size: Double) -> String {
    guard size < 1e12 else {
      return size == size.rounded() && size < 1e15 ? String(Int(size)) : "\(size)"
    }
    let cents = Int((size * 100).rounded())
    // Two digits after the point are what most numbers have, and quickly written.
    guard Double(cents) / 100 == size else { return "\(size)" }
    var digits = String(cents / 100)
    if cents % 100 > 0 { digits += "." + String(cents % 100 / 10) }
    if cents % 10 > 0 { digits += String(cents % 10) }
    return digits
  }

  /// Writes points with their sign: `+3`, `−1.5`.
  package static func signed(_ value: Double) -> String {
    value < 0 ? number(value) : "+" + number(value)
  }

  /// Writes a share from 0 to 1 as a whole percentage.
  package static func percent(_ share: Double) -> String {
    "\(Int((min(1, max(0, share)) * 100).rounded()))%"
  }

  /// How sure a confidence from 0 to 1 is, in words.
  ///
  /// The quarters are this program's own convention.
  package static func confidence(_ value: Double) -> String {
    switch value {
    case 0.75...: "high"
    case 0.5...: "moderate"
    case 0.25...: "low"
    default: "very low"
    }
  }

  /// Writes a number of months: `39 months`.
  package static func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }
}
