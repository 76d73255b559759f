/// Keeps U+2028 and U+2029 apart from line breaks, which YAML 1.1 takes them for and YAML 1.2 and editors do not.
///
/// Text pasted from chats and word processors holds them. While libyaml reads, two private characters of the same length
/// stand in for them, so that no position moves.
struct LineSeparators {
  private static let separator: [UInt8] = [0xE2, 0x80]
  private static let standIn: [UInt8] = [0xEF, 0x82]

  /// The bytes to hand to libyaml.
  let replaced: ArraySlice<UInt8>
  /// Whether anything was replaced.
  private let isActive: Bool

  /// Replaces the separators in `bytes`, unless there are none or the stand-ins are in use already.
  init(in bytes: ArraySlice<UInt8>) {
    isActive =
      Self.contains(Self.separator, in: bytes) && !Self.contains(Self.standIn, in: bytes)
    replaced =
      isActive ? Self.exchanging(Self.separator, for: Self.standIn, in: Array(bytes))[...] : bytes
  }

  /// Puts the separators back into a value's text.
  func restored(_ text: String) -> String {
    guard isActive, Self.contains(Self.standIn, in: Array(text.utf8)[...]) else { return text }
    let bytes = Self.exchanging(Self.standIn, for: Self.separator, in: Array(text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func contains(_ lead: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { isSeparator(lead, at: $0, in: bytes) }
  }

  private static func exchanging(
    _ lead: [UInt8], for other: [UInt8], in bytes: [UInt8]
  ) -> [UInt8] {
    var bytes = bytes
    for index in bytes.indices where isSeparator(lead, at: index, in: bytes[...]) {
      bytes.replaceSubrange(index..<index + 2, with: other)
    }
    return bytes
  }

  private static func isSeparator(
    _ lead: [UInt8], at index: Int, in bytes: ArraySlice<UInt8>
  ) -> Bool {
    bytes[index] == lead[0] && index + 2 < bytes.endIndex && bytes[index + 1] == lead[1]
      && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
  }
}
