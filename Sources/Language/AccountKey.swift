/// An account's name as it is compared: without case, accents and punctuation, and its legal form apart.
///
/// `Kestrel Freight, Ltd.` and `KESTREL FREIGHT` may be one account; `Acme Inc` and `Acme GmbH` are two.
public struct AccountKey: Hashable, Sendable {
  /// The whole name, folded.
  public let words: String
  /// The name without its legal form.
  public let bare: String
  /// The legal form in one way of writing it, such as `ltd`; nothing where the name has none.
  public let form: String?

  /// The key of `name`; nothing where that has neither letters nor digits.
  public init?(_ name: String) {
    words = FoldedName.words(name)
    var parts = words.split(separator: " ")[...]
    guard !parts.isEmpty else { return nil }
    var forms: [String] = []
    while let count = Self.formLength(at: parts) {
      let written = parts.suffix(count).joined()
      forms.insert(Self.abbreviations[written] ?? written, at: 0)
      parts = parts.dropLast(count)
    }
    form = forms.isEmpty ? nil : forms.joined(separator: " ")
    if parts.count > 1, parts.first == "the" { parts = parts.dropFirst() }
    bare = parts.joined(separator: " ")
  }

  /// Whether both may be names of one account: the same but for a legal form that only one of them gives.
  public func names(_ other: AccountKey) -> Bool {
    words == other.words
      || bare == other.bare && (form == nil || other.form == nil || form == other.form)
  }

  /// Whether `words` are a legal form and nothing else, such as `Ltd.` or `GmbH & Co. KG`.
  public static func isLegalForm(_ words: String) -> Bool {
    // What is left of a name without its legal form is never nothing.
    guard let key = AccountKey("x \(words)") else { return false }
    return key.bare == "x" && key.form != nil
  }

  /// How many words at the end of a name are a legal form; something has to be left before it.
  private static func formLength(at parts: ArraySlice<Substring>) -> Int? {
    (1...4).reversed().first { count in
      parts.count > count && legalForms.contains(parts.suffix(count).joined(separator: " "))
    }
  }

  /// Legal forms as folding leaves them: `S.A.R.L.` is `s a r l`.
  private static let legalForms: Set<String> = [
    "inc", "incorporated", "ltd", "limited", "llc", "l l c", "llp", "lp", "plc", "corp",
    "corporation", "co", "company", "pty", "pte", "pvt", "private", "gmbh", "mbh", "ag", "kg",
    "kgaa", "ug", "ohg", "gbr", "ev", "eg", "se", "sa", "s a", "sas", "sarl", "s a r l", "sasu",
    "eurl", "srl", "s r l", "spa", "s p a", "sl", "s l", "slu", "bv", "b v", "nv", "n v", "ab",
    "a b", "as", "a s",
    "asa", "aps", "oy", "oyj", "kft", "zrt", "doo", "d o o", "sro", "s r o", "lda", "ltda",
    "sp z o o", "kk", "k k",
  ]

  private static let abbreviations = [
    "limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co",
    "private": "pvt",
  ]
}
