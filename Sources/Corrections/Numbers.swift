import PostmortemModel

/// Reads numbers and amounts as reports write them, and as people do.
enum Numbers {
  /// The number that `text` is, a percent sign, a sign and thousands separators allowed.
  static func number(_ text: String) -> Double? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "−", "–": bytes.append(UInt8(ascii: "-"))
      case "’", "'", "%": continue
      default: bytes += Array(String(scalar).utf8)
      }
    }
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let plain = String(decoding: bytes, as: UTF8.self)
    guard !bytes.contains(0x2C) else { return separated(bytes) }
    if isThousands(bytes, 0x2E), bytes.split(separator: 0x2E).count > 2 { return separated(bytes) }
    return Double(plain)
  }

  /// The whole number that `text` begins with, as in `39 months`.
  static func whole(_ text: String) -> Int? {
    let first = text.cut(atFirst: " ")?.before ?? text
    return number(first).flatMap { Int(exactly: $0) }
  }

  /// The amount that `text` is, a year if `text` does not say that it is a month.
  static func money(_ text: String) -> Money? {
    var text = text.trimmed
    var months = 1.0
    for (words, factor) in [
      (" a year", 1), (" per year", 1), ("/year", 1), (" p.a.", 1), (" yearly", 1),
      (" a month", 12),
      (" per month", 12), ("/month", 12), (" monthly", 12),
    ]
    where text.folded.utf8.count > words.utf8.count
      && text.folded.utf8.suffix(words.utf8.count).elementsEqual(words.utf8)
    {
      text = String(decoding: text.utf8.dropLast(words.utf8.count), as: UTF8.self)
      months = Double(factor)
    }
    guard let (amount, currency) = parts(of: text) else { return nil }
    return Money(amount: amount * months, currency: currency.orNil.map(code))
  }

  private static func parts(of text: String) -> (Double, String)? {
    if let value = amount(text) { return (value, "") }
    for symbol in ["$", "€", "£"] where text.utf8.starts(with: symbol.utf8) {
      let rest = String(decoding: text.utf8.dropFirst(symbol.utf8.count), as: UTF8.self)
      if let value = amount(rest) { return (value, symbol) }
    }
    if let (before, after) = text.cut(atLast: " "), let value = amount(after) {
      return (value, before.trimmed)
    }
    if let (before, after) = text.cut(atLast: " "), let value = amount(before) {
      return (value, after.trimmed)
    }
    for symbol in ["$", "€", "£"] where text.utf8.reversed().starts(with: symbol.utf8.reversed()) {
      let rest = String(decoding: text.utf8.dropLast(symbol.utf8.count), as: UTF8.self)
      if let value = amount(rest) { return (value, symbol) }
    }
    return nil
  }

  private static func code(_ currency: String) -> String {
    switch currency {
    case "$": "USD"
    case "€": "EUR"
    case "£": "GBP"
    default: currency
    }
  }

  /// A number that may end with `k` or `m`, and whose groups of three may be set off by points.
  private static func amount(_ text: String) -> Double? {
    var bytes = Array(text.utf8)
    var factor = 1.0
    switch bytes.last.map({ $0 | 0x20 }) {
    case UInt8(ascii: "k"): factor = 1e3
    case UInt8(ascii: "m"): factor = 1e6
    default: break
    }
    if factor > 1 { bytes.removeLast() }
    let digits = String(decoding: bytes, as: UTF8.self)
    let value = factor == 1 && isThousands(bytes, 0x2E) ? separated(bytes) : number(digits)
    return value.map { $0 * factor }
  }

  /// Whether all that follows each `mark` are three digits: so thousands are set off.
  private static func isThousands(_ bytes: [UInt8], _ mark: UInt8) -> Bool {
    let groups = bytes.split(separator: mark, omittingEmptySubsequences: false)
    return groups.count > 1 && (1...3).contains(groups[0].count)
      && groups[0] != [0x30]
      && groups.dropFirst().allSatisfy { group in
        group.count == 3 && group.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// A number with commas or points of which the last may be a decimal one.
  private static func separated(_ bytes: [UInt8]) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let bytes = isNegative ? Array(bytes.dropFirst()) : bytes
    let last = bytes.lastIndex { $0 == 0x2C || $0 == 0x2E }
    let marks = Set(bytes.filter { $0 == 0x2C || $0 == 0x2E })
    var hasDecimals = marks.count > 1
    if marks.count == 1, let mark = marks.first { hasDecimals = !isThousands(bytes, mark) }
    let plain = bytes.enumerated().compactMap { index, byte -> UInt8? in
      guard byte == 0x2C || byte == 0x2E else { return byte }
      return hasDecimals && index == last ? 0x2E : nil
    }
    return Double(String(decoding: plain, as: UTF8.self)).map { isNegative ? -$0 : $0 }
  }
}
