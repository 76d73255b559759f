extension String {
  /// What stands before and after the first `mark`.
  func cut(atFirst mark: String) -> (before: String, after: String)? {
    guard let range = utf8.firstRange(of: mark.utf8) else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }

  /// What stands before and after the last `mark`.
  func cut(atLast mark: String) -> (before: String, after: String)? {
    guard let range = utf8.reversed().firstRange(of: mark.utf8.reversed()) else { return nil }
    return (String(self[..<range.upperBound.base]), String(self[range.lowerBound.base...]))
  }

  /// What follows `start`, which may be in other letters' case; nil where the text starts otherwise.
  func without(start: String) -> String? {
    guard folded.utf8.starts(with: start.folded.utf8) else { return nil }
    let rest = utf8.dropFirst(start.utf8.count)
    if let last = start.utf8.last, last.isAlphanumeric, rest.first?.isAlphanumeric == true {
      return nil
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The text without white space at its ends.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  /// The text in lower case, as labels are compared: ASCII only, and typewriter apostrophes, of the same length where there
  /// are none.
  var folded: String {
    var bytes: [UInt8] = []
    let text = Array(trimmed.utf8)
    var index = 0
    while index < text.count {
      if text[index...].starts(with: "’".utf8) {
        bytes.append(0x27)
        index += 3
        continue
      }
      let byte = text[index]
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with each run of white space as one space, and none at its ends.
  var collapsed: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  /// The start of a text, to be quoted in a message.
  var excerpt: String {
    let words = unicodeScalars.prefix(60)
    return words.count < unicodeScalars.count ? String(words) + "…" : self
  }

  /// The text, or nil where there is none.
  var orNil: String? { isEmpty ? nil : self }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
