import PostmortemModel
import Reporting
import Testing

@Suite("Words for dates, money and vocabularies")
struct WordingTests {
  @Test(
    "Dates are written at their precision",
    arguments: [
      ("2025-03-04", "4 March 2025"), ("2025-03", "March 2025"), ("2025-Q1", "Q1 2025"),
      ("2025", "2025"), ("0085-12-31", "31 December 0085"),
    ])
  func dates(iso: String, words: String) throws {
    #expect(Wording.date(try #require(PartialDate(iso))) == words)
  }

  @Test(
    "Several dates are written by their first and last",
    arguments: [
      ("2024-08", "2024-10", "Aug – Oct 2024"), ("2025-02-04", "2025-02-05", "4 Feb – 5 Feb 2025"),
      ("2024-12-30", "2025-01-02", "30 Dec 2024 – 2 Jan 2025"), ("2023", "2024", "2023 – 2024"),
      ("2024", "2024-06", "2024 – Jun 2024"), ("0085-Q1", "0085-Q2", "Q1 – Q2 0085"),
    ])
  func severalDates(first: String, last: String, words: String) throws {
    let (first, last) = (try #require(PartialDate(first)), try #require(PartialDate(last)))
    #expect(Wording.shortDates(first, last) == words)
  }

  @Test(
    "Words are joined by commas and an and",
    arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
  func lists(words: [String], list: String) {
    #expect(Wording.list(words) == list)
  }

  @Test(
    "Money carries its currency",
    arguments: [
      (84_000, "USD", "$84,000"), (52_000, "CHF", "CHF 52,000"), (31_200, "GBP", "£31,200"),
      (999, "EUR", "€999"), (1_234_567, nil, "1,234,567"), (12.5, "USD", "$12.50"),
      (-84_000, "USD", "$−84,000"), (0.1 + 0.2, nil, "0.30000000000000004"), (1e20, nil, "1e+20"),
    ] as [(Double, String?, String)])
  func money(amount: Double, currency: String?, words: String) {
    #expect(Wording.money(Money(amount: amount, currency: currency)) == words)
  }

  @Test(
    "Numbers are short",
    arguments: [
      (6, "6"), (7.5, "7.5"), (-20, "−20"), (0, "0"), (0.05, "0.05"), (1.1, "1.1"),
      (2.346, "2.346"), (1e20, "1e+20"),
    ])
  func numbers(value: Double, words: String) { #expect(Wording.number(value) == words) }

  @Test(
    "Confidence is said in words",
    arguments: [
      (0, "very low"), (0.25, "low"), (0.5, "moderate"), (0.74, "moderate"), (0.75, "high"),
      (1, "high"),
    ])
  func confidence(value: Double, words: String) { #expect(Wording.confidence(value) == words) }

  @Test("Within a vocabulary no two labels are alike, and none is empty")
  func labels() {
    let vocabularies = [
      CauseCategory.standard.map { Labels.label($0) }, Department.standard.map { Labels.label($0) },
      Outcome.allCases.map { Labels.label($0) }, Controllable.allCases.map { Labels.label($0) },
      JourneyStage.allCases.map { Labels.label($0) }, EventKind.allCases.map { Labels.label($0) },
      SignalKind.allCases.map { Labels.label($0) }, SaveOutcome.allCases.map { Labels.label($0) },
      RiskStage.allCases.map { Labels.label($0) },
      WinBackLikelihood.allCases.map { Labels.label($0) },
      SourceKind.allCases.map { Labels.label($0) },
      Account.Field.allCases.map { Labels.label($0) }, Array(Labels.fields.values),
    ]
    for labels in vocabularies {
      #expect(Set(labels).count == labels.count)
      #expect(labels.allSatisfy { !$0.isEmpty && !$0.contains("-Q") })
    }
  }

  @Test("A company's own category and department keep their names")
  func own() {
    #expect(Labels.label(CauseCategory(rawValue: "data-science")) == "data-science")
    #expect(Labels.label(Department(rawValue: "field-ops")) == "field-ops")
    #expect(Labels.label(ofField: "some.new_field") == "some.new_field")
  }
}
