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

  /// What stands for a currency: a sign, an ISO 4217 code or a word, with the code.
  private typealias Sign = (sign: [UInt8], code: String)

  /// The codes of ISO 4217, but those that are English words; each stands for itself.
  private static let codes = """
    AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR
    MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SRD SSP STN SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR
    ZMW
    """

  /// Signs and words, of those that begin alike the longest first.
  private static let words =
    """
    NZ$ NZD, AU$ AUD, CA$ CAD, US$ USD, HK$ HKD, NT$ TWD, TT$ TTD, EC$ XCD, BDS$ BBD, Bds$ BBD, FJ$ FJD, GY$ GYD, S$ SGD,
    s$ SGD, A$ AUD, C$ CAD, J$ JMD, R$ BRL, MX$ MXN, $ USD, £ GBP, € EUR, ¥ JPY, ₹ INR, ₦ NGN, ₺ TRY, ₾ GEL, ₱ PHP, ₫ VND,
    ฿ THB, ₴ UAH, GH₵ GHS, GH¢ GHS, ₵ GHS, ₸ KZT, ₡ CRC, ₲ PYG, ₩ KRW, ₪ ILS, ₽ RUB, zł PLN, Kč CZK,
    Fr. CHF, Rs. INR, Rs INR, RM MYR, rm MYR, Rp. IDR, Rp IDR, KShs KES, Kshs KES, KSh KES, Ksh KES, USh UGX, Ush UGX,
    TSh TZS, Tsh TZS, FRw RWF, FCFA XAF, TL TRY, RMB CNY, Ft HUF, R ZAR, kr SEK,
    usd USD, eur EUR, gbp GBP, chf CHF, cad CAD, aud AUD, nzd NZD, sek SEK, nok NOK, dkk DKK, pln PLN, inr INR, sgd SGD,
    zar ZAR, ngn NGN, kes KES, myr MYR, brl BRL, hkd HKD, aed AED,
    euros EUR, euro EUR, dollars USD, pounds GBP, quid GBP, naira NGN, rupees INR, rupiah IDR, zlotys PLN, zloty PLN,
    złoty PLN, lira TRY, rand ZAR, kronor SEK, kroner NOK, forint HUF, yen JPY, yuan CNY, ringgit MYR, baht THB,
    reais BRL, dirhams AED, lari GEL, cedis GHS, pula BWP, hryvnia UAH, roubles RUB, rubles RUB
    """

  /// All of them by their first byte.
  private static let signs: [[Sign]] = {
    var table = Array(repeating: [Sign](), count: 256)
    for pair in words.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      let parts = pair.split(separator: " ")
      let sign = Array(parts[0].utf8)
      table[Int(sign[0])].append((sign, String(parts[1])))
    }
    for code in codes.split(whereSeparator: \.isWhitespace) {
      let sign = Array(code.utf8)
      table[Int(sign[0])].append((sign, String(code)))
    }
    return table
  }()

  /// What tells behind `$21,300` or `$21,300 a year` whose dollars they are.
  private static let dollarWords: [(word: [UInt8], code: String)] = [
    ("canadian", "CAD"), ("cdn", "CAD"), ("australian", "AUD"), ("aussie", "AUD"),
    ("nz", "NZD"), ("singapore", "SGD"),
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
    let yearly = period(after: number.end, in: bytes[...]) ?? 1
    return Money(
      amount: number.value * yearly, currency: number.isIndian ? "INR" : currency(in: text))
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

  /// Thousands without a currency that are all that stands between two marks, `Bramley, 61 shops, 88k`.
  static func thousandsAlone(in bytes: ArraySlice<UInt8>) -> Mention? {
    for index in bytes.indices where Bytes.isDigit(bytes[index]) {
      let before = bytes[..<index].last { $0 != 0x20 }
      guard before.map({ [0x2C, 0x28, 0x2E, 0x3B, 0x2F, 0x7C].contains($0) }) ?? false,
        bytes[index - 1] != 0x2E, bytes[index - 1] != 0x2C,
        let number = number(at: index, in: bytes), number.isThousands
      else { continue }
      let behind = bytes[number.end...].first
      if behind.map({ [0x2C, 0x29, 0x2E, 0x3B, 0x0A].contains($0) }) ?? true {
        return Mention(
          money: Money(amount: number.value, currency: nil), range: index..<number.end, yearly: nil)
      }
    }
    return nil
  }

  private static func mention(at index: Int, in bytes: ArraySlice<UInt8>) -> Mention? {
    if let sign = sign(at: index, in: bytes) {
      var cursor = sign.end
      while cursor < bytes.endIndex, isGap(bytes, &cursor) {}
      guard let number = number(at: cursor, in: bytes, isRupees: sign.code == "INR") else {
        return nil
      }
      // "R 28 500" is rand, but hardly "R 2".
      if sign.end == index + 1, bytes[index] == 0x52, cursor > sign.end, number.value < 1000 {
        return nil
      }
      return Mention(
        money: Money(amount: number.value, currency: code(of: sign, before: number.end, in: bytes)),
        range: index..<number.end,
        yearly: period(after: number.end, in: bytes))
    }
    let isStart =
      index == bytes.startIndex
      || !Bytes.isWord(bytes[index - 1]) && bytes[index - 1] != 0x2E && bytes[index - 1] != 0x2C
    guard isStart, Bytes.isDigit(bytes[index]), let number = number(at: index, in: bytes) else {
      return nil
    }
    var cursor = number.end
    while cursor < bytes.endIndex, isGap(bytes, &cursor) {}
    guard let sign = sign(at: cursor, in: bytes) else {
      // "18.2 lakh a year", "34k a year": the words say that it is money.
      guard number.isIndian || number.isThousands else { return nil }
      let yearly = period(after: number.end, in: bytes)
      guard number.isIndian || yearly == 1 else { return nil }
      return Mention(
        money: Money(amount: number.value, currency: number.isIndian ? "INR" : nil),
        range: index..<number.end, yearly: yearly)
    }
    // "12 $50 vouchers": a sign that has a number of its own behind it.
    if sign.end < bytes.endIndex, Bytes.isDigit(bytes[sign.end]) { return nil }
    return Mention(
      money: Money(amount: number.value, currency: code(of: sign, before: sign.end, in: bytes)),
      range: index..<sign.end,
      yearly: period(after: sign.end, in: bytes))
  }

  /// The currency of an amount that ends at `end`; of dollars whose they are: `$21,300/yr CAD`, `$18,900 a year Canadian`.
  private static func code(
    of sign: (code: String, end: Int), before end: Int, in bytes: ArraySlice<UInt8>
  ) -> String {
    guard sign.code == "USD" else { return sign.code }
    let behind = bytes[end..<min(bytes.endIndex, end + 24)]
    for word in behind.split(whereSeparator: { !Bytes.isWord($0) && $0 != 0x24 }).prefix(4) {
      let lower = word.map(Bytes.lowercased)
      if let named = dollarWords.first(where: { $0.word == lower }) { return named.code }
      if dollarCodes.contains(Array(word)) { return String(decoding: word, as: UTF8.self) }
    }
    return sign.code
  }

  private static let dollarCodes = Set(
    "CAD AUD NZD SGD HKD TWD TTD XCD BBD JMD GYD FJD BSD BZD NAD".split { $0 == " " }.map {
      Array($0.utf8)
    })

  /// Steps over one space, also a no-break one.
  private static func isGap(_ bytes: ArraySlice<UInt8>, _ cursor: inout Int) -> Bool {
    let width = FigureReader.spaceWidth(at: cursor, in: bytes)
    cursor += width
    return width > 0
  }

  private static func sign(at index: Int, in bytes: ArraySlice<UInt8>) -> (code: String, end: Int)?
  {
    guard index < bytes.endIndex else { return nil }
    let isAtWordStart =
      index == bytes.startIndex || !Bytes.isWord(bytes[index - 1])
      || Bytes.isDigit(bytes[index - 1])
    for (sign, code) in signs[Int(bytes[index])] where bytes[index...].starts(with: sign) {
      let end = index + sign.count
      guard (0x41...0x7A).contains(sign[0]), sign.last != 0x24 else { return (code, end) }
      let isWhole =
        isAtWordStart
        && (end == bytes.endIndex || !Bytes.isWord(bytes[end]) || Bytes.isDigit(bytes[end]))
      // A lone letter is a sign only before a figure.
      let isLetter = sign.count == 1
      if isLetter {
        var cursor = end
        _ = isGap(bytes, &cursor)
        guard cursor < bytes.endIndex, Bytes.isDigit(bytes[cursor]) else { continue }
      }
      if isWhole { return (code, end) }
    }
    return nil
  }

  /// The amount whose figure begins at `start`, to a hundredth; of rupees, "6.4 L" are lakhs.
  private static func number(
    at start: Int, in bytes: ArraySlice<UInt8>, isRupees: Bool = false
  ) -> Number? {
    guard let figure = FigureReader.figure(at: start, in: bytes) else { return nil }
    var scale = FigureReader.scale(at: figure.end, in: bytes)
    let behind = bytes[figure.end...].prefix(3)
    if isRupees, behind.starts(with: [0x20, 0x4C]), !Bytes.isWord(behind.dropFirst(2).first ?? 0) {
      scale = (100_000, figure.end + 2)
    }
    return Number(
      value: (figure.value * scale.factor * 100).rounded() / 100, end: scale.end,
      isThousands: scale.factor == 1000,
      isIndian: scale.factor == 100_000 || scale.factor == 10_000_000)
  }

  /// A figure with the `k` or `million` behind it.
  private struct Number {
    var value: Double
    var end: Int
    var isThousands: Bool
    /// Whether it is counted in lakhs or crores, as money is in India.
    var isIndian: Bool
  }

  /// The factor to a yearly amount that the words behind an amount give: ` a year`, `/mth`, ` per quarter`, ` p.a.`.
  private static func period(after end: Int, in bytes: ArraySlice<UInt8>) -> Double? {
    let text = String(
      decoding: bytes[end..<min(bytes.endIndex, end + 20)].map(Bytes.lowercased), as: UTF8.self)
    guard let first = text.first, first == " " || first == "/" else { return nil }
    let words = text.split { !$0.isLetter && $0 != "/" && $0 != "." }.flatMap { word in
      // "/mth" and "p/a" are two words each.
      word.split(separator: "/", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "/" : $0.filter { $0 != "." }
      }
    }
    guard let word = words.first else { return nil }
    if let factor = adverbs[word] ?? spans[words.prefix(3).joined(separator: " ")] { return factor }
    guard words.count > 1, distributives.contains(word) else { return nil }
    let unit = words.dropFirst().first { $0 != "/" } ?? ""
    return units[unit] ?? (word == "a" || word == "an" ? nil : short[unit])
  }

  private static let distributives: Set<String> = [
    "/", "a", "an", "per", "p", "each", "every", "by", "im", "pro", "par", "al", "por",
    "il", "om",
  ]

  /// What an amount is for, with the factor to a year.
  private static let units: [String: Double] = [
    "year": 1, "yr": 1, "annum": 1, "ann": 1, "jahr": 1, "jaar": 1,
    "año": 1, "ano": 1,
    "season": 1, "month": 12, "mo": 12, "mth": 12, "mon": 12, "monat": 12, "maand": 12,
    "mois": 12,
    "mes": 12, "quarter": 4, "qtr": 4, "week": 52, "wk": 52,
  ]

  /// The same in a letter or two, as behind a slash.
  private static let short: [String: Double] = ["a": 1, "an": 1, "y": 1, "m": 12, "q": 4]

  private static let adverbs: [String: Double] = [
    "yearly": 1, "annually": 1, "annual": 1, "yr": 1, "arr": 1, "acv": 1, "pa": 1,
    "monthly": 12, "mthly": 12, "mrr": 12, "pcm": 12, "pm": 12,
    "quarterly": 4,
    "weekly": 52,
  ]

  private static let spans: [String: Double] = [
    "for the year": 1, "for the yr": 1, "in the year": 1, "over two years": 0.5,
    "over three years": 1.0 / 3,
    "for two years": 0.5, "for three years": 1.0 / 3, "over five years": 0.2, "for five years": 0.2,
  ]

  /// Whether the words before an amount say that it is what the customer pays in a year: `ARR $28,560`.
  static func isContract(_ mention: Mention, in bytes: ArraySlice<UInt8>) -> Bool {
    guard mention.money.amount >= 1000 else { return false }
    let start = mention.range.lowerBound
    let before = bytes[max(bytes.startIndex, start - 28)..<start].map(Bytes.lowercased)
    let words = before.split { !Bytes.isWord($0) }.suffix(4).map {
      String(decoding: $0, as: UTF8.self)
    }
    if !contractWords.isDisjoint(with: words.suffix(2)) { return true }
    return words.contains { $0 == "value" || $0 == "contract" || $0 == "fee" }
      && words.contains { ["annual", "yearly", "contract", "value"].contains($0) }
  }

  private static let contractWords: Set<String> = ["arr", "acv", "worth"]
}
