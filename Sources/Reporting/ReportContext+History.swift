import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// The dated events in order; on the page with a drawing and with the turning point among them.
  mutating func timeline(withChart: Bool) -> TemplateValue {
    var events = model.timeline.map { HistoryEvent($0) }
    if withChart { markTurningPoint(in: &events) }
    guard !events.isEmpty else { return .absent }
    let chart = withChart ? TimelineChart(events, account: model.account)?.value : nil
    var entries: [TemplateValue] = []
    for event in events {
      entries.append(
        entry(
          event.date, Labels.label(event.kind), event.kind.rawValue, event.what, event.evidence,
          isTurningPoint: event.isTurningPoint))
    }
    return .record(
      TemplateRecord(ReportShapes.timeline, [chart ?? .absent, .list(entries)]))
  }

  /// Marks the event that is the turning point, or adds it where no event is.
  private func markTurningPoint(in events: inout [HistoryEvent]) {
    guard let point = model.turningPoint, let date = point.date else { return }
    let lines = Set(point.evidence.map(\.line))
    let same = events.firstIndex { event in
      event.date == date && event.evidence.contains { lines.contains($0.line) }
    }
    if let same {
      events[same].isTurningPoint = true
      return
    }
    var event = HistoryEvent(
      TimelineEvent(date: date, what: point.summary, evidence: point.evidence))
    event.isTurningPoint = true
    events.insert(event, at: events.firstIndex { $0.date > date } ?? events.count)
  }

  /// The warnings before the loss.
  mutating func signals() -> TemplateValue {
    var entries: [TemplateValue] = []
    for signal in model.signals {
      entries.append(
        entry(
          signal.date, Labels.label(signal.kind), signal.kind.rawValue, signal.what,
          signal.evidence))
    }
    return items(ReportShapes.entries, entries)
  }

  /// What was tried to keep the customer.
  mutating func saveAttempts() -> TemplateValue {
    var entries: [TemplateValue] = []
    for attempt in model.saveAttempts {
      entries.append(
        entry(
          attempt.date, Labels.label(attempt.outcome), attempt.outcome.rawValue, attempt.what,
          attempt.evidence))
    }
    return items(ReportShapes.entries, entries)
  }

  private mutating func entry(
    _ date: PartialDate?, _ kind: String, _ key: String, _ what: String, _ excerpts: [Excerpt],
    isTurningPoint: Bool = false
  ) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.entry,
        [
          text(date), .text(kind), .text(key), .text(what), .flag(isTurningPoint),
          evidence.references(excerpts),
        ]))
  }

  /// The customer's own words.
  mutating func quotes() -> TemplateValue {
    var values: [TemplateValue] = []
    for quote in model.quotes {
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.quote,
            [.text(quote.text), text(quote.speaker), evidence.references(quote.evidence)])))
    }
    return items(ReportShapes.quotes, values)
  }

  /// The figures that are known.
  mutating func metrics() -> TemplateValue {
    let metrics = model.metrics
    let all: [(String, Metric?, String)] = [
      ("NPS", metrics.nps, ""), ("Health score", metrics.healthScore, ""),
      ("Touchpoints a month", metrics.touchpointsPerMonth, ""),
      ("Response time", metrics.responseTimeHours, " hours"), ("Seats", metrics.seats, ""),
      ("Active users", metrics.activeUsers, ""),
      ("Change in usage", metrics.usageChangePercent, "%"),
      ("Open tickets", metrics.openTickets, ""),
    ]
    var values: [TemplateValue] = []
    for (label, metric, unit) in all {
      guard let metric else { continue }
      let number =
        unit == "%" ? Wording.signed(metric.value) : Wording.number(metric.value)
      values.append(
        fact(label, number + unit, note: metric.date.map(Wording.date), metric.evidence))
    }
    return items(ReportShapes.facts, values)
  }

  /// The record of the risk, unless nothing was recorded.
  mutating func risk() -> TemplateValue {
    let risk = model.risk
    guard risk != RiskRecord() else { return .absent }
    var values = [fact("Stage", Labels.label(risk.stage))]
    let owners = [
      ("Department owner", risk.departmentOwner), ("Leadership owner", risk.leadershipOwner),
      ("Action owner", risk.actionOwner), ("Identified on", risk.identifiedOn.map(Wording.date)),
      ("Closed on", risk.closedOn.map(Wording.date)),
      ("Days at risk", risk.daysAtRisk.map { "\($0)" }),
    ]
    for (label, value) in owners {
      if let value { values.append(fact(label, value)) }
    }
    values.append(fact("Incidents", "\(risk.incidents)"))
    return items(ReportShapes.facts, values)
  }
}

/// An event as the timeline shows it.
struct HistoryEvent {
  /// When.
  var date: PartialDate
  /// What happened.
  var what: String
  /// What kind of event it is.
  var kind: EventKind
  /// Where it stands.
  var evidence: [Excerpt]
  /// Whether things went wrong from here.
  var isTurningPoint = false

  /// Takes an event of the model.
  init(_ event: TimelineEvent) {
    date = event.date
    what = event.what
    kind = event.kind
    evidence = event.evidence
  }
}
