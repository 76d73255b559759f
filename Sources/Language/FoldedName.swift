/// Makes names comparable: without case, accents, punctuation and width of spaces.
public enum FoldedName {
  /// The words of `text` in lower case without accents, with single spaces between them.
  ///
  /// `Café  Ødegård & Søn` and `CAFE ODEGARD SON` are both `cafe odegard son`; other scripts keep their letters.
  public static func words(_ text: String) -> String {
    wordsOfASCII(text) ?? wordsOfAnyScript(text)
  }

  /// The same, byte by byte, of a text in ASCII; nothing for another.
  private static func wordsOfASCII(_ text: String) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isBetweenWords = false
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
        if isBetweenWords, !result.isEmpty { result.append(0x20) }
        isBetweenWords = false
        result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      case 0x27: continue
      case ..<0x80: isBetweenWords = true
      default: return nil
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func wordsOfAnyScript(_ text: String) -> String {
    var result = ""
    var isBetweenWords = false
    for scalar in text.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        if lower.properties.canonicalCombiningClass != .notReordered { continue }
        let folded = baseLetters[lower] ?? String(lower)
        guard isWordPart(lower) else {
          isBetweenWords = isBetweenWords || lower != "'" && lower != "’"
          continue
        }
        if isBetweenWords, !result.isEmpty { result += " " }
        isBetweenWords = false
        result += folded
      }
    }
    return result
  }

  /// A name for files and links: lower-case ASCII letters and digits with single hyphens, at most 80 bytes.
  ///
  /// Empty where `text` has no such letters.
  public static func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in words(text).utf8 {
      let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isKept {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x2D {
        bytes.append(0x2D)
      }
    }
    bytes = Array(bytes.prefix(80))
    while bytes.last == 0x2D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The letter under the accent for the letters of the Latin alphabets that Unicode composes.
  private static let baseLetters: [Unicode.Scalar: String] = {
    let rows = [
      "a": "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ", "ae": "æǽ", "c": "çćĉċč", "d": "ďđð",
      "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ",
      "h": "ĥħ", "i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķǩ", "l": "ĺļľŀł", "n": "ñńņňŉǹ",
      "o": "òóôõöøōŏőǒọỏốồổỗộơớờởỡợ",
      "oe": "œ", "r": "ŕŗř", "s": "śŝşšșß", "t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűųǔụủưứừửữự",
      "w": "ŵẁẃẅ",
      "y": "ýÿŷỳỵỷỹ", "z": "źżž",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (base, letters) in rows {
      for letter in letters.unicodeScalars { table[letter] = letter == "ß" ? "ss" : base }
    }
    return table
  }()
}
