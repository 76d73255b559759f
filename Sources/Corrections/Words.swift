import Evidence
import PostmortemModel
import Reporting

/// Reads the words that reports write for vocabularies, in any letters' case; the model's own words do as well.
enum Words {
  /// The word of a closed vocabulary that `text` stands for.
  static func word<Word>(
    _ text: String, as label: (Word) -> String
  ) -> Word? where Word: CaseIterable & RawRepresentable<String> {
    let wanted = text.folded
    return Word.allCases.first { label($0).folded == wanted || $0.rawValue == wanted }
  }

  /// The category that `text` stands for; a company's own where no other is called so.
  static func category(_ text: String) -> CauseCategory {
    open(text, as: { Labels.label($0) }) ?? CauseCategory(rawValue: text)
  }

  /// The department that `text` stands for; a company's own where no other is called so.
  static func department(_ text: String) -> Department {
    open(text, as: { Labels.label($0) }) ?? Department(rawValue: text)
  }

  private static func open<Word: OpenVocabulary>(
    _ text: String, as label: (Word) -> String
  ) -> Word? {
    let wanted = text.folded
    return Word.standard.first { label($0).folded == wanted || $0.rawValue == wanted }
  }

  /// The path of the field that `text` stands for; the text itself where no field is called so.
  static func field(_ text: String) -> String {
    let wanted = text.folded
    return Labels.fields.first { $0.value.folded == wanted }?.key ?? text
  }

  /// Yes or no.
  static func flag(_ text: String) -> Bool? {
    switch text.folded {
    case "yes", "true", "x", "done", "y", "✓", "✔", "✅": true
    case "no", "false", "n", "open", "not yet", "-": false
    default: nil
    }
  }

  /// How sure `text` says that something is, from 0 to 1: its number, else its words.
  static func confidence(_ text: String) -> Double? {
    let inner = text.cut(atLast: "(")?.after.cut(atFirst: ")")?.before ?? text
    if let number = Numbers.number(inner) {
      return inner.utf8.contains(UInt8(ascii: "%")) || number > 1 ? number / 100 : number
    }
    // The middle of what each word stands for.
    return [0.875, 0.625, 0.375, 0.125].first { Wording.confidence($0) == text.folded }
  }
}
