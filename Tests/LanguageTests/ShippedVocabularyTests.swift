import Foundation
import Language
import Testing
import TestSupport

@Suite struct ShippedVocabularyTests {
  private static let files = [
    "causes", "classes", "departments", "fields", "headings", "moves", "names", "roles", "signals",
    "trades",
  ]

  private func vocabulary() throws -> Vocabulary {
    try Vocabulary(
      Self.files.map {
        VocabularyFile(name: "\($0).txt", utf8: try Repository.bytes("vocabulary/\($0).txt"))
      })
  }

  private func labels(_ text: String) throws -> Set<String> {
    let vocabulary = try vocabulary()
    return Set(vocabulary.matches(in: TokenizedText(text)).map { vocabulary.name(of: $0.label) })
  }

  @Test func everyLineIsWellFormed() throws {
    #expect(try vocabulary().problems.map(\.description) == [])
  }

  /// A line is blank, a comment, a section, a class, or gives a phrase: none is lost in silence.
  @Test func everyOtherLineGivesAPhrase() throws {
    let classes = VocabularyFile(
      name: "classes.txt", utf8: try Repository.bytes("vocabulary/classes.txt"))
    var phrases = 0
    for name in Self.files {
      let text = String(decoding: try Repository.bytes("vocabulary/\(name).txt"), as: UTF8.self)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      where !line.isEmpty && !line.hasPrefix("//") && !line.hasPrefix("[") {
        if line.hasPrefix("{"), line.contains("} =") { continue }
        let alone = Vocabulary([classes, VocabularyFile(name: "v.txt", text: "[x]\n\(line)")])
        #expect(alone.phraseCount > 0, "\(name).txt:\(index + 1): \(line)")
        phrases += 1
      }
    }
    #expect(phrases > 2_000)
  }

  @Test(arguments: [
    ("They never went live.", "cause/onboarding"),
    ("The export kept crashing on them.", "cause/product-quality"),
    ("It was eleven days before anyone answered.", "cause/support"),
    ("Nobody from our side checked in.", "cause/customer-success"),
    ("Our champion left the company in May.", "cause/champion-loss"),
    ("They built it themselves.", "cause/in-house"),
    ("The parent company mandated one tool.", "cause/restructuring"),
    ("The firm went bust.", "cause/business-closure"),
    ("We failed the security review.", "cause/security-compliance"),
    ("The renewal quote doubled.", "cause/pricing"),
    ("Budget was cut across the board.", "cause/budget"),
    ("Half the seats sat unused: shelfware.", "cause/adoption"),
    ("We should never have sold it to them.", "cause/sales-fit"),
    ("There is no integration with their ERP.", "cause/product-gap"),
    ("We lost the bake-off.", "cause/competitor"),
    ("She stopped replying to my emails.", "signal/missed-touchpoint"),
    ("He escalated to our CEO.", "signal/escalation"),
    ("Next time we ask before kickoff.", "role/lesson"),
    ("That was the last straw.", "role/turning-point"),
    ("Priya will send the export by Friday.", "role/action"),
    ("What was the main reason you decided to leave?", "field/root_cause"),
    ("Which tool are you moving to?", "field/competitors"),
    ("Would you consider us again?", "field/win_back"),
    ("What should we have done differently?", "field/lessons"),
    ("Was there a moment when you knew?", "field/turning_point"),
    ("Who needs to know", "section/departments"),
  ]) func ordinaryPhrasesAreKnown(_ text: String, _ label: String) throws {
    #expect(try labels(text).contains(label))
  }
}
