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
    ("ARR: Rs 6.4 L pa", 640_000, "INR"),
    ("Fee: NGN 6,250,000", 6_250_000, "NGN"),
    ("Betrag pro Jahr: CHF 15'200", 15_200, "CHF"),
    ("Jaarbedrag: EUR 11.800", 11_800, "EUR"),
    ("Value: KES 3.1 million", 3_100_000, "KES"),
    ("Spend: €3,200/mo", 38_400, "EUR"),
    ("MRR: £410", 4_920, "GBP"),
    ("Value: $5k per quarter", 20_000, "USD"),
    ("ARR: 66k usd", 66_000, "USD"),
    ("Value: ₦17,500,000", 17_500_000, "NGN"),
    ("Value: BWP 510 000 p.a.", 510_000, "BWP"),
    ("Value: R 28 500 / month", 342_000, "ZAR"),
    ("Value: rm1,150/mth", 13_800, "MYR"),
    ("Value: TT$64,800 a yr", 64_800, "TTD"),
    ("Value: IDR 1.48 bn", 1_480_000_000, "IDR"),
    ("Value: 780.000 TL per year", 780_000, "TRY"),
    ("Value: 108k€/yr", 108_000, "EUR"),
    ("ARR: $21,300/yr CAD", 21_300, "CAD"),
  ]) func ofAField(_ line: String, _ amount: Double, _ currency: String) {
    #expect(value("- Customer: Bramley\n- \(line)") == Money(amount: amount, currency: currency))
  }

  @Test(arguments: [
    ("Bramley paid us $48k a year and is gone.", 48_000, "USD"),
    ("They took it at R540 000 a year.", 540_000, "ZAR"),
    ("Bramley, 31 sites, A$2,400 a month, month to month.", 28_800, "AUD"),
    ("Forty-two thousand euros a year, all told.", 42_000, "EUR"),
    ("A hundred and ten thousand pounds for twelve pipelines.", 110_000, "GBP"),
    ("Bramley is gone. They are paying thirty-nine thousand, in pounds.", 39_000, "GBP"),
    ("Bramley, forklifts, 11.7k, with us since 2020. A badge was £40.", 11_700, "GBP"),
    ("Bramley, 31 sites. 18.2 lakh a year, agreement of 2 January 2025.", 1_820_000, "INR"),
    ("Bramley paid 312 thousand zloty yearly.", 312_000, "PLN"),
    ("Bramley, Plum Coulee. $18,900 a year Canadian.", 18_900, "CAD"),
    ("Bramley, Plum Coulee, Manitoba. $18,900 a year.", 18_900, "CAD"),
    ("Bramley, Geelong. Their US$1,000 gift card apart, US$18,900 a year.", 18_900, "USD"),
    ("Bramley is lost. The invoice of €900 hurt. ARR $28,560.", 28_560, "USD"),
    ("The app had 18m hits a month. Bramley paid £3,000 a year.", 3_000, "GBP"),
  ]) func ofASentence(_ note: String, _ amount: Double, _ currency: String) {
    #expect(value(note) == Money(amount: amount, currency: currency))
  }

  @Test func whatIsSaidOfThePriceIsNoContractValue() {
    #expect(value("- Account: Bramley\n- Price: 15 % more than theirs\n\nThey left.") == nil)
  }

  @Test func theKeyMayCarryTheCurrency() {
    #expect(
      value("| | |\n|---|---|\n| Client | Bramley |\n| $ / yr | 19,400 |")
        == Money(amount: 19_400, currency: "USD"))
  }
}
