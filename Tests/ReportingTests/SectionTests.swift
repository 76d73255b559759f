import Evidence
import PostmortemModel
import Reporting
import Testing

@Suite("A section appears if and only if there is something to say")
struct SectionTests {
  /// A section: its place in the page, its heading in the draft, and how a post-mortem gets and loses it.
  struct Section: Sendable, CustomTestStringConvertible {
    var id: String
    var heading: String
    var copy: @Sendable (Postmortem, inout Postmortem) -> Void

    var testDescription: String { id }
  }

  static let sections = [
    Section(id: "causes", heading: "## Causes") {
      let primary = $1.rootCause.primary
      $1.rootCause = RootCause(
        primary: primary, contributing: $0.rootCause.contributing,
        ruledOut: $0.rootCause.ruledOut, statedReason: $0.rootCause.statedReason,
        trigger: $0.rootCause.trigger, candidates: $1.rootCause.candidates)
    },
    Section(id: "turning-point", heading: "## Turning point") { from, to in
      to.turningPoint = from.turningPoint
      to.turningPoint?.date = nil
    },
    Section(id: "timeline", heading: "## Timeline") { $1.timeline = $0.timeline },
    Section(id: "warnings", heading: "## Warnings") { $1.signals = $0.signals },
    Section(id: "words", heading: "## Customer’s words") { $1.quotes = $0.quotes },
    Section(id: "lessons", heading: "## Lessons") { $1.lessons = $0.lessons },
    Section(id: "actions", heading: "## Actions") { $1.actions = $0.actions },
    Section(id: "notify", heading: "## Whom to notify") { $1.departments = $0.departments },
    Section(id: "save-attempts", heading: "## Save attempts") {
      $1.saveAttempts = $0.saveAttempts
    },
    Section(id: "went-well", heading: "## What went well") { $1.wentWell = $0.wentWell },
    Section(id: "competitors", heading: "## Competitors") { $1.competitors = $0.competitors },
    Section(id: "risk", heading: "## Risk record") { $1.risk = $0.risk },
    Section(id: "figures", heading: "## Figures") { $1.metrics = $0.metrics },
    Section(id: "relationship", heading: "## Relationship") {
      $1.relationship = $0.relationship
    },
    Section(id: "open-questions", heading: "## Open questions") {
      $1.openQuestions = $0.openQuestions
    },
    Section(id: "conflicts", heading: "## Conflicts") { $1.conflicts = $0.conflicts },
    Section(id: "weighing", heading: "## How the verdict was weighed") {
      $1.rootCause.candidates = $0.rootCause.candidates
    },
  ]

  private let reporter: Reporter

  init() throws { reporter = try Reporter() }

  @Test("It is there with its content alone", arguments: sections)
  func appears(section: Section) {
    var model = Postmortem(id: "empty")
    let before = present(in: model)
    section.copy(SampleAccount.postmortem, &model)
    #expect(present(in: model) == before.union([section.id]))
  }

  @Test("A name of white space is none")
  func blankName() {
    var model = SampleAccount.postmortem
    model.quotes[0].speaker = "\u{2003}\n"
    let draft = reporter.report(model, sources: [], as: .markdown)
    #expect(String(decoding: draft, as: UTF8.self).contains("> **Speaker not named**"))
  }

  @Test("It is gone without its content", arguments: sections)
  func disappears(section: Section) {
    var model = SampleAccount.postmortem
    model.turningPoint?.date = nil
    let before = present(in: model)
    #expect(before.isSuperset(of: Self.sections.map(\.id)))
    section.copy(Postmortem(id: "empty"), &model)
    #expect(present(in: model) == before.subtracting([section.id]))
  }

  @Test("An empty post-mortem has a verdict, says what is missing, and nothing else")
  func empty() {
    let page = PageReading(reporter.report(Postmortem(id: "empty"), sources: [], as: .html))
    let ids = page.attributes["id"] ?? []
    #expect(ids == ["verdict", "verdict-title", "missing", "missing-title"])
    #expect(page.text.contains("Undetermined"))
  }

  @Test("The contents lead to every section that is there")
  func contents() throws {
    let page = PageReading(
      reporter.report(SampleAccount.postmortem, sources: [SampleAccount.note], as: .html))
    let targets = Set((page.attributes["href"] ?? []).map { String($0.dropFirst()) })
    for section in Self.sections { #expect(targets.contains(section.id)) }
  }

  /// The sections that the page has, which must be those that the draft has.
  private func present(in model: Postmortem) -> Set<String> {
    let page = PageReading(reporter.report(model, sources: [], as: .html))
    let ids = Set(page.attributes["id"] ?? [])
    let draft = String(
      decoding: reporter.report(model, sources: [], as: .markdown), as: UTF8.self)
    let headings = Set(draft.split(separator: "\n"))
    for section in Self.sections {
      #expect(ids.contains(section.id) == headings.contains(Substring(section.heading)))
    }
    return ids.intersection(Self.sections.map(\.id))
  }
}
