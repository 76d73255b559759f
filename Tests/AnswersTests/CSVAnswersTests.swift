import Answers
import Evidence
import Testing

@Suite struct CSVAnswersTests {
  @Test func everyRowIsARecordWithItsLine() {
    let answers = sheet("Account,Why?\nAcme,\"slow,\nand \"\"dear\"\"\"\n\nBolt,price\n", .csv)
    #expect(
      answers.outline == [
        "Account = Acme", "Why? = slow,\nand \"dear\"", "---", "Account = Bolt", "Why? = price",
      ])
    #expect(answers.records.map(\.line) == [2, 5])
    #expect(answers.records.first?.answers.map(\.place) == ["2:1", "2-3:6"])
    #expect(answers.findings.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [",", ";", "\t"])
  func everyLineEndAndSeparatorIsRead(_ lineEnd: String, _ separator: String) {
    let rows = [["a", "\"b;,\t\""], ["1", "2"], ["3", ""]]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: lineEnd)
    let answers = sheet("\u{FEFF}" + text, .csv)
    #expect(answers.outline == ["a = 1", "b;,\t = 2", "---", "a = 3", "b;,\t = "])
    #expect(answers.records.map(\.line) == [2, 3])
  }

  @Test func aFirstLineMayNameTheSeparator() {
    let answers = sheet("sep=;\r\na,b;c\r\n1;2\r\n", .csv)
    #expect(answers.outline == ["a,b = 1", "c = 2"])
    #expect(answers.records.map(\.line) == [3])
  }

  @Test func aHeaderWithCommasInItsQuestionsIsStillSeparatedBySemicolons() {
    let answers = sheet("Why, in short, and since when?;Score\nprice;3\n", .csv)
    #expect(answers.outline == ["Why, in short, and since when? = price", "Score = 3"])
  }

  @Test func raggedRowsAreKeptAndTold() {
    let answers = sheet("a,b\n1\n1,2,3\n", .csv)
    #expect(answers.outline == ["a = 1", "b = ", "---", "a = 1", "b = 2", " = 3"])
    #expect(answers.told == ["2:1 answers-csv-ragged", "3:1 answers-csv-ragged"])
  }

  @Test func duplicateAndEmptyHeadersAreKept() {
    #expect(sheet("a,,a\n1,2,3\n", .csv).outline == ["a = 1", " = 2", "a = 3"])
  }

  @Test func bareQuotesAreTextAndTold() {
    let answers = sheet("a,b\n5\" disk,\"he said \"no\" twice\"\n", .csv)
    #expect(answers.outline == ["a = 5\" disk", "b = he said \"no\" twice"])
    #expect(
      answers.told == ["2:2 answers-csv-quote", "2:18 answers-csv-quote", "2:21 answers-csv-quote"])
  }

  @Test func anUnclosedQuoteIsToldWhereItOpensAndNothingIsLost() {
    let answers = sheet("a,b\n1,\"open\n2,3\n", .csv)
    #expect(answers.outline == ["a = 1", "b = open\n2,3\n"])
    #expect(answers.told == ["2:3 answers-csv-unclosed"])
  }

  @Test(arguments: ["Question,Answer", "field;value", "\"Q\"\t\"A\""])
  func aFileOfQuestionsAndAnswersIsOneRecord(_ header: String) {
    let separator = header.contains(",") ? "," : header.contains(";") ? ";" : "\t"
    let answers = sheet(
      "\(header)\nWhy?\(separator)price\nWhen?\(separator)\nWho?\n", .csv)
    #expect(answers.outline == ["Why? = price", "When? = ", "Who? = "])
    #expect(answers.records.first?.answers.map(\.line) == [2, 3, 4])
  }

  @Test func rowsOfEmptyCellsAreNoRecords() {
    #expect(sheet("a,b\n,\n1,2\n,\n", .csv).outline == ["a = 1", "b = 2"])
  }

  @Test func aThousandColumnsAreReadAndNoMore() {
    let row = { (count: Int) in Array(repeating: "x", count: count).joined(separator: ",") }
    let wide = sheet(row(1_000) + "\n" + row(1_000) + "\n", .csv)
    #expect(wide.records.first?.answers.count == 1_000)
    let wider = sheet("a,b\n1,2\n" + row(1_001) + "\n3,4\n", .csv)
    #expect(wider.outline == ["a = 1", "b = 2"])
    #expect(wider.told == ["3:1 answers-csv-columns"])
  }
}
