/// A character reference of the source, `&amp;` or `&#8217;`, for finding what it became in decoded text.
struct Entity {
  /// The source index after the semicolon.
  let end: Int
  private let source: ArraySlice<UInt8>

  /// Reads the reference at the start of `source`; nil when there is none.
  init?(in source: ArraySlice<UInt8>) {
    var index = source.startIndex + 1
    let latest = min(source.endIndex, index + 33)
    while index < latest, source[index] != Ascii.semicolon {
      let byte = source[index]
      guard
        Ascii.isDigit(byte) || Ascii.isLetter(byte)
          || (byte == Ascii.hash && index == source.startIndex + 1)
      else { return nil }
      index += 1
    }
    guard index < latest, index > source.startIndex + 1 else { return nil }
    end = index + 1
    self.source = source[source.startIndex..<end]
  }

  /// How many bytes at the start of `text` the reference became, or nil when it stands there undecoded.
  ///
  /// A name that is not among the commonest is not looked up: the decoded text is as long as makes the source that
  /// follows, `rest`, fit.
  func count(in text: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>) -> Int? {
    if let decoded {
      return text.starts(with: decoded) ? decoded.count : nil
    }
    if text.starts(with: source) { return nil }
    for count in 1...8 where count <= text.count {
      let after = text.dropFirst(count)
      guard let next = after.first, let expected = rest.first else {
        if after.isEmpty { return count }
        continue
      }
      if next & 0xC0 == 0x80 { continue }
      if next == expected || expected == Ascii.backslash || expected == Ascii.ampersand {
        return count
      }
    }
    return nil
  }

  private var decoded: [UInt8]? {
    let name = source.dropFirst().dropLast()
    if name.first == Ascii.hash { return number(name.dropFirst()) }
    let known: [(StaticString, [UInt8])] = [
      ("amp", [Ascii.ampersand]), ("lt", [Ascii.less]), ("gt", [Ascii.greater]),
      ("quot", [Ascii.quote]), ("nbsp", [0xC2, 0xA0]),
    ]
    for (candidate, bytes) in known where name.elementsEqual("\(candidate)".utf8) { return bytes }
    return nil
  }

  private func number(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
  }
}
