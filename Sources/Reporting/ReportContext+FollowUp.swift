import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// What to do differently, in the model's order and by department.
  mutating func addLessons() {
    guard !model.lessons.isEmpty else { return values.addNothing() }
    var names: [String] = []
    var groups: [[TemplateValues.Taken]] = []
    values.open()
    values.open()
    for lesson in model.lessons {
      let department = lesson.department.map { labels.label($0) } ?? ""
      values.open()
      values.add(lesson.statement)
      add(department)
      add(lesson.evidence)
      values.close(ReportShapes.lesson)
      let value = values.take()
      values.add(value)
      if let index = names.firstIndex(of: department) {
        groups[index].append(value)
      } else {
        names.append(department)
        groups.append([value])
      }
    }
    values.closeList()
    values.open()
    // What belongs to no department comes last.
    let order =
      names.indices.filter { !names[$0].isEmpty } + names.indices.filter { names[$0].isEmpty }
    for index in order {
      values.open()
      values.add(names[index])
      values.open()
      for lesson in groups[index] { values.add(lesson) }
      values.closeList()
      values.close(ReportShapes.lessonGroup)
    }
    values.closeList()
    values.close(ReportShapes.lessons)
  }

  /// Who does what by when.
  mutating func addActions() {
    values.open()
    for action in model.actions {
      values.open()
      values.add(action.task)
      add(action.owner)
      add(action.due)
      values.add(action.done)
      add(action.department.map { labels.label($0) })
      add(action.evidence)
      values.close(ReportShapes.action)
    }
    values.closeList(in: ReportShapes.actions)
  }

  /// Which departments must hear what; the page says once what all are told.
  mutating func addNotices(isPage: Bool) {
    guard let first = model.departments.first else { return values.addNothing() }
    let isShared =
      isPage && model.departments.count > 1
      && model.departments.allSatisfy { $0.message == first.message }
    values.open()
    values.open()
    for notice in model.departments {
      values.open()
      values.add(labels.label(notice.department))
      values.add(notice.why)
      if isShared { values.addNothing() } else { values.add(notice.message) }
      values.open()
      for ask in notice.asks { values.add(ask) }
      values.closeList(in: ReportShapes.asks)
      add(notice.evidence)
      values.close(ReportShapes.notice)
    }
    values.closeList()
    add(isShared ? first.message : nil)
    values.close(ReportShapes.notices)
  }

  /// What remains of the relationship, unless nothing is known of it.
  mutating func addRelationship() {
    let relationship = model.relationship
    guard relationship != Relationship() else { return values.addNothing() }
    let winBack = relationship.winBack
    values.open()
    values.open()
    addFact("Win-back", Labels.label(winBack.likelihood), winBack.evidence)
    if let condition = winBack.condition { addFact("Condition", condition) }
    if let date = winBack.revisitOn { addFact("Ask again on", Wording.date(date)) }
    addFact("Down to how the account was looked after", relationship.csmRelated ? "Yes" : "No")
    if let stayed = relationship.csmStayed {
      addFact("CSM stayed to the end", stayed ? "Yes" : "No")
    }
    if let goodwill = relationship.goodwill {
      addFact("Reference or referral still possible", goodwill ? "Yes" : "No")
    }
    values.closeList()
    values.open()
    for step in relationship.offboarding {
      values.open()
      values.add(step.step)
      values.add(step.done)
      add(step.evidence)
      values.close(ReportShapes.step)
    }
    values.closeList(in: ReportShapes.steps)
    values.close(ReportShapes.relationship)
  }

  /// What to ask still.
  mutating func addOpenQuestions() {
    values.open()
    for question in model.openQuestions {
      values.open()
      values.add(Labels.label(ofField: question.field))
      values.add(question.question)
      values.close(ReportShapes.question)
    }
    values.closeList(in: ReportShapes.questions)
  }

  /// Where the inputs contradict each other.
  mutating func addConflicts() {
    values.open()
    for conflict in model.conflicts {
      values.open()
      values.add(Labels.label(ofField: conflict.field))
      values.add(conflict.kept)
      values.add(conflict.other)
      add(conflict.evidence)
      values.close(ReportShapes.conflict)
    }
    values.closeList(in: ReportShapes.conflicts)
  }

  /// What a complete post-mortem would have and the sources do not give; what an open question asks for is not repeated.
  mutating func addMissing() {
    let asked = Set(model.openQuestions.map(\.field))
    var names: [String] = []
    func note(_ path: String, _ isMissing: Bool) {
      if isMissing, !asked.contains(path) { names.append(Labels.label(ofField: path)) }
    }
    for field in Account.Field.allCases {
      note("account.\(field.rawValue)", Wording.fact(field, of: model.account) == nil)
    }
    note("turning_point", model.turningPoint == nil)
    note("turning_point.date", model.turningPoint.map { $0.date == nil } ?? false)
    note("quotes", model.quotes.isEmpty)
    note("lessons", model.lessons.isEmpty)
    note("actions", model.actions.isEmpty)
    note("risk.department_owner", model.risk.departmentOwner == nil)
    note("risk.leadership_owner", model.risk.leadershipOwner == nil)
    note("risk.action_owner", model.risk.actionOwner == nil)
    note("relationship.win_back", model.relationship.winBack.likelihood == .notStated)
    guard !names.isEmpty else { return values.addNothing() }
    values.open()
    values.open()
    for name in names { values.add(name) }
    values.closeList()
    values.add(names.joined(separator: ", "))
    values.close(ReportShapes.missing)
  }
}
