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

  /// The segment that a text in lower case names.
  static func named(in text: String) -> String? {
    inProse.first { Bytes.contains($0.word, in: text) }?.segment
  }

  /// Whether `words`, in lower case, are a segment's name and nothing else.
  static func isSegment(_ words: String) -> Bool {
    alone.contains(words) || inProse.contains { $0.word == words }
  }
}
