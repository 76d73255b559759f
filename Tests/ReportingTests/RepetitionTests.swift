import Evidence
import PostmortemModel
import Reporting
import Testing

@Suite("A page says a thing once, a draft keeps all that the model has")
struct RepetitionTests {
  private let reporter: Reporter
  private let note = SourceText(
    name: "note.md", text: "Nobody looked after them from August to October.\nThey left.\n")

  init() throws { reporter = try Reporter() }

  private func excerpt(_ line: Int, _ quote: String) -> Excerpt {
    Excerpt(source: "note.md", line: line, endLine: line, quote: quote)
  }

  private func reports(_ model: Postmortem) -> (page: PageReading, draft: String) {
    (
      PageReading(reporter.report(model, sources: [note], as: .html)),
      String(decoding: reporter.report(model, sources: [note], as: .markdown), as: UTF8.self)
    )
  }

  private func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test("A sentence with several dates is one entry of the timeline, from the first to the last")
  func repeatedEvents() throws {
    var model = Postmortem(id: "m")
    let words = "Nobody looked after them"
    for month in ["2024-08", "2024-09", "2024-10"] {
      model.timeline.append(
        TimelineEvent(
          date: try #require(PartialDate(month)), what: words, evidence: [excerpt(1, words)]))
    }
    let (page, draft) = reports(model)
    #expect(count(words, in: page.text) == 2, "once in the list, once in the source")
    #expect(page.text.contains("Aug – Oct 2024"))
    #expect(count("Other:** \(words)", in: draft) == 3)
  }

  @Test("Two passages of one line are one reference of a page, two of a draft")
  func repeatedReferences() {
    var model = Postmortem(id: "m")
    model.lessons = [
      Lesson(statement: "Look", evidence: [excerpt(1, "Nobody looked"), excerpt(1, "August")])
    ]
    let (page, draft) = reports(model)
    #expect(page.attributes["href"]?.filter { $0 == "#L1" }.count == 1)
    #expect(draft.contains("Look [1] [1b]"))
  }

  @Test("What all departments are told stands once, before them")
  func sharedMessage() {
    var model = Postmortem(id: "m")
    model.departments = [Department.sales, .product].map {
      DepartmentNotice(department: $0, why: "Why", message: "They left us")
    }
    let (page, draft) = reports(model)
    #expect(count("They left us", in: page.text) == 1)
    #expect(count("They left us", in: draft) == 2)
    model.departments[1].message = "They may come back"
    #expect(count("They left us", in: reports(model).page.text) == 1)
    #expect(reports(model).page.text.contains("They may come back"))
  }

  @Test("Points that say the same are added up, the weightiest first")
  func summedPoints() {
    var model = Postmortem(id: "m")
    model.rootCause.candidates = [
      CauseCandidate(
        category: .support, points: 3.1,
        because: [
          CausePoint(what: "in a lesson", points: 1.1, evidence: [excerpt(1, "a")]),
          CausePoint(what: "in the telling", points: 2.5, evidence: [excerpt(1, "b")]),
          CausePoint(what: "in a lesson", points: 0.2, evidence: [excerpt(2, "c")]),
          CausePoint(what: "in a lesson", points: -0.7, evidence: [excerpt(2, "d")]),
        ])
    ]
    let (page, draft) = reports(model)
    #expect(count("in a lesson", in: page.text) == 2)
    let order = ["+2.5", "+1.3", "−0.7"].compactMap { page.text.firstRange(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
    #expect(count("in a lesson", in: draft) == 3)
  }

  @Test("Warnings stand in the order of their dates, those without one last")
  func orderedWarnings() throws {
    var model = Postmortem(id: "m")
    for (what, date) in [("third", nil), ("second", "2025-02"), ("first", "2024")] {
      model.signals.append(
        Signal(
          kind: .escalation, what: what, date: try date.map { try #require(PartialDate($0)) }))
    }
    let text = reports(model).page.text
    let order = ["first", "second", "third"].compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(order.count == 3 && order == order.sorted())
  }
}
