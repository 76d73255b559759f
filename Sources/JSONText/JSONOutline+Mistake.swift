package import Evidence

extension JSONOutline.Mistake {
  /// What is wrong in `source`, the text that was read, and what to do.
  package func message(in source: SourceText) -> String {
    let place = opening.map(source.position(at:)).map { " \($0.line):\($0.column)" } ?? ""
    return "Expected \(expected)\(place), found \(found(in: source)); correct the JSON here"
  }

  /// The word or character that stands there, as a person would name it.
  private func found(in source: SourceText) -> String {
    let bytes = source.utf8[min(offset, source.utf8.count)...]
    guard let first = bytes.first else { return "the end of the file" }
    if first < 0x20 || first == 0x7F {
      let digits = String(first, radix: 16, uppercase: true)
      return "the control character U+00\(digits.utf8.count == 1 ? "0" : "")\(digits)"
    }
    let word = bytes.prefix(20).prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    if !word.isEmpty { return "`\(String(decoding: word, as: UTF8.self))`" }
    return "`\(String(decoding: bytes.prefix(4), as: UTF8.self).prefix(1))`"
  }
}
