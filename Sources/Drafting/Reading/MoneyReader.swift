import Language
import PostmortemModel

/// Reads amounts of money in the forms that people write: `$84,000`, `CHF 52k`, `88.400 €`, `NZ$1.2m`, `148 000 PLN`.
enum MoneyReader {
  /// An amount and where it stands.
  struct Mention: Sendable {
    var money: Money
    var range: Range<Int>
    /// Whether the words behind it say that it is for a year, and the factor that makes it so.
    var yearly: Double?
  }

  /// Currency signs and codes, longest first, with the ISO 4217 code that they stand for.
  private static let signs: [(sign: [UInt8], code: String)] = [
    ("NZ$", "NZD"), ("AU$", "AUD"), ("CA$", "CAD"), ("US$", "USD"), ("HK$", "HKD"), ("S$", "SGD"),
    ("A$", "AUD"), ("C$", "CAD"),
    ("R$", "BRL"), ("MX$", "MXN"), ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("¥", "JPY"),
    ("₹", "INR"),
    ("zł", "PLN"), ("₩", "KRW"), ("₪", "ILS"),
    ("EUR", "EUR"), ("USD", "USD"), ("GBP", "GBP"), ("CHF", "CHF"), ("SEK", "SEK"), ("NOK", "NOK"),
    ("DKK", "DKK"), ("PLN", "PLN"),
    ("CZK", "CZK"), ("HUF", "HUF"), ("RON", "RON"), ("AUD", "AUD"), ("NZD", "NZD"), ("CAD", "CAD"),
    ("SGD", "SGD"), ("HKD", "HKD"),
    ("INR", "INR"), ("JPY", "JPY"), ("ZAR", "ZAR"), ("BRL", "BRL"), ("MXN", "MXN"), ("AED", "AED"),
    ("ILS", "ILS"), ("TRY", "TRY"),
    ("KRW", "KRW"), ("KES", "KES"), ("NGN", "NGN"), ("GHS", "GHS"), ("EGP", "EGP"), ("COP", "COP"),
    ("CLP", "CLP"), ("TWD", "TWD"), ("ISK", "ISK"), ("BGN", "BGN"), ("UAH", "UAH"), ("CNY", "CNY"),
    ("MYR", "MYR"), ("IDR", "IDR"), ("THB", "THB"), ("PHP", "PHP"),
    ("VND", "VND"), ("SAR", "SAR"),
    ("Fr.", "CHF"), ("Rs.", "INR"), ("Rs", "INR"), ("RM", "MYR"), ("Ksh", "KES"), ("R", "ZAR"),
    ("euros", "EUR"), ("euro", "EUR"),
    ("dollars", "USD"), ("pounds", "GBP"), ("quid", "GBP"),
    ("kr", "SEK"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"), ("chf", "CHF"), ("cad", "CAD"),
    ("aud", "AUD"), ("nzd", "NZD"), ("sek", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("pln", "PLN"),
    ("inr", "INR"), ("sgd", "SGD"), ("zar", "ZAR"),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The amount that a field's value states; a bare number is an amount without currency.
  static func money(in text: String) -> Money? {
    let bytes = Array(text.utf8)
    if let mention = mentions(in: bytes[...]).first {
      return Money(
        amount: mention.money.amount * (mention.yearly ?? 1), currency: mention.money.currency)
    }
    guard let start = bytes.firstIndex(where: Bytes.isDigit),
      let number = number(at: start, in: bytes[...])
    else { return nil }
    return Money(amount: number.value, currency: nil)
  }

  /// The currency that a text names.
  static func currency(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      if let sign = sign(at: index, in: bytes[...]) { return sign.code }
    }
    return nil
  }

  /// Whether the first amount of a text says for how long it is.
  static func namesPeriod(_ text: String) -> Bool {
    mentions(in: Array(text.utf8)[...]).first?.yearly != nil
  }

  /// The factor to a year that a key such as `MRR` or `Price per month` gives.
  static func yearly(inKey key: String) -> Double {
    for token in TokenizedText(key).tokens {
      if monthly.contains(token) { return 12 }
      if quarterly.contains(token) { return 4 }
    }
    return 1
  }

  private static let monthly = WordSet("mrr month monthly mo monat monatlich mois mes")
  private static let quarterly = WordSet("quarter quarterly qtr quartal")

  /// Every amount with a currency in `bytes`.
  static func mentions(in bytes: ArraySlice<UInt8>) -> [Mention] {
    guard bytes.contains(where: Bytes.isDigit) else { return [] }
    var found: [Mention] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard let mention = mention(at: index, in: bytes) else {
        index += 1
        continue
      }
      found.append(mention)
      index = mention.range.upperBound
    }
    return found
  }

  private static func mention(at index: Int, in bytes: ArraySlice<UInt8>) -> Mention? {
    if let sign = sign(at: index, in: bytes) {
      var cursor = sign.end
      while cursor < bytes.endIndex, isGap(bytes, &cursor) {}
      if let number = number(at: cursor, in: bytes) {
        return Mention(
          money: Money(amount: number.value, currency: sign.code), range: index..<number.end,
          yearly: period(after: number.end, in: bytes))
      }
      return nil
    }
    let isStart =
      index == bytes.startIndex
      || !Bytes.isWord(bytes[index - 1]) && bytes[index - 1] != 0x2E && bytes[index - 1] != 0x2C
    guard isStart, Bytes.isDigit(bytes[index]), let number = number(at: index, in: bytes) else {
      return nil
    }
    var cursor = number.end
    while cursor < bytes.endIndex, isGap(bytes, &cursor) {}
    guard let sign = sign(at: cursor, in: bytes) else { return nil }
    // "12 $50 vouchers": a sign that has a number of its own behind it.
    if sign.end < bytes.endIndex, Bytes.isDigit(bytes[sign.end]) { return nil }
    return Mention(
      money: Money(amount: number.value, currency: sign.code), range: index..<sign.end,
      yearly: period(after: sign.end, in: bytes))
  }

  /// Steps over one space, also a no-break one.
  private static func isGap(_ bytes: ArraySlice<UInt8>, _ cursor: inout Int) -> Bool {
    let width = FigureReader.spaceWidth(at: cursor, in: bytes)
    cursor += width
    return width > 0
  }

  private static func sign(at index: Int, in bytes: ArraySlice<UInt8>) -> (code: String, end: Int)?
  {
    let isAtWordStart =
      index == bytes.startIndex || !Bytes.isWord(bytes[index - 1])
      || Bytes.isDigit(bytes[index - 1])
    for (sign, code) in signs where bytes[index...].starts(with: sign) {
      let end = index + sign.count
      guard (0x41...0x7A).contains(sign[0]), sign.last != 0x24 else { return (code, end) }
      let isWhole =
        isAtWordStart
        && (end == bytes.endIndex || !Bytes.isWord(bytes[end]) || Bytes.isDigit(bytes[end]))
      // A lone letter is a sign only right before a figure.
      let isLetter = sign.count == 1
      if isLetter, end == bytes.endIndex || !Bytes.isDigit(bytes[end]) { continue }
      if isWhole { return (code, end) }
    }
    return nil
  }

  /// The amount whose figure begins at `start`, in hundredths.
  private static func number(at start: Int, in bytes: ArraySlice<UInt8>) -> (
    value: Double, end: Int
  )? {
    guard let figure = FigureReader.figure(at: start, in: bytes) else { return nil }
    let scale = FigureReader.scale(at: figure.end, in: bytes)
    return ((figure.value * scale.factor * 100).rounded() / 100, scale.end)
  }

  /// The factor to a yearly amount that the words behind an amount give.
  private static func period(after end: Int, in bytes: ArraySlice<UInt8>) -> Double? {
    let words = bytes[end..<min(bytes.endIndex, end + 18)].map(Bytes.lowercased)
    return periods.first { words.starts(with: $0.phrase) }?.factor
  }

  /// What stands behind an amount and says for how long it is, with the factor to a year.
  private static let periods: [(phrase: [UInt8], factor: Double)] = [
    (" a year", 1.0), ("/yr", 1), ("/year", 1), ("/ year", 1), ("/ yr", 1), (" per year", 1),
    (" p.a", 1), (" pa", 1), (" annual", 1), (" arr", 1), (" acv", 1), (" p/a", 1), ("/y", 1),
    (" yearly", 1), (" per annum", 1), (" a yr", 1), (" / yr", 1), (" an year", 1), ("/annum", 1),
    (" each year", 1), (" every year", 1), (" im jahr", 1), (" pro jahr", 1), (" / an", 1),
    ("/an", 1),
    (" par an", 1), (" / a", 1), (" a month", 12), ("/mo", 12), ("/month", 12), (" per month", 12),
    (" pcm", 12), (" p.m", 12), (" monthly", 12), (" mrr", 12), (" / mo", 12), (" each month", 12),
    (" im monat", 12), (" pro monat", 12), (" par mois", 12), (" a quarter", 4),
    (" per quarter", 4),
    ("/quarter", 4), ("/qtr", 4), (" quarterly", 4), (" a week", 52), (" per week", 52),
    (" over two years", 0.5), (" over three years", 1.0 / 3), (" for two years", 0.5),
    (" for three years", 1.0 / 3),
  ].map { (Array($0.0.utf8), $0.1) }
}
