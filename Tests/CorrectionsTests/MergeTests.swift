import Corrections
import Evidence
import PostmortemModel
import TestSupport
import Testing

/// What becomes of a field, an item and a list that a person, the note, or both have changed.
@Suite("Corrections and a changed note")
struct MergeTests {
  private let base = Postmortem(
    id: "acme",
    rootCause: RootCause(primary: Cause(category: .pricing, summary: "Too dear.")),
    lessons: ["Ask first.", "Answer within a day.", "Watch the logins."].enumerated().map {
      Lesson(
        statement: $1, evidence: [Excerpt(source: "a.md", line: $0 + 1, endLine: $0 + 1, quote: $1)]
      )
    })

  private func merge(
    edit: (inout Postmortem) -> Void, note: (inout Postmortem) -> Void = { _ in }
  ) -> Merge {
    var mine = base
    var new = base
    edit(&mine)
    note(&new)
    return Merge(base: base, edit: mine, note: new)
  }

  @Test("The tenure is that of the dates, whoever changed them")
  func tenure() {
    var dated = base
    dated.account.startDate = PartialDate(year: 2022, month: 1)
    dated.account.churnDate = PartialDate(year: 2025, month: 1)
    dated.account.tenureMonths = 36
    var (mine, new) = (dated, dated)
    mine.account.startDate = PartialDate(year: 2023, month: 1)
    mine.account.tenureMonths = 24
    new.account.churnDate = PartialDate(year: 2025, month: 6)
    new.account.tenureMonths = 41
    let merge = Merge(base: dated, edit: mine, note: new)
    #expect(merge.merged.account.tenureMonths == 29)
    #expect(merge.clashes.isEmpty)
  }

  @Test("Where the note is as it was, the edit is all that counts")
  func noteUnchanged() {
    var mine = base
    mine.lessons.swapAt(0, 2)
    mine.lessons[1].statement = "Answer within an hour."
    mine.rootCause.primary.category = .support
    let merge = Merge(base: base, edit: mine, note: base)
    #expect(merge.merged == mine)
    #expect(merge.edited == ["root_cause.primary.category", "lessons[2].statement"])
    #expect(merge.followed.isEmpty && merge.clashes.isEmpty)
  }

  @Test("Where there is no edit, the note is all that counts")
  func noEdit() {
    let merge = merge(edit: { _ in }, note: { $0.lessons.removeFirst() })
    #expect(merge.merged.lessons.count == 2 && merge.edited.isEmpty)
    #expect(merge.followed == ["lessons"])
  }

  @Test("Each field follows whoever changed it")
  func fieldByField() {
    let merge = merge(
      edit: {
        $0.account.csm = "Jo"
        $0.rootCause.primary.category = .support
        $0.lessons[0].statement = "Ask before anything else."
      },
      note: {
        $0.account.region = "Norway"
        $0.rootCause.primary.summary = "Much too dear."
        $0.lessons[0].department = .sales
        $0.lessons.append(Lesson(statement: "Never skip a review."))
      })
    #expect(merge.merged.account.csm == "Jo" && merge.merged.account.region == "Norway")
    #expect(merge.merged.rootCause.primary == Cause(category: .support, summary: "Much too dear."))
    #expect(merge.merged.lessons[0].statement == "Ask before anything else.")
    #expect(merge.merged.lessons[0].department == .sales)
    #expect(
      merge.merged.lessons.map(\.statement).suffix(2) == [
        "Watch the logins.", "Never skip a review.",
      ])
    #expect(merge.clashes.isEmpty)
  }

  @Test("Where both changed a field, the edit is kept and both are listed")
  func clash() {
    let merge = merge(
      edit: { $0.rootCause.primary.category = .support },
      note: { $0.rootCause.primary.category = .budget })
    #expect(merge.merged.rootCause.primary.category == .support)
    #expect(
      merge.clashes == [
        Merge.Clash(field: "root_cause.primary.category", kept: "“support”", other: "“budget”")
      ])
  }

  @Test("The same change by both is none to list")
  func sameChange() {
    let change: (inout Postmortem) -> Void = { $0.outcome = .recovered }
    let merge = merge(edit: change, note: change)
    #expect(merge.merged.outcome == .recovered && merge.clashes.isEmpty)
  }

  @Test("An item that a person added stays where it was put")
  func addedItem() {
    let merge = merge(
      edit: { $0.lessons.insert(Lesson(statement: "Call them."), at: 1) },
      note: { $0.lessons.insert(Lesson(statement: "New in the note."), at: 0) })
    #expect(
      merge.merged.lessons.map(\.statement) == [
        "New in the note.", "Ask first.", "Call them.", "Answer within a day.", "Watch the logins.",
      ])
    #expect(merge.edited == ["lessons[3]"] && merge.followed == ["lessons[1]"])
  }

  @Test("An item that a person deleted stays deleted; that the note changed it is listed")
  func deletedItem() {
    let delete: (inout Postmortem) -> Void = { $0.lessons.remove(at: 1) }
    let quiet = merge(edit: delete, note: { $0.account.csm = "Jo" })
    #expect(quiet.merged.lessons.count == 2 && quiet.clashes.isEmpty)
    let loud = merge(edit: delete, note: { $0.lessons[1].statement = "Answer within a week." })
    #expect(loud.merged.lessons.count == 2)
    #expect(
      loud.clashes == [
        Merge.Clash(field: "lessons", kept: "nothing", other: "“Answer within a week.”")
      ])
  }

  @Test("An item that the note has no more goes, unless a person changed it")
  func goneItem() {
    let edit: (inout Postmortem) -> Void = { $0.lessons[2].statement = "Watch all the logins." }
    let merge = merge(edit: edit, note: { $0.lessons.removeLast(2) })
    #expect(merge.merged.lessons.map(\.statement) == ["Ask first.", "Watch all the logins."])
    #expect(merge.clashes.map(\.field) == ["lessons"])
  }

  @Test("Passages follow the note's lines")
  func movedLines() {
    func moved(_ model: inout Postmortem) {
      for index in model.lessons.indices {
        model.lessons[index].evidence[0].line += 10
        model.lessons[index].evidence[0].endLine += 10
      }
    }
    let merge = merge(
      edit: {
        $0.actions.append(Action(task: "Ask", evidence: $0.lessons[1].evidence))
        $0.lessons[0].evidence += $0.lessons[1].evidence
      }, note: moved)
    #expect(merge.merged.actions[0].evidence.map(\.line) == [12])
    #expect(merge.merged.lessons[0].evidence.map(\.line) == [11, 12])
  }

  @Test("The name and the sources are the note's")
  func nameAndSources() {
    let record = SourceRecord(file: "a.md", kind: .notes, sha256: "2")
    let merge = merge(edit: { $0.id = "other" }, note: { $0.sources = [record] })
    #expect(merge.merged.id == "acme" && merge.merged.sources == [record] && merge.edited.isEmpty)
  }

  @Test("Generated post-mortems: no edit gives the note, no change of the note gives the edit")
  func generated() {
    for seed in 0..<100 {
      var generator = ChanceGenerator(source: SeededGenerator(seed: UInt64(seed)))
      let one = Postmortem.made(&generator)
      var other = Postmortem.made(&generator)
      (other.id, other.sources) = (one.id, one.sources)
      #expect(Merge(base: one, edit: one, note: other).merged == other, "seed \(seed)")
      #expect(Merge(base: one, edit: other, note: one).merged == other, "seed \(seed)")
      #expect(Merge(base: one, edit: other, note: other).merged == other, "seed \(seed)")
    }
  }
}
