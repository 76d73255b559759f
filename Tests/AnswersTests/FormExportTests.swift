import Answers
import Evidence
import Testing

/// The exports of form makers, as they write them: what their header rows ask, and what of them is no answer.
@Suite struct FormExportTests {
  @Test func googleFormsPutsTheTimeFirst() {
    let answers = sheet(
      "Timestamp,Which account?,Why?\n2026/04/02 3:14:15 PM GMT+2,Acme,price\n", .csv)
    #expect(answers.outline == ["Which account? = Acme", "Why? = price"])
    #expect(answers.headerEnd == 1)
  }

  @Test func typeformsDatesAreNotThoseOfAContract() {
    let answers = sheet(
      """
      #,Which account?,Why?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags
      1f,Acme,price,completed,2026-04-02 10:00:00,,2026-04-02 10:05:00,ab12,
      """, .csv)
    #expect(answers.outline == ["Which account? = Acme", "Why? = price"])
  }

  @Test func surveyMonkeyHasTwoHeaderRows() {
    let answers = sheet(
      """
      Respondent ID,Collector ID,Start Date,End Date,Your details,,Why did you leave?,,,Anything else?
      ,,,,Name,Company,Price,Support,Other (please specify),Open-Ended Response
      11,7,04/02/2026,04/02/2026,Dana,Acme,Price,,,"Slow,
      and dear"
      12,7,04/03/2026,04/03/2026,Max,Brix,,Support,No API,
      """, .csv)
    #expect(
      answers.outline == [
        "Your details.Company = Acme", "Why did you leave? = Price",
        "Why did you leave?.Support = ", "Why did you leave? = ",
        "Anything else? = Slow,\nand dear",
        "---", "Your details.Company = Brix", "Why did you leave?.Price = ",
        "Why did you leave? = Support", "Why did you leave? = No API", "Anything else? = ",
      ])
    #expect(answers.records.map(\.line) == [3, 5])
    #expect(answers.records.map(\.endLine) == [4, 5])
    #expect(answers.headerEnd == 2)
  }

  @Test func qualtricsHasThreeHeaderRows() {
    let answers = sheet(
      """
      StartDate,EndDate,Status,Finished,ResponseId,Q1,Q2,Account
      Start Date,End Date,Response Type,Finished,Response ID,"Why, in
      short?",What would you change?,Account
      "{""ImportId"":""startDate"",""timeZone"":""Europe/Berlin""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_TEXT""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""Account""}"
      2026-04-02,2026-04-02,IP Address,True,R_1,price,the plans,Acme
      """, .csv)
    #expect(
      answers.outline == [
        "Why, in\nshort? = price", "What would you change? = the plans", "Account = Acme",
      ])
    #expect(answers.records.map(\.line) == [5] && answers.headerEnd == 4)
    #expect(answers.records.first?.answers.map(\.place) == ["5:43", "5:49", "5:59"])
  }

  @Test(arguments: [
    "Start date,Account\n2024-01-01,Acme\n", "Score,Email address\n3,a@b.example\n",
    "#,Account\n1,Acme\n", "Respondent ID,Account\n1,Acme\n2,Brix\n",
  ]) func anyOtherTableKeepsAllItsColumns(text: String) {
    #expect(sheet(text, .csv).records.first?.answers.count == 2)
    #expect(sheet(text, .csv).headerEnd == 1)
  }
}
