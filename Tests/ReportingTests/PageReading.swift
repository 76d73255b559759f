/// Reads what tests need to know out of a page that this program wrote.
struct PageReading {
  /// The tags in order, values of attributes left out: `<a class href aria-label>`.
  var tags: [String] = []
  /// The values of attributes by name.
  var attributes: [String: [String]] = [:]
  /// The text between tags.
  var text = ""

  /// Reads `page`, which must be well-formed: `<` starts a tag and nothing else.
  init(_ page: [UInt8]) {
    var index = 0
    var textBytes: [UInt8] = []
    while index < page.count {
      guard page[index] == UInt8(ascii: "<") else {
        textBytes.append(page[index])
        index += 1
        continue
      }
      var end = index + 1
      var quoted = false
      while end < page.count, quoted || page[end] != UInt8(ascii: ">") {
        if page[end] == UInt8(ascii: "\"") { quoted.toggle() }
        end += 1
      }
      readTag(page[(index + 1)..<min(end, page.count)])
      index = end + 1
    }
    text = Self.decoded(textBytes)
  }

  private mutating func readTag(_ bytes: ArraySlice<UInt8>) {
    var names: [String] = []
    var name: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let start = index + 1
        index = start
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        let key = String(decoding: name.dropLast(), as: UTF8.self)
        attributes[key, default: []].append(Self.decoded(Array(bytes[start..<index])))
      } else if byte == 0x20 || byte == 0x0A {
        if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
        name = []
      } else {
        name.append(byte)
      }
      index += 1
    }
    names.append(String(decoding: name, as: UTF8.self))
    tags.append("<\(names.joined(separator: " "))>")
  }

  /// Text with its five entities decoded.
  static func decoded(_ bytes: [UInt8]) -> String {
    let entities: [(String, UInt8)] = [
      ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")),
      ("&#39;", UInt8(ascii: "'")), ("&amp;", UInt8(ascii: "&")),
    ]
    var result: [UInt8] = []
    var index = 0
    scan: while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        for (entity, byte) in entities where bytes[index...].starts(with: entity.utf8) {
          result.append(byte)
          index += entity.utf8.count
          continue scan
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text between the first `start` and the `end` after it.
  static func piece(of page: [UInt8], from start: String, to end: String) -> [UInt8]? {
    guard let low = find(Array(start.utf8), in: page[...]) else { return nil }
    let from = low + start.utf8.count
    guard let high = find(Array(end.utf8), in: page[from...]) else { return nil }
    return Array(page[from..<high])
  }

  /// `page` without the first place where `piece` stands.
  static func removing(_ piece: [UInt8], from page: [UInt8]) -> [UInt8] {
    guard let start = find(piece, in: page[...]) else { return page }
    return Array(page[..<start] + page[(start + piece.count)...])
  }

  private static func find(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard text.count <= bytes.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - text.count)).first {
      bytes[$0] == text[0] && bytes[$0..<$0 + text.count].elementsEqual(text)
    }
  }
}
