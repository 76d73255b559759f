/// The address of a link that may stand in a page: http, https, mailto, or a fragment of the same page.
///
/// The text is cleaned as browsers clean it (WHATWG URL, basic parser) before its scheme is looked at, and what is not a
/// plain URL character is percent-encoded, so that the address also holds in a Markdown link destination.
public struct SafeURL: Hashable, Sendable {
  /// The address: printable ASCII without spaces, quotes, brackets, backslash and backtick.
  public let utf8: [UInt8]

  /// Takes `text` if its scheme is on the allow-list, or gives nil.
  public init?(_ text: String) {
    var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard Self.isAllowed(bytes) else { return nil }
    utf8 = Self.encode(bytes)
  }

  private static func isAllowed(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.first == UInt8(ascii: "#") { return true }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = bytes[..<colon].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let rest = bytes[(colon + 1)...]
    if scheme.elementsEqual("mailto".utf8) { return !rest.isEmpty }
    guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) else {
      return false
    }
    guard rest.starts(with: "//".utf8), let host = rest.dropFirst(2).first else { return false }
    return !"/\\?#:@".utf8.contains(host)
  }

  private static func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "!"), UInt8(ascii: "$"),
        UInt8(ascii: "%"), UInt8(ascii: "&"), 0x2B...0x2F, 0x3A, 0x3B, UInt8(ascii: "="),
        UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return result
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
