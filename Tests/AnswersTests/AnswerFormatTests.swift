import Answers
import Testing

@Suite struct AnswerFormatTests {
  @Test(arguments: [
    ("yaml", AnswerFormat.yaml), ("YML", .yaml), ("json", .json), ("Csv", .csv), ("tsv", .csv),
  ])
  func theExtensionTellsTheFormat(_ fileExtension: String, _ format: AnswerFormat) {
    #expect(AnswerFormat(fileExtension: fileExtension) == format)
  }

  @Test(arguments: ["", "md", "jsonl", ".json"])
  func otherExtensionsAreNoFormat(_ fileExtension: String) {
    #expect(AnswerFormat(fileExtension: fileExtension) == nil)
  }
}
