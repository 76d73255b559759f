import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// The account's facts that are known, in the model's order.
  mutating func addAccountFacts() {
    values.open()
    for field in Account.Field.allCases {
      guard let value = Wording.fact(field, of: model.account) else { continue }
      addFact(Labels.label(field), value, model.account.evidence[field.rawValue] ?? [])
    }
    if let months = model.account.tenureMonths { addFact("Tenure", Wording.months(months)) }
    values.closeList(in: ReportShapes.facts)
  }

  /// The verdict.
  mutating func addVerdict() {
    let isDetermined = model.rootCause.primary.category != .undetermined
    values.open()
    if let headline = Wording.headline(model) {
      var excerpts: [Excerpt] = []
      for field in [Account.Field.churnDate, .contractValue] {
        for excerpt in model.account.evidence[field.rawValue] ?? []
        where !excerpts.contains(excerpt) {
          excerpts.append(excerpt)
        }
      }
      values.add(headline)
      add(excerpts)
    } else {
      values.addNothing()
      values.addNothing()
    }
    values.add(isDetermined)
    addCause(model.rootCause.primary)
    addTiles(isDetermined)
    values.close(ReportShapes.verdict)
  }

  private mutating func addTiles(_ isDetermined: Bool) {
    let account = model.account
    values.open()
    if let value = account.contractValue {
      addFact(
        model.outcome == .lost ? "Value lost" : "Contract value", Wording.money(value),
        note: "a year", account.evidence[Account.Field.contractValue.rawValue] ?? [])
    }
    if let months = account.tenureMonths {
      addFact(
        "Tenure", Wording.months(months),
        note: account.startDate.map { "since \(Wording.shortDate($0))" })
    }
    if let point = model.turningPoint {
      let stage = point.journeyStage.map { "\(Labels.label($0)) stage" }
      addFact(
        "Turning point", point.date.map(Wording.shortDate) ?? "Undated",
        note: stage ?? "see below", point.evidence)
    }
    if isDetermined {
      let cause = model.rootCause.primary
      let note =
        switch cause.controllable {
        case .yes: "within our control"
        case .partly: "some of it within our control"
        case .no: "outside our control"
        }
      addFact("Preventable", Labels.label(cause.controllable), note: note)
    }
    values.closeList(in: ReportShapes.facts)
  }

  /// A cause with its verdict.
  private mutating func addCause(_ cause: Cause) {
    values.open()
    values.add(labels.label(cause.category))
    values.add(cause.summary)
    values.add(Labels.label(cause.controllable))
    addConfidence(cause.confidence)
    add(cause.evidence)
    values.close(ReportShapes.cause)
  }

  /// A confidence in words, as a percentage and as a number.
  private mutating func addConfidence(_ confidence: Double) {
    values.add(Wording.confidence(confidence))
    values.add(Wording.percent(confidence))
    values.add(Wording.number(confidence))
  }

  /// The moment from which things went wrong.
  mutating func addTurningPoint() {
    guard let point = model.turningPoint else { return values.addNothing() }
    values.open()
    for moment in point.alternatives { addMoment(moment.summary, moment.date, moment.evidence) }
    values.closeList(in: ReportShapes.moments)
    let alternatives = values.take()
    values.open()
    values.add(point.summary)
    add(point.date)
    add(point.journeyStage.map { Labels.label($0) })
    addConfidence(point.confidence)
    add(point.evidence)
    values.add(alternatives)
    values.close(ReportShapes.turningPoint)
  }

  private mutating func addMoment(_ summary: String, _ date: PartialDate?, _ excerpts: [Excerpt]) {
    values.open()
    values.add(summary)
    add(date)
    add(excerpts)
    values.close(ReportShapes.moment)
  }

  /// Stated reason, trigger, contributing causes and what was ruled out; nothing if there is only a root cause.
  ///
  /// A page that has only what was ruled out to add does not show the root cause again.
  mutating func addCauses(isPage: Bool) {
    let root = model.rootCause
    guard
      root.statedReason != nil || root.trigger != nil || !root.contributing.isEmpty
        || !root.ruledOut.isEmpty
    else { return values.addNothing() }
    values.open()
    for cause in root.contributing { addCause(cause) }
    values.closeList(in: ReportShapes.contributing)
    let contributing = values.take()
    values.open()
    for cause in root.ruledOut { addReason(cause.category, nil, cause.evidence) }
    values.closeList(in: ReportShapes.reasons)
    let ruledOut = values.take()
    values.open()
    if let stated = root.statedReason {
      addReason(stated.category, stated.summary, stated.evidence)
    } else {
      values.addNothing()
    }
    if let trigger = root.trigger {
      addMoment(trigger.summary, trigger.date, trigger.evidence)
    } else {
      values.addNothing()
    }
    values.add(contributing)
    let isChain =
      root.statedReason != nil || root.trigger != nil || !root.contributing.isEmpty
    if isChain || !isPage { addCause(root.primary) } else { values.addNothing() }
    values.add(ruledOut)
    values.close(ReportShapes.causes)
  }

  private mutating func addReason(
    _ category: CauseCategory, _ summary: String?, _ excerpts: [Excerpt]
  ) {
    values.open()
    values.add(labels.label(category))
    add(summary)
    add(excerpts)
    values.close(ReportShapes.reason)
  }

  /// The causes and what spoke for them, with a bar's width from 0 to 100.
  ///
  /// In a page those that matter, what speaks in the same way added up, and the others in a sentence: a reader wants to see
  /// what weighs most. A draft is read back and carries all.
  mutating func addWeighing(isPage: Bool) {
    let weighing =
      isPage ? CauseWeighing(model.rootCause) : CauseWeighing(whole: model.rootCause)
    guard !weighing.isEmpty else { return values.addNothing() }
    let most = model.rootCause.candidates.map(\.points).max() ?? 0
    values.open()
    values.open()
    for item in weighing.items {
      let share = most > 0 ? max(0, item.points / most) : 0
      values.open()
      values.add(labels.label(item.category))
      values.add(Wording.number(item.points))
      values.add(Int((share * 100).rounded()))
      values.open()
      for reason in item.reasons {
        values.open()
        values.add(reason.what)
        addSigned(reason.points)
        values.add(reason.points < 0)
        for part in reason.parts { evidence.note(part.evidence, &values) }
        evidence.addNoted(to: &values)
        values.close(ReportShapes.point)
      }
      values.closeList(in: ReportShapes.points)
      values.close(ReportShapes.candidate)
    }
    values.closeList()
    add(
      weighing.sentence { "\(labels.label($0.category)) (\(Wording.number($0.points)))" })
    values.close(ReportShapes.weighing)
  }

  /// Adds points with their sign as ``Wording/signed(_:)`` writes them.
  private mutating func addSigned(_ points: Double) {
    let tenths = (points.magnitude * 10).rounded()
    guard tenths < 1e12, tenths / 10 == points.magnitude else {
      return values.add(Wording.signed(points))
    }
    values.write(points < 0 ? "−" : "+")
    values.write(Int(tenths) / 10)
    if Int(tenths) % 10 > 0 {
      values.write(".")
      values.write(Int(tenths) % 10)
    }
    values.addWritten()
  }
}
