import Evidence
public import PostmortemModel

/// A post-mortem that holds each of some texts in every kind of place.
public struct HostilePostmortem {
  private let texts: [String]

  /// Takes the texts.
  public init(_ texts: [String]) { self.texts = texts }

  /// The model: a list's item for each text, and the first text where there is just one place.
  public var model: Postmortem {
    let one = texts.first ?? ""
    let here = excerpts(0)
    var model = Postmortem(id: one)
    model.account.name = one
    model.account.segment = one
    model.account.industry = one
    model.account.csm = one
    model.account.evidence = ["name": here]
    model.rootCause.primary = Cause(category: .productGap, summary: one, evidence: here)
    model.rootCause.statedReason = StatedReason(category: .budget, summary: one, evidence: here)
    model.rootCause.trigger = Trigger(summary: one, evidence: here)
    model.turningPoint = TurningPoint(summary: one, evidence: here)
    model.relationship.winBack = WinBack(likelihood: .possible, condition: one, evidence: here)
    model.risk.actionOwner = one
    for (index, text) in texts.enumerated() { add(text, excerpts(index), to: &model) }
    return model
  }

  private func excerpts(_ index: Int) -> [Excerpt] {
    [Excerpt(source: "note.md", line: index + 1, endLine: index + 1, quote: texts[index])]
  }

  private func add(_ text: String, _ evidence: [Excerpt], to model: inout Postmortem) {
    let cause = Cause(category: .support, summary: text, evidence: evidence)
    model.rootCause.contributing.append(cause)
    model.rootCause.candidates.append(
      CauseCandidate(
        category: CauseCategory(rawValue: text), points: 1,
        because: [CausePoint(what: text, points: 1, evidence: evidence)]))
    model.turningPoint?.alternatives.append(Moment(summary: text, evidence: evidence))
    model.timeline.append(
      TimelineEvent(date: PartialDate(year: 2025), what: text, evidence: evidence))
    model.signals.append(Signal(kind: .escalation, what: text, evidence: evidence))
    model.saveAttempts.append(SaveAttempt(what: text, evidence: evidence))
    model.wentWell.append(Strength(statement: text, evidence: evidence))
    model.lessons.append(Lesson(statement: text, department: .product, evidence: evidence))
    model.actions.append(
      Action(
        task: text, owner: text, department: Department(rawValue: text), evidence: evidence))
    model.departments.append(
      DepartmentNotice(
        department: Department(rawValue: text), why: text, message: text, asks: [text],
        evidence: evidence))
    model.competitors.append(Competitor(name: text, evidence: evidence))
    model.quotes.append(Quote(text: text, speaker: text, evidence: evidence))
    model.relationship.offboarding.append(OffboardingStep(step: text, evidence: evidence))
    model.openQuestions.append(OpenQuestion(field: text, question: text))
    model.conflicts.append(Conflict(field: text, kept: text, other: text, evidence: evidence))
    model.sources.append(SourceRecord(file: text, kind: .notes))
  }
}
