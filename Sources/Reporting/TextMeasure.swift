/// Guesses how wide text is in a sans-serif typeface, on the safe side, and cuts it to a width.
enum TextMeasure {
  /// A line of text and its width at a size of one unit.
  struct Line {
    var text: String
    var width: Double
  }

  /// The width of a scalar at a size of one unit; Helvetica's figures, rounded up by a tenth.
  private static func width(_ scalar: UInt32) -> Double {
    switch scalar {
    case 0x61, 0x63...0x65, 0x67, 0x68, 0x6B, 0x6E...0x71, 0x73, 0x75, 0x76, 0x78...0x7A: 0.62
    case 0x20, 0x21, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x49, 0x66, 0x69, 0x6A, 0x6C, 0x74, 0x7C: 0.32
    case 0x27, 0x28, 0x29, 0x2D, 0x5B, 0x5D, 0x60, 0x72, 0x2018, 0x2019: 0.37
    case 0x40, 0x57, 0x6D, 0x4D, 0x25, 0x2014, 0x2026: 1.06
    case 0x41...0x5A, 0x26, 0x77: 0.8
    case 0x00...0x2FF, 0x2000...0x206F: 0.62
    case 0x300...0x36F: 0.4
    case 0x370...0x58F: 0.8
    default: 1.1
    }
  }

  private static let asciiWidths = (0..<0x80).map { width(UInt32($0)) }

  /// Measures a line.
  static func line(_ text: String) -> Line {
    var used = 0.0
    for scalar in text.unicodeScalars { used += width(scalar.value) }
    return Line(text: text, width: used)
  }

  /// Breaks `text` at spaces into at most `count` lines of `limit`, the last with an ellipsis where text is left out.
  static func lines(_ text: String, limit: Double, count: Int) -> [Line] {
    let bytes = Array(text.utf8)
    var start = endOfSpace(bytes, from: 0)
    var lines: [Line] = []
    while lines.count < count, start < bytes.count {
      lines.append(take(bytes, from: &start, limit: limit, isLast: lines.count == count - 1))
    }
    return lines
  }

  /// A place in a text, and the width up to it.
  private struct Place {
    var index: Int
    var used: Double
  }

  private static func take(
    _ bytes: [UInt8], from start: inout Int, limit: Double, isLast: Bool
  ) -> Line {
    let ellipsis = width(0x2026)
    let widths = asciiWidths
    var end = Place(index: start, used: 0)
    var space: Place?
    var fitting = end
    while end.index < bytes.count {
      let byte = bytes[end.index]
      var (length, isSpace) = (1, byte == 0x20 || (0x09...0x0D).contains(byte))
      var next = end.used
      if byte < 0x80 {
        next += widths[Int(byte)]
      } else {
        let scalar = scalar(bytes, at: end.index)
        length = UTF8.width(scalar)
        isSpace = scalar.properties.isWhitespace
        next += width(scalar.value)
      }
      guard next <= limit else { break }
      if isSpace { space = end }
      end = Place(index: end.index + length, used: next)
      if next <= limit - ellipsis { fitting = end }
    }
    if end.index == bytes.count {
      defer { start = bytes.count }
      return line(bytes[start...], end.used)
    }
    if isLast {
      let cut = space.map { $0.index <= fitting.index && $0.index > start ? $0 : fitting }
      let place = cut ?? fitting
      var line = line(bytes[start..<place.index], place.used + ellipsis)
      line.text += "…"
      return line
    }
    let cut = endOfSpace(bytes, from: end.index) > end.index ? end : space ?? end
    defer { start = endOfSpace(bytes, from: cut.index) }
    return line(bytes[start..<cut.index], cut.used)
  }

  private static func line(_ bytes: ArraySlice<UInt8>, _ width: Double) -> Line {
    Line(text: String(decoding: bytes, as: UTF8.self), width: width)
  }

  /// The first place from `start` where there is no white space.
  private static func endOfSpace(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        guard bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) else { break }
        index += 1
      } else {
        let scalar = scalar(bytes, at: index)
        guard scalar.properties.isWhitespace else { break }
        index += UTF8.width(scalar)
      }
    }
    return index
  }

  /// The scalar that starts at `index`.
  private static func scalar(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar {
    let text = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self)
    return text.unicodeScalars.first ?? " "
  }
}
