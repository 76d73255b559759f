import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// The account's facts that are known, in the model's order.
  mutating func accountFacts() -> TemplateValue {
    var values: [TemplateValue] = []
    for field in Account.Field.allCases {
      guard let value = value(of: field) else { continue }
      values.append(
        fact(Labels.label(field), value, model.account.evidence[field.rawValue] ?? []))
    }
    if let months = model.account.tenureMonths {
      values.append(fact("Tenure", Wording.months(months)))
    }
    return items(ReportShapes.facts, values)
  }

  /// A fact about the account in words, or nil where it is not known.
  func value(of field: Account.Field) -> String? {
    let account = model.account
    return switch field {
    case .name: account.name
    case .segment: account.segment
    case .industry: account.industry
    case .region: account.region
    case .csm: account.csm
    case .contractValue: account.contractValue.map { "\(Wording.money($0)) a year" }
    case .startDate: account.startDate.map(Wording.date)
    case .noticeDate: account.noticeDate.map(Wording.date)
    case .renewalDate: account.renewalDate.map(Wording.date)
    case .churnDate: account.churnDate.map(Wording.date)
    case .journeyStage: account.journeyStage.map { Labels.label($0) }
    }
  }

  /// The verdict.
  mutating func verdict() -> TemplateValue {
    let isDetermined = model.rootCause.primary.category != .undetermined
    var excerpts: [Excerpt] = []
    for field in [Account.Field.churnDate, .contractValue] {
      for excerpt in model.account.evidence[field.rawValue] ?? [] where !excerpts.contains(excerpt) {
        excerpts.append(excerpt)
      }
    }
    let headline = headline()
    return .record(
      TemplateRecord(
        ReportShapes.verdict,
        [
          text(headline), headline == nil ? .absent : evidence.references(excerpts),
          .flag(isDetermined), cause(model.rootCause.primary), .list(tiles(isDetermined)),
        ]))
  }

  /// What became of the account, in sentences made of its facts.
  private func headline() -> String? {
    let account = model.account
    let name = account.name ?? "The customer"
    var parts: [String] = []
    switch model.outcome {
    case .lost:
      var sentence = "\(name) left"
      if let date = account.churnDate {
        sentence += " \(date.precision == .day ? "on" : "in") \(Wording.date(date))"
      }
      if let months = account.tenureMonths {
        sentence += " after \(Wording.months(months)) as a customer"
      }
      if account.churnDate != nil || account.tenureMonths != nil { parts.append("\(sentence).") }
    case .partlyLost: parts.append("\(name) gave up a part of the contract.")
    case .atRisk: parts.append("\(name) is at risk of leaving.")
    case .recovered: parts.append("\(name) was at risk and has stayed.")
    }
    if let value = account.contractValue {
      parts.append("The contract was worth \(Wording.money(value)) a year.")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private mutating func tiles(_ isDetermined: Bool) -> [TemplateValue] {
    let account = model.account
    var tiles: [TemplateValue] = []
    if let value = account.contractValue {
      tiles.append(
        fact(
          model.outcome == .lost ? "Value lost" : "Contract value", Wording.money(value),
          note: "a year", account.evidence[Account.Field.contractValue.rawValue] ?? []))
    }
    if let months = account.tenureMonths {
      tiles.append(
        fact(
          "Tenure", Wording.months(months),
          note: account.startDate.map { "since \(Wording.shortDate($0))" }))
    }
    if let point = model.turningPoint {
      let stage = point.journeyStage.map { "while in \(Labels.label($0).lowercased())" }
      tiles.append(
        fact(
          "Turning point", point.date.map(Wording.shortDate) ?? "Undated",
          note: stage ?? "see below", point.evidence))
    }
    if isDetermined {
      let cause = model.rootCause.primary
      let note =
        switch cause.controllable {
        case .yes: "within our control"
        case .partly: "partly within our control"
        case .no: "outside our control"
        }
      tiles.append(fact("Preventable", Labels.label(cause.controllable), note: note))
    }
    return tiles
  }

  /// A cause with its verdict.
  mutating func cause(_ cause: Cause) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.cause,
        [
          .text(Labels.label(cause.category)), .text(cause.summary),
          .text(Labels.label(cause.controllable)), .text(Wording.confidence(cause.confidence)),
          .text(Wording.percent(cause.confidence)), .text(Wording.number(cause.confidence)),
          evidence.references(cause.evidence),
        ]))
  }

  /// The moment from which things went wrong.
  mutating func turningPoint() -> TemplateValue {
    guard let point = model.turningPoint else { return .absent }
    var alternatives: [TemplateValue] = []
    for moment in point.alternatives {
      alternatives.append(self.moment(moment.summary, moment.date, moment.evidence))
    }
    return .record(
      TemplateRecord(
        ReportShapes.turningPoint,
        [
          .text(point.summary), text(point.date),
          text(point.journeyStage.map { Labels.label($0) }),
          .text(Wording.confidence(point.confidence)), .text(Wording.percent(point.confidence)),
          .text(Wording.number(point.confidence)), evidence.references(point.evidence),
          items(ReportShapes.moments, alternatives),
        ]))
  }

  private mutating func moment(
    _ summary: String, _ date: PartialDate?, _ excerpts: [Excerpt]
  ) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.moment, [.text(summary), text(date), evidence.references(excerpts)]))
  }

  /// Stated reason, trigger, contributing causes and what was ruled out; nothing if there is only a root cause.
  mutating func causes() -> TemplateValue {
    let root = model.rootCause
    guard
      root.statedReason != nil || root.trigger != nil || !root.contributing.isEmpty
        || !root.ruledOut.isEmpty
    else { return .absent }
    var contributing: [TemplateValue] = []
    for cause in root.contributing { contributing.append(self.cause(cause)) }
    var ruledOut: [TemplateValue] = []
    for cause in root.ruledOut { ruledOut.append(reason(cause.category, nil, cause.evidence)) }
    let stated = root.statedReason.map { reason($0.category, $0.summary, $0.evidence) }
    let trigger = root.trigger.map { moment($0.summary, $0.date, $0.evidence) }
    return .record(
      TemplateRecord(
        ReportShapes.causes,
        [
          stated ?? .absent, trigger ?? .absent, items(ReportShapes.contributing, contributing), cause(root.primary),
          items(ReportShapes.reasons, ruledOut),
        ]))
  }

  private mutating func reason(
    _ category: CauseCategory, _ summary: String?, _ excerpts: [Excerpt]
  ) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.reason,
        [.text(Labels.label(category)), text(summary), evidence.references(excerpts)]))
  }

  /// Every cause that was weighed, with a bar's width from 0 to 100.
  mutating func weighing() -> TemplateValue {
    let most = model.rootCause.candidates.map(\.points).max() ?? 0
    var values: [TemplateValue] = []
    for candidate in model.rootCause.candidates {
      var because: [TemplateValue] = []
      for point in candidate.because {
        because.append(
          .record(
            TemplateRecord(
              ReportShapes.point,
              [
                .text(point.what), .text(Wording.signed(point.points)), .flag(point.points < 0),
                evidence.references(point.evidence),
              ])))
      }
      let share = most > 0 ? max(0, candidate.points / most) : 0
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.candidate,
            [
              .text(Labels.label(candidate.category)), .text(Wording.number(candidate.points)),
              .text("\(Int((share * 100).rounded()))"), items(ReportShapes.points, because),
            ])))
    }
    return items(ReportShapes.weighing, values)
  }
}
