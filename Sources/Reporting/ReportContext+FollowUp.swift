import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// What to do differently, in the model's order and by department.
  mutating func lessons() -> TemplateValue {
    guard !model.lessons.isEmpty else { return .absent }
    var all: [TemplateValue] = []
    var names: [String] = []
    var groups: [String: [TemplateValue]] = [:]
    for lesson in model.lessons {
      let department = lesson.department.map { Labels.label($0) }
      let value = TemplateValue.record(
        TemplateRecord(
          ReportShapes.lesson,
          [.text(lesson.statement), text(department), evidence.references(lesson.evidence)]))
      all.append(value)
      let name = department ?? ""
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(value)
    }
    // What belongs to no department comes last.
    names = names.filter { !$0.isEmpty } + names.filter(\.isEmpty)
    let grouped = names.map { name in
      TemplateValue.record(
        TemplateRecord(ReportShapes.lessonGroup, [.text(name), .list(groups[name] ?? [])]))
    }
    return .record(TemplateRecord(ReportShapes.lessons, [.list(all), .list(grouped)]))
  }

  /// Who does what by when.
  mutating func actions() -> TemplateValue {
    var values: [TemplateValue] = []
    for action in model.actions {
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.action,
            [
              .text(action.task), text(action.owner), text(action.due), .flag(action.done),
              text(action.department.map { Labels.label($0) }),
              evidence.references(action.evidence),
            ])))
    }
    return items(ReportShapes.actions, values)
  }

  /// Which departments must hear what.
  mutating func notices() -> TemplateValue {
    var values: [TemplateValue] = []
    for notice in model.departments {
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.notice,
            [
              .text(Labels.label(notice.department)), .text(notice.why), .text(notice.message),
              items(ReportShapes.asks, notice.asks.map { .text($0) }),
              evidence.references(notice.evidence),
            ])))
    }
    return items(ReportShapes.notices, values)
  }

  /// What remains of the relationship, unless nothing is known of it.
  mutating func relationship() -> TemplateValue {
    let relationship = model.relationship
    guard relationship != Relationship() else { return .absent }
    let winBack = relationship.winBack
    var facts = [fact("Win-back", Labels.label(winBack.likelihood), winBack.evidence)]
    if let condition = winBack.condition { facts.append(fact("Condition", condition)) }
    if let date = winBack.revisitOn { facts.append(fact("Ask again on", Wording.date(date))) }
    facts.append(
      fact(
        "Down to how the account was looked after", relationship.csmRelated ? "Yes" : "No"))
    if let stayed = relationship.csmStayed {
      facts.append(fact("CSM stayed to the end", stayed ? "Yes" : "No"))
    }
    if let goodwill = relationship.goodwill {
      facts.append(fact("Reference or referral still possible", goodwill ? "Yes" : "No"))
    }
    var steps: [TemplateValue] = []
    for step in relationship.offboarding {
      steps.append(
        .record(
          TemplateRecord(
            ReportShapes.step,
            [.text(step.step), .flag(step.done), evidence.references(step.evidence)])))
    }
    return .record(
      TemplateRecord(
        ReportShapes.relationship, [.list(facts), items(ReportShapes.steps, steps)]))
  }

  /// What to ask still.
  func openQuestions() -> TemplateValue {
    items(
      ReportShapes.questions,
      model.openQuestions.map { question in
        .record(
          TemplateRecord(
            ReportShapes.question,
            [.text(Labels.label(ofField: question.field)), .text(question.question)]))
      })
  }

  /// Where the inputs contradict each other.
  mutating func conflicts() -> TemplateValue {
    var values: [TemplateValue] = []
    for conflict in model.conflicts {
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.conflict,
            [
              .text(Labels.label(ofField: conflict.field)), .text(conflict.kept),
              .text(conflict.other), evidence.references(conflict.evidence),
            ])))
    }
    return items(ReportShapes.conflicts, values)
  }

  /// What a complete post-mortem would have and the sources do not give; what an open question asks for is not repeated.
  func missing() -> TemplateValue {
    let asked = Set(model.openQuestions.map(\.field))
    var names: [String] = []
    func note(_ path: String, _ isMissing: Bool) {
      if isMissing, !asked.contains(path) { names.append(Labels.label(ofField: path)) }
    }
    for field in Account.Field.allCases {
      note("account.\(field.rawValue)", value(of: field) == nil)
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
    guard !names.isEmpty else { return .absent }
    return .record(
      TemplateRecord(
        ReportShapes.missing,
        [.list(names.map { .text($0) }), .text(names.joined(separator: ", "))]))
  }
}
