import Evidence
import PostmortemModel
import Templating

extension ReportContext {
  /// The dated events in order; on the page with a drawing and with the turning point among them.
  mutating func addTimeline(withChart: Bool) {
    var events = model.timeline.map { HistoryEvent($0) }
    if withChart {
      markTurningPoint(in: &events)
      Self.joinRepeats(in: &events)
    }
    guard !events.isEmpty else { return values.addNothing() }
    values.open()
    if withChart, let chart = TimelineChart(events, account: model.account) {
      chart.add(to: &values)
    } else {
      values.addNothing()
    }
    values.open()
    for event in events {
      addEntry(
        Self.date(of: event), Labels.label(event.kind), event.kind.rawValue, event.what,
        event.evidence, isTurningPoint: event.isTurningPoint)
    }
    values.closeList()
    values.close(ReportShapes.timeline)
  }

  /// Makes one event of those that follow each other with the same words: a sentence with several dates.
  private static func joinRepeats(in events: inout [HistoryEvent]) {
    var joined: [HistoryEvent] = []
    for event in events {
      guard let last = joined.last, last.what == event.what, !last.isTurningPoint,
        !event.isTurningPoint
      else {
        joined.append(event)
        continue
      }
      joined[joined.count - 1].lastDate = event.date
      joined[joined.count - 1].evidence += event.evidence
      if last.kind == .other { joined[joined.count - 1].kind = event.kind }
    }
    events = joined
  }

  private static func date(of event: HistoryEvent) -> String {
    guard let last = event.lastDate else { return Wording.date(event.date) }
    return Wording.shortDates(event.date, last)
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

  /// The warnings before the loss; on the page in the order of their dates, those without one last.
  mutating func addSignals(byDate: Bool) {
    values.open()
    var order = Array(model.signals.indices)
    if byDate {
      let days = model.signals.map { $0.date?.firstDay ?? .max }
      order.sort { (days[$0], $0) < (days[$1], $1) }
    }
    for index in order {
      let signal = model.signals[index]
      addEntry(
        signal.date.map(Wording.date), Labels.label(signal.kind), signal.kind.rawValue, signal.what,
        signal.evidence)
    }
    values.closeList(in: ReportShapes.entries)
  }

  /// What was tried to keep the customer.
  mutating func addSaveAttempts() {
    values.open()
    for attempt in model.saveAttempts {
      addEntry(
        attempt.date.map(Wording.date), Labels.label(attempt.outcome), attempt.outcome.rawValue,
        attempt.what,
        attempt.evidence)
    }
    values.closeList(in: ReportShapes.entries)
  }

  private mutating func addEntry(
    _ date: String?, _ kind: String, _ key: String, _ what: String, _ excerpts: [Excerpt],
    isTurningPoint: Bool = false
  ) {
    values.open()
    add(date)
    values.add(kind)
    values.add(key)
    values.add(what)
    values.add(isTurningPoint)
    add(excerpts)
    values.close(ReportShapes.entry)
  }

  /// The customer's own words.
  mutating func addQuotes() {
    values.open()
    for quote in model.quotes where !Wording.isBlank(quote.text) {
      values.open()
      values.add(quote.text)
      add(quote.speaker)
      add(quote.evidence)
      values.close(ReportShapes.quote)
    }
    values.closeList(in: ReportShapes.quotes)
  }

  /// What went well.
  mutating func addWentWell() {
    values.open()
    for item in model.wentWell { addStatement(item.statement, item.evidence) }
    values.closeList(in: ReportShapes.statements)
  }

  /// Competitors that are named.
  mutating func addCompetitors() {
    values.open()
    for item in model.competitors { addStatement(item.name, item.evidence) }
    values.closeList(in: ReportShapes.statements)
  }

  /// The figures that are known.
  mutating func addMetrics() {
    values.open()
    for figure in Labels.figures {
      guard let metric = model.metrics[keyPath: figure.path] else { continue }
      let number =
        figure.unit == "%" ? Wording.signed(metric.value) : Wording.number(metric.value)
      addFact(
        figure.label, number + figure.unit, note: metric.date.map(Wording.date), metric.evidence)
    }
    values.closeList(in: ReportShapes.facts)
  }

  /// The record of the risk, unless nothing was recorded.
  mutating func addRisk() {
    let risk = model.risk
    guard risk != RiskRecord() else { return values.addNothing() }
    values.open()
    addFact("Stage", Labels.label(risk.stage))
    let owners = [
      ("Department owner", risk.departmentOwner.map { labels.label(Department(rawValue: $0)) }),
      ("Leadership owner", risk.leadershipOwner),
      ("Action owner", risk.actionOwner), ("Identified on", risk.identifiedOn.map(Wording.date)),
      ("Closed on", risk.closedOn.map(Wording.date)),
      ("Days at risk", risk.daysAtRisk.map { "\($0)" }),
    ]
    for (label, value) in owners {
      if let value { addFact(label, value) }
    }
    addFact("Incidents", "\(risk.incidents)")
    values.closeList(in: ReportShapes.facts)
  }
}

/// An event as the timeline shows it.
struct HistoryEvent {
  /// When.
  var date: PartialDate
  /// The last date, where the same is told of several.
  var lastDate: PartialDate?
  /// What happened.
  var what: String
  /// What kind of event it is.
  var kind: EventKind
  /// Where it stands.
  var evidence: [Excerpt]
  /// The date on which it ends.
  var end: PartialDate {
    guard let lastDate, lastDate.lastDay > date.lastDay else { return date }
    return lastDate
  }
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
