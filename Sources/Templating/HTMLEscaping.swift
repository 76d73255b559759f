/// Makes text safe between HTML tags and in quoted attribute values.
///
/// It works on bytes: to Swift a quotation mark with a combining mark is another Character, to a browser it is a
/// quotation mark.
enum HTMLEscaping {
  /// The bytes below 64 that cannot stand as they are: `"`, `&`, `'`, `<`, `>` and the controls that HTML forbids.
  private static let special: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E | 0xFFFF_C9FF

  /// Appends `text`, escaped; controls that HTML forbids become U+FFFD, other invisible ones are shown.
  static func append(_ text: Span<UInt8>, to output: inout OutputBuffer) {
    var index = 0
    while index < text.count {
      let end = endOfPlain(text, from: index)
      output.append(text.extracting(index..<end))
      guard end < text.count else { return }
      index = end + escape(text, at: end, to: &output)
    }
  }

  /// The first byte from `start` that cannot stand as it is.
  @inline(__always)
  private static func endOfPlain(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while true {
      index += plainStretch(text, from: index)
      guard index < text.count else { return index }
      let byte = text[index]
      if byte < 0x40 {
        if special &>> UInt64(byte) & 1 == 1 { return index }
      } else if byte == 0x7F || (byte == 0xC2 || byte == 0xE2) && isControl(text, at: index) {
        return index
      }
      index += 1
    }
  }

  /// How many bytes from `start` are surely plain: many are looked at together.
  @inline(__always)
  private static func plainStretch(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 16 <= text.count {
      let marks = marks(SIMD2(word(text, at: index), word(text, at: index + 8)))
      if marks[0] | marks[1] != 0 {
        let first = marks[0].trailingZeroBitCount / 8
        return index - start + (first < 8 ? first : 8 + marks[1].trailingZeroBitCount / 8)
      }
      index += 16
    }
    if index + 8 <= text.count {
      let first = first(text, at: index)
      if first < 8 { return index - start + first }
      index += 8
    }
    // The end once more with what is before it, which does no harm.
    if index < text.count, text.count >= 8, first(text, at: text.count - 8) == 8 {
      index = text.count
    }
    return index - start
  }

  /// The first of eight bytes that is worth a look.
  @inline(__always)
  private static func first(_ text: Span<UInt8>, at index: Int) -> Int {
    let spaces: UInt64 = 0x2020_2020_2020_2020
    return marks(SIMD2(word(text, at: index), spaces))[0].trailingZeroBitCount / 8
  }

  /// Eight bytes, the first of them lowest.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, at index: Int) -> UInt64 {
    // Bounds are checked, and any bytes are a number.
    let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  /// Sets the high bit of the first byte of each word that is worth a look, and perhaps of bytes after it: those that
  /// are special, `#`, and all that are not ASCII.
  @inline(__always)
  private static func marks(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let ones = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
    let spaces = SIMD2<UInt64>(repeating: 0x2020_2020_2020_2020)
    // Zero bytes where there is `"`, `#`, `&` or `'`, and where there is `<` or `>`.
    let quotes =
      words & SIMD2(repeating: 0xFAFA_FAFA_FAFA_FAFA) ^ SIMD2(repeating: 0x2222_2222_2222_2222)
    let angles =
      words & SIMD2(repeating: 0xFDFD_FDFD_FDFD_FDFD) ^ SIMD2(repeating: 0x3C3C_3C3C_3C3C_3C3C)
    let controls = (words &- spaces) & ~words | words | (words &+ ones)
    let marked = (quotes &- ones) & ~quotes | (angles &- ones) & ~angles
    return (controls | marked) & SIMD2(repeating: 0x8080_8080_8080_8080)
  }

  private static func isControl(_ text: Span<UInt8>, at index: Int) -> Bool {
    if case .control = ControlCharacters.find(in: text, at: index) { return true }
    return false
  }

  /// Writes what stands for the special byte at `index`, and returns how many bytes that was.
  private static func escape(
    _ text: Span<UInt8>, at index: Int, to output: inout OutputBuffer
  ) -> Int {
    switch text[index] {
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "<"): output.append("&lt;")
    case UInt8(ascii: ">"): output.append("&gt;")
    case UInt8(ascii: "\""): output.append("&quot;")
    case UInt8(ascii: "'"): output.append("&#39;")
    case 0x00...0x1F: output.append("\u{FFFD}")
    default:
      guard case .control(let value, let length) = ControlCharacters.find(in: text, at: index)
      else { break }
      output.append(ControlCharacters.shown(value))
      return length
    }
    return 1
  }
}
