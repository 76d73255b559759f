import Chronology
import PostmortemModel
import Testing

/// What a field's whole value reads as.
@Suite struct FieldDateTests {
  @Test(arguments: [
    ("2023-09-05", "2023-09-05"),
    ("2023-09-05T14:32:00Z", "2023-09-05"),
    ("2023/09/05", "2023-09-05"),
    ("2022-09", "2022-09"),
    ("09/2022", "2022-09"),
    ("12.04.2022", "2022-04-12"),
    ("12.4.22", "2022-04-12"),
    ("6/30/2025", "2025-06-30"),
    ("30/6/2025", "2025-06-30"),
    ("30-06-2025", "2025-06-30"),
    ("March 14, 2021", "2021-03-14"),
    ("14 March 2021", "2021-03-14"),
    ("Sun 14 Mar 2021", "2021-03-14"),
    ("1st of May 2024", "2024-05-01"),
    ("May 1st, 2024", "2024-05-01"),
    ("Feb '24", "2024-02"),
    ("Feb ’24", "2024-02"),
    ("Sept. 2024", "2024-09"),
    ("Q3 2024", "2024-Q3"),
    ("2024 Q3", "2024-Q3"),
    ("2024-Q3", "2024-Q3"),
    ("Q3/24", "2024-Q3"),
    ("third quarter of 2024", "2024-Q3"),
    ("spring 2023", "2023"),
    ("2022", "2022"),
    ("since 2022", "2022"),
  ])
  func readsAFieldsDate(value: String, date: String) {
    #expect(DateReader.date(from: value)?.description == date)
  }

  @Test(arguments: [
    "", "n/a", "-", "tbd", "March", "14 March", "2.4.1", "12:30", "48,000", "€2024", "24/7",
    "31.02.2024", "FY25",
  ])
  func findsNoDateWhereNoneIsGiven(value: String) {
    #expect(DateReader.date(from: value) == nil)
  }

  @Test func figuresInAnOpenOrderKeepTheirYear() {
    #expect(DateReader.date(from: "03/04/2025")?.description == "2025")
    #expect(DateReader.date(from: "03/04/2025", dayComesFirst: true)?.description == "2025-04-03")
    #expect(DateReader.date(from: "03/04/2025", dayComesFirst: false)?.description == "2025-03-04")
  }
}
