import Answers
import Evidence
import Testing

@Suite struct JSONAnswersTests {
  @Test func answersKeepOrderTextAndPlace() {
    let answers = sheet(
      """
      {
        "b": 1.50e3, "a": true,
        "why": "slow\\nand \\"dear\\" \\ud83d\\ude00",
        "none": null, "list": [1, {"x": "y"}], "empty": []
      }
      """, .json)
    #expect(
      answers.outline == [
        "b = 1.50e3", "a = true", "why = slow\nand \"dear\" 😀", "none = ", "list[0] = 1",
        "list.x[1] = y", "empty = ",
      ])
    #expect(
      answers.records.first?.answers.map(\.place) == [
        "2:8", "2:21", "3:10", "4:11", "4:26", "4:35", "4:51",
      ])
    #expect(answers.findings.isEmpty)
  }

  @Test func aTopLevelListOfObjectsIsManyRecords() {
    let answers = sheet("[{\"a\": 1},\n {\"a\": 2}]", .json)
    #expect(answers.outline == ["a = 1", "---", "a = 2"])
    #expect(answers.records.map(\.line) == [1, 2])
  }

  @Test func duplicateKeysAreKeptAndTold() {
    let answers = sheet("{\"a\": 1,\n \"a\": 2}", .json)
    #expect(answers.outline == ["a = 1", "a = 2"])
    #expect(answers.told == ["2:2 answers-duplicate-key"])
  }

  @Test func recordsBeforeAMistakeAreKept() {
    let answers = sheet("[{\"a\": 1}, {\"a\": 2,}]", .json)
    #expect(answers.outline == ["a = 1"])
    #expect(answers.told == ["1:20 answers-json"])
  }

  @Test(arguments: [
    ("{\"a\" 1}", "1:6", "Expected `:` after the key, found `1`"),
    ("{\"a\": 1\n \"b\": 2}", "2:2", "Expected `,` or `}`, found `\"`"),
    ("[{}, {}", "1:8", "Expected `,` or `]`, found the end of the file"),
    ("{'a': 1}", "1:2", "Expected a key in double quotes or `}`, found `'`"),
    ("{\"a\": yes}", "1:7", "Expected a value, found `yes`"),
    ("{\"a\": 1.}", "1:9", "Expected a digit, found `}`"),
    ("{\"a\": \"b}", "1:10", "the text that opens at 1:7, found the end of the file"),
    ("{\"a\": \"b\tc\"}", "1:9", "found the control character U+0009"),
    ("{\"a\": \"\\x\"}", "1:8", "one of the escapes"),
    ("[}", "1:2", "Expected a value or `]`, found `}`"),
    ("{} {}", "1:4", "Expected nothing more, found `{`"),
  ])
  func mistakesSayWhatWasExpectedAndFound(_ text: String, _ place: String, _ words: String) {
    let answers = sheet(text, .json)
    #expect(answers.told == ["\(place) answers-json"])
    #expect(answers.findings.first?.message.contains(words) == true, "\(answers.findings)")
  }
}
