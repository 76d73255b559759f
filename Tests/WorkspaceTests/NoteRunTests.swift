import Evidence
import PostmortemModel
import TestSupport
import Testing
import Workspace

@Suite struct NoteRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func draft(_ note: String, answers: String? = nil, account: String? = nil) throws
    -> NoteDraft
  {
    let file = try answers.map { try AnswersFile(InputFile(reading: FilePath(folder.path($0)))) }
    return NoteRun(answers: file, account: account)
      .draft(try InputFile(reading: FilePath(folder.path(note))))
  }

  @Test func recordsTheDigestAndTheLinesOfItsInputs() throws {
    try folder.write("abc", to: "acme.md")
    let source = try #require(try draft("acme.md").postmortem.sources.first)
    #expect(source.file == "acme.md" && source.lines == 1 && source.kind == .notes)
    #expect(source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: ["yaml", "yml", "json", "csv"])
  func findsTheAnswersBesideTheNote(fileExtension: String) throws {
    try folder.write("text", to: "acme.md")
    let text =
      switch fileExtension {
      case "json": "{\"account\": \"Acme\"}"
      case "csv": "account,csm\nAcme,Jo\n"
      default: "account: Acme\n"
      }
    try folder.write(text, to: "acme.answers.\(fileExtension)")
    #expect(
      try draft("acme.md").postmortem.sources.map(\.file) == [
        "acme.md", "acme.answers.\(fileExtension)",
      ])
  }

  @Test func saysWhichOfTwoAnswersItDoesNotUse() throws {
    try folder.write("text", to: "acme.md")
    try folder.write("account,csm\nAcme,Jo\n", to: "acme.answers.csv")
    try folder.write("account: Acme\n", to: "acme.answers.yml")
    let result = try draft("acme.md")
    #expect(result.postmortem.sources.map(\.file) == ["acme.md", "acme.answers.yml"])
    let finding = try #require(result.findings.first { $0.id == "second-answers" })
    #expect(finding.source.hasSuffix("acme.answers.csv"))
  }

  @Test func usesTheAnswersThatWereNamedAndNoOthers() throws {
    try folder.write("text", to: "acme.md")
    try folder.write("account: Beside\n", to: "acme.answers.yaml")
    try folder.write("account: Named\n", to: "named.yaml")
    let result = try draft("acme.md", answers: "named.yaml")
    #expect(result.postmortem.sources.map(\.file) == ["acme.md", "named.yaml"])
    #expect(result.postmortem.account.name == "Named")
  }

  @Test func picksTheRowOfTheAccountThatWasNamed() throws {
    try folder.write("text", to: "note.md")
    try folder.write("account,csm\nAcme,Jo\nBrix & Sön,Sam\n", to: "export.csv")
    let result = try draft("note.md", answers: "export.csv", account: "brix son")
    #expect(result.postmortem.account.name == "Brix & Sön")
  }

  @Test func picksTheRowOfTheAccountInTheNote() throws {
    try folder.write("---\naccount: BRIX\n---\n", to: "note.md")
    try folder.write("account,csm\nAcme,Jo\nBrix,Sam\n", to: "export.csv")
    let result = try draft("note.md", answers: "export.csv")
    #expect(result.postmortem.sources.count == 2)
    #expect(!result.findings.contains { $0.id == "no-matching-row" })
  }

  @Test func listsTheRowsWhereNoneFits() throws {
    try folder.write("just text, and no name", to: "note.md")
    try folder.write("account,csm\nAcme,Jo\nBrix,Sam\n", to: "export.csv")
    let finding = try #require(
      try draft("note.md", answers: "export.csv").findings.first { $0.id == "no-matching-row" })
    #expect(finding.message.contains("Acme, Brix"))
    #expect(finding.message.contains("--account"))
  }

  @Test func tellsPlacesByThePathOfTheFile() throws {
    try folder.write("caf\u{0}", to: "deep/down/note.md")
    let findings = try draft("deep/down/note.md").findings
    #expect(findings.map(\.source).allSatisfy { $0.hasSuffix("deep/down/note.md") })
    #expect(findings.contains { $0.id == "invalid-utf8" && $0.position?.line == 1 })
  }

  @Test func tellsOfBytesThatWereReplacedInTheAnswers() throws {
    try folder.write("text", to: "acme.md")
    try folder.write(bytes: Array("account: Acme\ncsm: J".utf8) + [0xF6], to: "acme.answers.yaml")
    let finding = try #require(try draft("acme.md").findings.first { $0.id == "invalid-utf8" })
    #expect(finding.source.hasSuffix("acme.answers.yaml") && finding.position?.line == 2)
  }

  @Test func tellsOfASecondRowAboutAnAccount() throws {
    try folder.write("---\naccount: Acme\n---\ntext", to: "acme.md")
    try folder.write("account,csm\nAcme,Jo\nBrix,Sam\nACMÉ,Max\n", to: "all.csv")
    let result = try draft("acme.md", answers: "all.csv")
    #expect(result.postmortem.account.csm == "Jo")
    let finding = try #require(result.findings.first { $0.id == "second-row" })
    #expect(finding.position?.line == 4)
  }

  @Test(arguments: ["", " \n\t\n"]) func tellsOfAnEmptyNote(text: String) throws {
    try folder.write(text, to: "acme.md")
    #expect(try draft("acme.md").findings.map(\.id) == ["empty-note"])
  }

  @Test func tellsThatAnAccountWasNamedAndThereAreNoAnswers() throws {
    try folder.write("text", to: "acme.md")
    #expect(try draft("acme.md", account: "Acme").findings.map(\.id) == ["no-answers"])
  }

  @Test(arguments: [
    ("churn_date: soon", ["unclear-answer"]), ("arr: plenty", ["unclear-answer"]),
    ("churn_date: 30.06.2025\narr: 42k", []), ("churn_date:", []),
    ("contract_value: {amount: 5, currency: EUR}", []),
  ]) func tellsOfAnAnswerThatIsNotUnderstood(answers: String, ids: [String]) throws {
    try folder.write("They left.", to: "acme.md")
    try folder.write("account: Acme\n" + answers, to: "acme.answers.yaml")
    #expect(try draft("acme.md").findings.map(\.id) == ids)
  }
}
