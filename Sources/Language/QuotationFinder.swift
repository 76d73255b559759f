/// Finds what stands between quotation marks.
enum QuotationFinder {
  private struct Opening {
    var content: Int
    var closers: [UInt32]
  }

  /// Words that an apostrophe starts.
  private static let clipped = WordKeys("til em cause cos tis twas n bout round")

  /// The bytes between quotation marks; a mark that is never closed, or only in another paragraph, opens nothing.
  static func quotations(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var double: Opening?
    var single: Opening?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = ByteClass.scalarLength(byte)
      let next = min(bytes.count, index + length)
      defer { index = next }
      if byte == 0x0A, next < bytes.count, bytes[next] == 0x0A {
        double = nil
        single = nil
        continue
      }
      guard byte == 0x22 || byte == 0x27 || byte >= 0xC2 else { continue }
      let mark = ByteClass.scalar(bytes, at: index, end: bytes.count).value
      if let open = double {
        if open.closers.contains(mark),
          mark != 0x22 || !opens(bytes, index, next) || index == open.content
        {
          if index > open.content { result.append(open.content..<index) }
          double = nil
          single = nil
        }
      } else if let closers = closers(of: mark), mark != 0x22 || opens(bytes, index, next) {
        double = Opening(content: next, closers: closers)
      } else if let open = single, open.closers.contains(mark), closesSingle(bytes, index, next) {
        result.append(open.content..<index)
        single = nil
      } else if single == nil, mark == 0x2018 || mark == 0x27, opens(bytes, index, next),
        !isClipped(bytes, next)
      {
        single = Opening(content: next, closers: mark == 0x27 ? [0x27] : [0x2019])
      }
    }
    return result.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static func closers(of mark: UInt32) -> [UInt32]? {
    switch mark {
    case 0x22: [0x22, 0x201D]
    case 0x201C: [0x201D, 0x22]
    case 0x201E: [0x201C, 0x201D, 0x22]
    case 0xAB: [0xBB]
    case 0xBB: [0xAB]
    default: nil
    }
  }

  /// Whether a straight mark opens: nothing that belongs to a word before it, something after it.
  private static func opens(_ bytes: [UInt8], _ index: Int, _ next: Int) -> Bool {
    guard next < bytes.count, !ByteClass.isSpace(bytes[next]) else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    switch before {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "="):
      return true
    default:
      return ByteClass.isSpace(before)
        || (before >= 0x80 && index >= 3 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80
          && (bytes[index - 1] == 0x93 || bytes[index - 1] == 0x94))
    }
  }

  private static func closesSingle(_ bytes: [UInt8], _ index: Int, _ next: Int) -> Bool {
    guard index > 0, !ByteClass.isSpace(bytes[index - 1]) else { return false }
    guard next < bytes.count else { return true }
    return !ByteClass.isLetter(bytes[next]) && !ByteClass.isDigit(bytes[next]) && bytes[next] < 0xC2
  }

  private static func isClipped(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start < bytes.count, !ByteClass.isDigit(bytes[start]) else { return true }
    var end = start
    while end < bytes.count, ByteClass.isLetter(bytes[end]), end - start < 6 { end += 1 }
    return clipped.contains(WordForm.key(bytes[start..<end].map { $0 | 0x20 }))
  }
}
