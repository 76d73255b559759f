import Testing
import Language

@Suite struct FoldedNameTests {
  @Test(
    arguments: [
      ("Café  Ødegård & Søn", "CAFE ODEGARD, SON"),
      ("Müller GmbH", "mu\u{308}ller gmbh"),
      ("O'Brien’s", "obriens"),
      ("Łódź Straße", "lodz strasse"),
      ("İstanbul A.Ş.", "istanbul a s"),
    ])
  func findsNamesAlikeWithoutCaseAndAccents(one: String, other: String) {
    #expect(FoldedName.words(one) == FoldedName.words(other))
  }

  @Test func keepsTheLettersOfOtherScripts() {
    #expect(FoldedName.words("株式会社 東京") != FoldedName.words("株式会社 大阪"))
  }

  @Test(
    arguments: [
      ("Northwind Freight, Inc.", "northwind-freight-inc"), ("../../etc/passwd", "etc-passwd"),
      ("東京", ""),
      ("-rf", "rf"), ("a\u{0}b", "a-b"),
      (String(repeating: "x", count: 300), String(repeating: "x", count: 80)),
    ])
  func makesSlugsOfLettersDigitsAndHyphens(text: String, slug: String) {
    #expect(FoldedName.slug(text) == slug)
  }

  @Test(
    "what is plain ASCII is folded alone as beside an accented word",
    arguments: [
      "Acme, Inc.", "  O'Neill & Sons ", "A\tB\u{0}C", "x--y__z", "'", "42nd St. (NORTH)", "",
    ])
  func foldsASCIIAsInMixedText(text: String) {
    let mixed = FoldedName.words("é " + text)
    #expect(mixed == ["e", FoldedName.words(text)].filter { !$0.isEmpty }.joined(separator: " "))
  }
}
