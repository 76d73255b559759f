import PostmortemModel
import Testing

/// Contract values are for a year, in whatever form a note gives them.
@Suite struct ContractValueTests {
  private func value(_ note: String) -> Money? { draft(note).account.contractValue }

  @Test(arguments: [
    ("ARR: $84,000", 84_000, "USD"),
    ("ARR: €88.400", 88_400, "EUR"),
    ("ACV: CHF 11'520", 11_520, "CHF"),
    ("Contract value: 148 000 PLN", 148_000, "PLN"),
    ("ARR: Rs. 42 lakh", 4_200_000, "INR"),
    ("ARR: ₹1.2 crore", 12_000_000, "INR"),
    ("Value: KES 3.1 million", 3_100_000, "KES"),
    ("Spend: €3,200/mo", 38_400, "EUR"),
    ("MRR: £410", 4_920, "GBP"),
    ("Value: $5k per quarter", 20_000, "USD"),
    ("ARR: 66k usd", 66_000, "USD"),
  ]) func ofAField(_ line: String, _ amount: Double, _ currency: String) {
    #expect(value("- Customer: Bramley\n- \(line)") == Money(amount: amount, currency: currency))
  }

  @Test(arguments: [
    ("Bramley paid us $48k a year and is gone.", 48_000, "USD"),
    ("They took it at R540 000 a year.", 540_000, "ZAR"),
    ("Bramley, 31 sites, A$2,400 a month, month to month.", 28_800, "AUD"),
    ("Forty-two thousand euros a year, all told.", 42_000, "EUR"),
    ("A hundred and ten thousand pounds for twelve pipelines.", 110_000, "GBP"),
  ]) func ofASentence(_ note: String, _ amount: Double, _ currency: String) {
    #expect(value(note) == Money(amount: amount, currency: currency))
  }

  @Test func theKeyMayCarryTheCurrency() {
    #expect(
      value("| | |\n|---|---|\n| Client | Bramley |\n| $ / yr | 19,400 |")
        == Money(amount: 19_400, currency: "USD"))
  }
}
