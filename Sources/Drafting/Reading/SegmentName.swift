/// Words for an account's size or tier.
enum SegmentName {
  /// Those that name a segment wherever they stand, with the segment's name.
  private static let inProse: [(word: String, segment: String)] = [
    ("smb", "SMB"), ("sme", "SME"), ("mid-market", "mid-market"), ("midmarket", "mid-market"),
    ("enterprise", "enterprise"), ("small business", "small business"),
  ]
  /// Those that mean much else in a sentence.
  private static let alone: Set<String> = [
    "mid market", "commercial", "strategic", "startup", "start-up",
  ]
  /// Those that are one where nothing else stands between two marks of punctuation.
  private static let apart: Set<String> = alone.union([
    "mid mkt", "mid-mkt", "midmkt", "mid tier", "mid-tier", "mid size", "mid-size",
    "midsize", "mid-sized", "midsized", "medium-sized", "small", "large", "micro", "mittelstand",
    "kmu", "pme", "corporate", "scale-up", "scaleup", "public sector", "public", "private sector",
    "not-for-profit", "nonprofit",
    "non-profit", "large enterprise", "local authority", "local government", "key account",
  ])

  /// The segment that a text in lower case names.
  static func named(in text: String) -> String? {
    inProse.first { Bytes.contains($0.word, in: text) }?.segment
  }

  /// The segment that stands by itself between two marks in a text in lower case: `$74,000, mid-size, since 2021`.
  static func standingApart(in text: String) -> String? {
    let marks = Array(",.;:|()/\n".utf8)
    for part in text.utf8.split(whereSeparator: marks.contains) {
      let bytes = Array(part)
      let words = bytes[Bytes.trimmed(0..<bytes.count, in: bytes)]
      guard words.count <= 18 else { continue }
      let name = String(decoding: words, as: UTF8.self)
      if apart.contains(name) { return name }
    }
    return nil
  }

  /// Whether `words`, in lower case, are a segment's name and nothing else.
  static func isSegment(_ words: String) -> Bool {
    alone.contains(words) || inProse.contains { $0.word == words }
  }
}
