import Corrections
import Evidence
import PostmortemModel
import TestSupport
import Testing

/// What people do to a draft, and what it is read as.
@Suite("A corrected draft")
struct EditTests {
  private let original: String
  private let before: Postmortem

  init() throws {
    original = String(
      decoding: try Repository.bytes("Tests/CorrectionsTests/Fixtures/draft.md"), as: UTF8.self)
    before = try CorrectedDraft(reading: SourceText(name: "rich.md", text: original)).postmortem
  }

  /// The draft with `old` replaced by `new`.
  private func edited(_ old: String, _ new: String) throws -> CorrectedDraft {
    let range = try #require(original.firstRange(of: old), "\(old)")
    var text = original
    text.replaceSubrange(range, with: new)
    return try CorrectedDraft(reading: SourceText(name: "rich.md", text: text))
  }

  /// Holds that an edit changes the model as `change` does and nothing else, with the findings `ids`.
  private func expect(
    _ old: String, _ new: String, findings ids: [String] = [],
    _ change: (inout Postmortem) -> Void
  ) throws {
    let draft = try edited(old, new)
    var wanted = before
    change(&wanted)
    #expect(draft.findings.map(\.id) == ids, "\(draft.findings)")
    #expect(draft.postmortem == wanted)
  }

  @Test("A lesson is reworded; its references stay")
  func rewordedLesson() throws {
    try expect(
      "A sync may only report success after the shore has written the record. [83]",
      "The sync reports success *only* after the shore\n  has written the record. [83]"
    ) {
      $0.lessons[1].statement =
        "The sync reports success only after the shore has written the record."
    }
  }

  @Test("A bullet is deleted, another is struck out")
  func deleted() throws {
    try expect("- Pelle. [79d]\n", "") { $0.wentWell.removeLast() }
    try expect("- Pelle. [79d]\n", "- ~~Pelle. [79d]~~\n") { $0.wentWell.removeLast() }
  }

  @Test("A section is deleted")
  func deletedSection() throws {
    let section = try #require(original.firstRange(of: "## Competitors")).lowerBound
    let end = try #require(original.firstRange(of: "## Risk record")).lowerBound
    try expect(String(original[section..<end]), "") { $0.competitors = [] }
  }

  @Test(
    "The cause is another",
    arguments: [
      "**Root cause: Support.** ", "**Root cause: support.** ", "**Root cause:** Support. ",
      "**Root cause: Support**. ", "**root cause: support:** ",
    ])
  func anotherCause(lead: String) throws {
    try expect("**Root cause: Product quality.** ", lead) {
      $0.rootCause.primary.category = .support
    }
  }

  @Test(
    "A date is written in another way",
    arguments: [
      "2025-03-28", "28.3.2025", "March 28, 2025", "28 Mar 2025", "28/03/2025",
      "28th of March 2025",
    ])
  func anotherDate(text: String) throws {
    try expect("| Notice given | 28 March 2025 |", "| Notice given | \(text) |") { _ in }
  }

  @Test(
    "The tenure follows the dates, and what the draft still says of it is told",
    arguments: [
      ("| Customer since | 1 October 2021 |", "| Customer since | 1 October 2022 |", 36),
      ("| Contract ended | 30 September 2025 |", "| Contract ended | July 2025 |", 45),
    ])
  func tenure(old: String, new: String, months: Int) throws {
    let draft = try edited(old, new)
    #expect(draft.postmortem.account.tenureMonths == months)
    let told = draft.findings.filter { $0.id == "made-of-facts" }
    #expect(
      told.first?.message
        == "The tenure is made of the dates in Account, and will be “\(months) months”")
    #expect(told.first?.position?.line == 19)
  }

  @Test("A tenure stands by itself where a date is not known, and is made of them where both are")
  func tenureByItself() throws {
    try expect("| Customer since | 1 October 2021 | [9] |\n", "", findings: []) {
      $0.account.startDate = nil
      $0.account.evidence["start_date"] = nil
    }
    try expect("| Tenure | 48 months | |\n", "") { _ in }
  }

  @Test(
    "The contract value is written in another way",
    arguments: [
      "€156,000", "156000 EUR", "EUR 156.000 per year", "€156k p.a.", "13,000 € a month",
    ])
  func anotherAmount(text: String) throws {
    try expect("€156,000 a year |", "\(text) |") { _ in }
  }

  @Test("A fact is added, and refers to a line that is quoted already")
  func addedFact() throws {
    try expect("| Tenure |", "| Journey stage | renewal | [12] |\n| Tenure |") {
      $0.account.journeyStage = .renewal
      $0.account.evidence["journey_stage"] = $0.account.evidence["churn_date"]
    }
  }

  @Test(
    "An action is added in plain words",
    arguments: [
      ("- Priya Nair: call Joost by 15 May 2025", "Priya Nair", "call Joost by 15 May 2025", false),
      (
        "- [x] Priya to call Joost by 15 May 2025.", "Priya", "Priya to call Joost by 15 May 2025.",
        true
      ),
      ("* call Joost before 2025-05-15", nil, "call Joost before 2025-05-15", false),
      (
        "- **Priya:** call Joost, due on 15 May 2025", "Priya", "call Joost, due on 15 May 2025",
        false
      ),
      ("| no | call Joost | Priya | 15 May 2025 |", "Priya", "call Joost", false),
      ("|| call Joost | Priya | by mid-May: 15/5/2025 | | |", "Priya", "call Joost", false),
    ] as [(String, String?, String, Bool)])
  func addedAction(line: String, owner: String?, task: String, done: Bool) throws {
    let isRow = line.hasPrefix("|")
    try expect(
      "[103] |\n", "[103] |\n\(isRow ? "" : "\n")\(line)\n"
    ) {
      $0.actions.append(
        Action(task: task, owner: owner, due: PartialDate("2025-05-15"), done: done))
    }
  }

  @Test("A year that is left out is the one after what is known")
  func dayWithoutYear() throws {
    let draft = try edited("[103] |\n", "[103] |\n\n- Priya: call Joost, due on 15 May\n")
    #expect(draft.postmortem.actions.last?.due == PartialDate("2026-05-15"))
  }

  @Test("A box is ticked, yes and no are changed")
  func flags() throws {
    try expect("- [ ] Full export", "- [X] Full export") {
      $0.relationship.offboarding[1].done = true
    }
    try expect(
      "**Down to how the account was looked after:** No",
      "**Down to how the account was looked after:** yes"
    ) { $0.relationship.csmRelated = true }
  }

  @Test("A quotation is added as people quote")
  func addedQuote() throws {
    try expect("## Lessons\n", "> It was the radio call.\n> I still hear it.\n\n## Lessons\n") {
      $0.quotes.append(Quote(text: "It was the radio call. I still hear it."))
    }
  }

  @Test("A contributing cause is added in few words")
  func addedCause() throws {
    try expect(
      "- **Ruled out, Price",
      "- **Contributing, onboarding:** It dragged on. [50]\n- **Ruled out, Price"
    ) {
      $0.rootCause.contributing.append(
        Cause(
          category: .onboarding, summary: "It dragged on.", controllable: .partly, confidence: 0.5,
          evidence: Array($0.timeline[7 + 1].evidence.prefix(1))))
    }
  }

  @Test("An event is added without bold type; what is not dated is told, not taken over")
  func addedEvent() throws {
    try expect("- **Q2 2022, Other:**", "- In May 2022 they sent flowers.\n- **Q2 2022, Other:**") {
      $0.timeline.insert(
        TimelineEvent(date: .init(year: 2022, month: 5)!, what: "In May 2022 they sent flowers."),
        at: 1)
    }
    try expect(
      "- **Q2 2022, Other:**", "- They sent flowers.\n- **Q2 2022, Other:**",
      findings: ["unread-text"]
    ) { _ in }
  }

  @Test(
    "What cannot be read is told with its place",
    arguments: [
      ("| Notice given | 28 March 2025 |", "| Notice given | some day in spring |", "unread-date"),
      ("| Notice given | 28 March 2025 |", "| Notice given | 3/4/2025 |", "open-date"),
      ("**Outcome:** Lost", "**Outcome:** Gone", "unread-word"),
      ("**Root cause: Product quality.**", "**Root cause: Product qualty.**", "own-word"),
      ("high (0.86)", "rather high", "unread-number"), ("high (0.86)", "low (0.86)", "unread-word"),
      ("**Seats:** 210", "**Seats:** many", "unread-number"),
      ("**Seats:** 210", "**Chairs:** 210", "unread-text"),
      ("Price:** [38]", "Price:** [39b]", "unknown-reference"),
      ("## Competitors", "## Rivals", "unread-section"),
      ("## Timeline\n", "## Timeline\n\n    quoted code\n", "unread-text"),
      ("left on 30 September 2025", "left us on 30 September 2025", "made-of-facts"),
      ("# Saltmarsh Wind Services BV: churn", "# Saltmarsh: churn", "made-of-facts"),
    ])
  func unread(old: String, new: String, id: String) throws {
    let draft = try edited(old, new)
    let line =
      original[..<(try #require(original.firstRange(of: old)).lowerBound)]
      .utf8.filter { $0 == 0x0A }.count + 1
    let finding = try #require(draft.findings.first)
    #expect(draft.findings.map(\.id) == [id])
    #expect(finding.position.map { (line...line + 2).contains($0.line) } == true)
  }

  @Test("The place is that of the words")
  func place() throws {
    let draft = try edited("**Seats:** 210", "**Chairs:** 210")
    let line =
      try #require(
        original.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.hasPrefix("- **Seats") }) + 1
    #expect(draft.findings.first?.position == SourcePosition(line: line, column: 5))
  }

  @Test("A line of the note that is at hand can be referred to")
  func anotherLine() throws {
    let note = SourceText(
      name: "note.md", bytes: try Repository.bytes("samples/rich/note.md"))
    let text = original.replacing("Price:** [38]", with: "Price:** [35]")
    let draft = try CorrectedDraft(reading: SourceText(name: "r.md", text: text), notes: [note])
    #expect(draft.findings.isEmpty)
    #expect(draft.postmortem.rootCause.ruledOut[0].evidence.map(\.line) == [35])
  }

  @Test(
    "What is no draft is refused",
    arguments: ["", "# Notes\n\nThey left.", "Report x, form 99. A number in brackets names …"])
  func refused(text: String) {
    #expect(throws: DraftError.self) {
      try CorrectedDraft(reading: SourceText(name: "x.md", text: text))
    }
  }
}
