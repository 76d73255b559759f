import Chronology
import PostmortemModel

/// A heading that names an account and says what became of it:
/// `Kestrel Freight - lost 2026-03-31 - ARR $54,000 - SMB`, `Brix AG (churned 28 Feb 2026, €12k ARR)`.
struct AccountHeading {
  /// The account.
  let name: String
  /// When it was lost.
  private(set) var churnDate: PartialDate?
  /// What it paid a year.
  private(set) var contractValue: Money?
  /// Its size or tier.
  private(set) var segment: String?

  /// Whether it says more of the account than that it was lost.
  var hasFacts: Bool { churnDate != nil || contractValue != nil || segment != nil }

  /// Reads a heading's text; nothing where it does not say that an account was lost, or what it was worth.
  ///
  /// A date alone does not do: `Call - 2026-03-31` is about a call.
  init?(_ heading: String) {
    guard heading.utf8.count <= 200 else { return nil }
    let parts = Self.parts(of: heading)
    guard parts.count > 1, let name = parts.first,
      Self.isName(Array(name.utf8))
    else { return nil }
    self.name = AccountName.plain(name)
    var isAccount = false
    for part in parts.dropFirst() {
      let words = part.lowercased()
      if let rest = Self.afterOutcome(words) {
        isAccount = true
        churnDate = churnDate ?? DateReader.date(from: rest)
      } else if Self.values.contains(where: { Self.holds($0, words) }) {
        guard var money = MoneyReader.money(in: part) else { continue }
        isAccount = true
        if !MoneyReader.namesPeriod(part) { money.amount *= MoneyReader.yearly(inKey: part) }
        contractValue = contractValue ?? money
      } else if SegmentName.isSegment(words) {
        segment = segment ?? part
      } else if let date = DateReader.date(from: part) {
        churnDate = churnDate ?? date
      } else if Bytes.isDigit(part.utf8.last ?? 0), MoneyReader.currency(in: part) != nil {
        contractValue = contractValue ?? MoneyReader.money(in: part)
      }
    }
    guard isAccount else { return nil }
  }

  /// The parts between separators; the last may hold more in brackets, with commas between them.
  private static func parts(of heading: String) -> [String] {
    HeadingParts.parts(of: heading).flatMap { part -> [String] in
      let bytes = Array(part.utf8)
      if bytes.last == 0x29, let open = bytes.firstIndex(of: 0x28), open > 0 {
        return [Bytes.trimmedText(bytes[..<open])] + list(bytes[(open + 1)..<(bytes.count - 1)])
      }
      let list = list(bytes[...])
      return list.count > 1 && list.dropFirst().contains { afterOutcome($0.lowercased()) != nil }
        ? list : [part]
    }
    .filter { !$0.isEmpty }
  }

  /// What stands between commas and semicolons that a space follows.
  private static func list(_ bytes: ArraySlice<UInt8>) -> [String] {
    var parts: [String] = []
    var start = bytes.startIndex
    for index in bytes.indices.dropLast()
    where bytes[index] == 0x2C || bytes[index] == 0x3B {
      guard Bytes.isSpace(bytes[index + 1]) else { continue }
      parts.append(Bytes.trimmedText(bytes[start..<index]))
      start = index + 1
    }
    return parts + [Bytes.trimmedText(bytes[start...])]
  }

  private static func isName(_ bytes: [UInt8]) -> Bool {
    (1...8).contains(Bytes.wordCount(0..<bytes.count, in: bytes))
      && bytes.contains { Bytes.isWord($0) && !Bytes.isDigit($0) } && bytes.last != 0x3F
  }

  /// What follows the word that says what became of the account.
  private static func afterOutcome(_ words: String) -> String? {
    let word = outcomes.first { holds($0, words) && words.hasPrefix($0) }
    return word.map { String(words.dropFirst($0.count)) }
  }

  /// Whether `word` stands in `words` by itself.
  private static func holds(_ word: String, _ words: String) -> Bool {
    let (word, words) = (Array(word.utf8), Array(words.utf8))
    guard words.count >= word.count else { return false }
    return (0...(words.count - word.count)).contains { start in
      let end = start + word.count
      return words[start..<end].elementsEqual(word)
        && (start == 0 || !Bytes.isWord(words[start - 1]))
        && (end == words.count || !Bytes.isWord(words[end]))
    }
  }

  private static let outcomes = [
    "lost", "churned", "churn", "cancelled", "canceled", "cancels", "left", "leaves", "gone",
    "terminated", "not renewed", "did not renew", "non-renewed", "non-renewal", "expired", "lapsed",
    "downgraded", "at risk", "saved", "recovered", "verloren", "gekündigt",
  ]
  private static let values = ["arr", "acv", "mrr", "contract value", "a year", "per year", "p.a."]
}
