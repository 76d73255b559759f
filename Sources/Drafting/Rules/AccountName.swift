import Chronology
import Evidence
import Language

/// The customer's name as notes write it.
enum AccountName {
  /// The name without what a value adds to it in brackets or behind a comma, such as the town.
  static func plain(_ value: String) -> String {
    let bytes = Array(value.utf8)
    for (index, byte) in bytes.enumerated() where index > 1 {
      if byte == 0x28 && bytes[index - 1] == 0x20 || byte == 0x3B {
        return Bytes.trimmedText(bytes[..<index])
      }
      guard byte == 0x2C else { continue }
      let behind = bytes[(index + 1)...].prefix { $0 != 0x2C && $0 != 0x28 && $0 != 0x3B }
      let isForm = AccountKey.isLegalForm(String(decoding: behind, as: UTF8.self))
      if !isForm { return Bytes.trimmedText(bytes[..<index]) }
    }
    return value
  }

  /// The name that a field's value states; nothing where it is a date, a question or half a sentence.
  static func stated(by value: String) -> String? {
    let name = plain(value)
    let words = name.split(separator: " ")
    let isSentence =
      words.count > 8 || words.count > 3 && words.allSatisfy { $0.first?.isUppercase != true }
    guard name.contains(where: \.isLetter), name.last != "?", !isSentence,
      DateReader.date(from: name) == nil
    else { return nil }
    return name
  }

  /// The name that metadata give, or a heading that says more than that the account is gone.
  static func stated(in layout: NoteLayout) -> String? {
    for field in layout.fields where field.name == "name" {
      let text = layout.passages[field.passage].text
      if let name = stated(by: text.folded(0..<text.utf8.count)) { return name }
    }
    return heading(of: layout)?.heading.name
  }

  /// The first heading, where it names the account and says more than that it is gone.
  static func heading(of layout: NoteLayout) -> (heading: AccountHeading, excerpt: Excerpt)? {
    guard let passage = layout.passages.first(where: \.isHeading),
      let heading = AccountHeading(passage.text.folded(0..<passage.text.utf8.count)),
      heading.hasFacts
    else { return nil }
    return (heading, passage.excerpt)
  }

  /// The parts of the first heading, which may be the name: `Exit interview – Kestrel Freight`.
  static func inHeading(of layout: NoteLayout) -> [String] {
    let heading = layout.passages.first(where: \.isHeading)
    guard let text = heading?.text, text.utf8.count <= 200 else { return [] }
    return HeadingParts.parts(of: text.folded(0..<text.utf8.count)).prefix(4).map(plain)
  }
}
