/// A heading that says something about what it names: `Kestrel Freight - lost 2026-03-31 - ARR $54,000 - SMB`.
enum HeadingParts {
  /// The parts between separators: a bar, a dot in the middle or a dash with a space on each side, or a colon.
  static func parts(of heading: String) -> [String] {
    let bytes = Array(heading.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = separatorLength(at: index, in: bytes)
      if length > 0 {
        parts.append(Bytes.trimmedText(bytes[start..<index]))
        start = index + length
      }
      index += max(1, length)
    }
    return (parts + [Bytes.trimmedText(bytes[start...])]).filter { !$0.isEmpty }
  }

  private static func separatorLength(at index: Int, in bytes: [UInt8]) -> Int {
    let rest = bytes[index...]
    let isApart = index == 0 || Bytes.isSpace(bytes[index - 1])
    for mark in marks where rest.starts(with: mark) {
      let end = index + mark.count
      let endsApart = end == bytes.count || Bytes.isSpace(bytes[end])
      if endsApart, isApart || mark == [0x3A] { return mark.count }
    }
    return 0
  }

  private static let marks = ["---", "--", "-", "–", "—", "|", "·", "•", "/", ":"].map {
    Array($0.utf8)
  }
}
