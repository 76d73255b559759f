import Language
import Testing

@Suite struct AccountKeyTests {
  @Test(
    arguments: [
      ("Kestrel Freight", "KESTREL FREIGHT LTD."), ("Brix AG", "brix"),
      ("Café Ødegård A/S", "Cafe Odegard"), ("Müller GmbH & Co. KG", "Muller"),
      ("Acme, Inc.", "Acme Incorporated"), ("The Orchard Company", "Orchard Co"),
      ("Nordic Oy", "nordic"), ("Casa S.A.R.L.", "Casa SARL"), ("Wisła Sp. z o.o.", "wisla"),
    ])
  func isOneForOneAccount(one: String, other: String) throws {
    #expect(try #require(AccountKey(one)).names(#require(AccountKey(other))))
    #expect(try #require(AccountKey(other)).names(#require(AccountKey(one))))
  }

  @Test(
    arguments: [
      ("Acme Inc", "Acme GmbH"), ("Acme", "Acme Foods"), ("Limited", "Company"),
      ("株式会社 東京", "株式会社 大阪"),
    ])
  func differsForTwoAccounts(one: String, other: String) throws {
    #expect(try !#require(AccountKey(one)).names(#require(AccountKey(other))))
  }

  @Test(arguments: ["", "  ", "–", "&"]) func isNoneOfNothing(name: String) {
    #expect(AccountKey(name) == nil)
  }

  @Test func neverTakesTheWholeNameForItsForm() {
    #expect(AccountKey("Limited")?.bare == "limited")
    #expect(AccountKey("The")?.bare == "the")
  }
}
