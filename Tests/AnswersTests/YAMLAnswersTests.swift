import Answers
import Evidence
import Testing

@Suite struct YAMLAnswersTests {
  @Test func valuesStayTextExactlyAsWritten() {
    let answers = sheet(
      """
      account: Northwind
      signed: 2024-03-01
      seats: 0042
      amount: 148 000
      renew: No
      nps: ~
      mood: 'it''s over'
      """, .yaml)
    #expect(
      answers.outline == [
        "account = Northwind", "signed = 2024-03-01", "seats = 0042", "amount = 148 000",
        "renew = No", "nps = ", "mood = it's over",
      ])
    #expect(answers.findings.isEmpty)
  }

  @Test func nestedMapsGivePathsAndListsGiveItems() {
    let answers = sheet(
      """
      contract:
        value: 84000
        dates: {start: 2022-04, end: 2025-06}
      reasons:
        - slow
        - dear
      contacts:
        - name: Dana
          roles: [admin, buyer]
        - name: Lee
      """, .yaml)
    #expect(
      answers.outline == [
        "contract.value = 84000", "contract.dates.start = 2022-04", "contract.dates.end = 2025-06",
        "reasons[0] = slow", "reasons[1] = dear",
        "contacts.name[0] = Dana", "contacts.roles[0] = admin", "contacts.roles[0] = buyer",
        "contacts.name[1] = Lee",
      ])
  }

  @Test func emptyAnswersAreKept() {
    let answers = sheet("a:\nb: ''\nc: []\nd: {}\ne: null\n", .yaml)
    #expect(answers.outline == ["a = ", "b = ", "c = ", "d = ", "e = "])
    #expect(answers.records.first?.answers.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test func theLinesOfABlockAnswerAreThoseOfItsText() {
    let answers = sheet(
      """
      why: |  # in their words

        The export
        never worked.

      next: >
        Call
        again
      short: plain
        and folded
      """, .yaml)
    #expect(
      answers.outline == [
        "why = \nThe export\nnever worked.\n", "next = Call again\n", "short = plain and folded",
      ])
    #expect(answers.records.first?.answers.map(\.place) == ["3-4:3", "7-8:3", "9-10:8"])
  }

  @Test func columnsCountBytesAndLinesEndWhereTheFileSaysSo() {
    let answers = sheet("größe: 'é'\r\nÄ: 'b\u{2028}c'\rlast: d\r\n", .yaml)
    #expect(answers.records.first?.answers.map(\.place) == ["1:10", "2:5", "3:7"])
  }

  @Test func lineSeparatorsAreTextAndNotLineBreaks() {
    let answers = sheet("a: x\u{2028}y: z\nb: |\n  \u{2029}c\n", .yaml)
    #expect(answers.told == ["1:9 answers-yaml"])
    let fine = sheet("a: x\u{2028}y\n'\u{2029}': |\n  \u{2029}c\n", .yaml)
    #expect(fine.outline == ["a = x\u{2028}y", "\u{2029} = \u{2029}c\n"])
    #expect(fine.records.first?.answers.map(\.place) == ["1:4", "3:3"])
    let used = sheet("a: \u{F0A8}\n", .yaml)
    #expect(used.outline == ["a = \u{F0A8}"])
  }

  @Test func everyDocumentAndEveryMapOfATopLevelListIsARecord() {
    #expect(sheet("a: 1\n---\na: 2\n", .yaml).outline == ["a = 1", "---", "a = 2"])
    let list = sheet("# export\n- a: 1\n  b: 2\n- a: 3\n", .yaml)
    #expect(list.outline == ["a = 1", "b = 2", "---", "a = 3"])
    #expect(list.records.map(\.line) == [2, 4])
  }

  @Test func questionsWithTheirAnswersAreOneRecord() {
    let answers = sheet(
      "- question: Why did you leave?\n  answer: Price\n- question: Since when?\n  answer: May\n",
      .yaml)
    #expect(answers.outline == ["Why did you leave? = Price", "Since when? = May"])
    #expect(answers.records.first?.answers.map(\.line) == [2, 4])
  }

  @Test func duplicateKeysAreKeptAndTold() {
    let answers = sheet("a: 1\nb: 2\na: 3\n", .yaml)
    #expect(answers.outline == ["a = 1", "b = 2", "a = 3"])
    #expect(answers.told == ["3:1 answers-duplicate-key"])
  }

  @Test func aKeyMayBeAMapOrAList() {
    #expect(sheet("? [a, b]\n: c\n", .yaml).outline == ["[a, b] = c"])
  }

  @Test func textThatYAMLTakesAwayIsTold() {
    let answers = sheet("who: &co Jo\nhow: !urgent call\nok: !!str 5\n", .yaml)
    #expect(answers.outline == ["who = Jo", "how = call", "ok = 5"])
    #expect(answers.told == ["1:6 answers-yaml-tag", "2:6 answers-yaml-tag"])
  }

  @Test func anAnswerWithoutAQuestionIsKeptAndTold() {
    let answers = sheet("They left because of the price\n", .yaml)
    #expect(answers.outline == [" = They left because of the price"])
    #expect(answers.told == ["1:1 answers-unnamed"])
  }

  @Test(arguments: ["", "# only a comment\n", "---\n...\n", "[]", "{}"])
  func aFileWithoutAnswersIsTold(_ text: String) {
    let answers = sheet(text, .yaml)
    #expect(answers.records.isEmpty)
    #expect(answers.findings.map(\.id) == ["answers-empty"])
  }

  @Test func whatStandsWholeBeforeAMistakeIsKept() {
    let answers = sheet("a: 1\n---\na: 2\nb: too slow: five seconds\n", .yaml)
    #expect(answers.outline == ["a = 1"])
    #expect(answers.told == ["4:12 answers-yaml"])
    #expect(answers.findings.first?.message.contains("quotes") == true)
  }

  @Test func frontMatterHasThePositionsOfTheWholeNote() {
    let note = SourceText(
      name: "n.md", text: "---\naccount: Åre\nwhy: |\n  one\n  two\n---\n# Notes: more: less\n")
    let answers = AnswerSheet(readingFrontMatter: note, lines: 2...5)
    #expect(answers.outline == ["account = Åre", "why = one\ntwo"])
    #expect(answers.records.first?.answers.map(\.place) == ["2:10", "4-5:3"])
    #expect(answers.records.first?.line == 2)
    let broken = SourceText(name: "n.md", text: "---\naccount: Åre\nwhy: more: less\n---\n")
    let told = AnswerSheet(readingFrontMatter: broken, lines: 2...3).told
    #expect(told.count == 1 && told.first?.hasPrefix("3:") == true)
  }

  @Test func frontMatterThatIsNoYAMLIsReadLineByLine() {
    let note = SourceText(
      name: "n.md",
      text:
        "---\naccount: \"Åre\"\n# account: no\ncsm: @jo\nwhy: slow: five s\n  - a: b\ntags: [x\n---\n"
    )
    let answers = AnswerSheet(readingFrontMatter: note, lines: 2...7)
    #expect(
      answers.outline == ["account = Åre", "csm = @jo", "why = slow: five s", "tags = [x"])
    #expect(answers.records.first?.answers.map(\.place) == ["2:11", "4:6", "5:6", "7:7"])
    #expect(answers.told == ["4:6 answers-yaml"])
  }

  @Test(arguments: [0...0, 0...99, 7...9, 99...100])
  func linesThatAreNotThereAreLeftOut(_ lines: ClosedRange<Int>) {
    let note = SourceText(name: "n.md", text: "a: 1\nb: 2\n")
    #expect(AnswerSheet(readingFrontMatter: note, lines: lines).findings.isEmpty)
    let empty = SourceText(name: "n.md", text: "")
    #expect(AnswerSheet(readingFrontMatter: empty, lines: lines).records.isEmpty)
  }

  @Test func escapesCannotSpellWhatIntakeRemoves() {
    let marks = String(repeating: "\\u0301", count: 100)
    let answers = sheet("a: \"x\\0y\"\nb: \"e\(marks)\"\n", .yaml)
    #expect(answers.outline.first == "a = x\u{FFFD}y")
    #expect((answers.records.first?.answers.last?.text.unicodeScalars.count ?? 0) > 101)
  }
}
