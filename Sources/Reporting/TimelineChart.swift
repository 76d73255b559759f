package import PostmortemModel
import Templating

/// The drawing of a timeline: marks to scale, and beside them as many labels as fit without touching.
package struct TimelineChart {
  /// A label's place: its text box and the line that joins it to its mark.
  package struct Label {
    /// The left edge of the box.
    package var left: Double
    /// The right edge of the box.
    package var right: Double
    /// The upper edge of the box.
    package var top: Double
    /// The lower edge of the box.
    package var bottom: Double
    /// Where the joining line stands.
    package var leader: Double
    /// Whether the label stands above the axis.
    package var isAbove: Bool
    /// Whether the text ends at the line instead of starting there.
    package var endsAtLeader: Bool
    /// Which event it is of.
    package var event: Int
    /// How many labels are between it and the axis at most.
    package var lane: Int
    /// Its text, date first.
    package var text: (String, String, String)
  }

  /// The drawing's width.
  package static let width = 960.0
  private static let margin = 12.0
  private static let textSize = 13.0
  private static let laneHeight = 58.0
  private static let boxHeight = 48.0
  private static let firstLane = 18.0
  private static let laneLimit = 4
  private static let labelWidth = 168.0
  /// Beyond this many events the search for places looks only at the most important ones.
  private static let labelLimit = 60

  /// The labels that found a place.
  package private(set) var labels: [Label] = []
  private let events: [HistoryEvent]
  private let account: Account
  private let scale: TimeScale

  /// Draws `events`; nil where there are fewer than two days to draw between.
  init?(_ events: [HistoryEvent], account: Account) {
    let days = events.flatMap { [$0.date.firstDay, $0.date.lastDay] }
    guard let first = days.min(), let last = days.max(), first < last, events.count > 1 else {
      return nil
    }
    self.events = events
    self.account = account
    scale = TimeScale(
      days: first...last, from: Self.margin, to: Self.width - Self.margin)
    placeLabels()
  }

  /// Draws the timeline of a post-mortem.
  package init?(_ model: Postmortem) {
    self.init(model.timeline.map { HistoryEvent($0) }, account: model.account)
  }

  // MARK: Labels

  private mutating func placeLabels() {
    for index in order().prefix(Self.labelLimit) { placeLabel(of: index) }
  }

  /// The events by how much a reader misses them: the turning point, what frames the story, then the most even spread.
  private func order() -> [Int] {
    let count = events.count
    func rank(_ index: Int) -> Int {
      if events[index].isTurningPoint { return 0 }
      if index == 0 || index == count - 1 { return 1 }
      switch events[index].kind {
      case .decision, .incident, .contract: return 2
      case .people, .commercial, .usage, .support: return 3
      case .meeting, .other: return 4
      }
    }
    return events.indices.map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private mutating func placeLabel(of index: Int) {
    let event = events[index]
    let x = scale.middle(of: event.date)
    let date =
      (event.isTurningPoint ? "Turning point · " : "") + Wording.shortDate(event.date)
    let (first, second) = TextMeasure.lines(
      event.what, limit: Self.labelWidth / Self.textSize)
    let width =
      [date, first, second].map { TextMeasure.width($0.unicodeScalars) }.max() ?? 0
    let boxWidth = width * Self.textSize + 14
    for lane in 0..<Self.laneLimit {
      for isAbove in index % 2 == 0 ? [true, false] : [false, true] {
        for endsAtLeader in [false, true] {
          let left = endsAtLeader ? x - boxWidth : x
          guard left >= 0, left + boxWidth <= Self.width else { continue }
          let top =
            Self.firstLane + Double(lane) * Self.laneHeight + (isAbove ? Self.boxHeight : 0)
          let label = Label(
            left: left, right: left + boxWidth, top: isAbove ? -top : top,
            bottom: (isAbove ? -top : top) + Self.boxHeight, leader: x, isAbove: isAbove,
            endsAtLeader: endsAtLeader, event: index, lane: lane, text: (date, first, second))
          guard !labels.contains(where: { Self.collide($0, label) }) else { continue }
          labels.append(label)
          return
        }
      }
    }
  }

  /// Whether two labels, their joining lines included, touch.
  package static func collide(_ one: Label, _ other: Label) -> Bool {
    guard one.isAbove == other.isAbove else { return false }
    if one.lane == other.lane { return one.left < other.right + 8 && other.left < one.right + 8 }
    let (near, far) = one.lane < other.lane ? (one, other) : (other, one)
    return far.leader > near.left - 6 && far.leader < near.right + 6
  }

  // MARK: Output

  /// What the drawing's template is given; y is 0 at the top, and lanes that are not used take no room.
  var value: TemplateValue {
    let lanesAbove = (labels.filter(\.isAbove).map(\.lane).max() ?? -1) + 1
    let lanesBelow = (labels.filter { !$0.isAbove }.map(\.lane).max() ?? -1) + 1
    let axis = Self.firstLane + Double(lanesAbove) * Self.laneHeight + 4
    let bottom = axis + Self.firstLane + Double(lanesBelow) * Self.laneHeight + 4
    let turning = events.firstIndex(where: \.isTurningPoint).map {
      scale.middle(of: events[$0].date)
    }
    let term = termRange
    return .record(
      TemplateRecord(
        ChartShapes.chart,
        [
          Self.number(Self.width), Self.number(bottom + 24), Self.number(axis),
          Self.number(2), Self.number(bottom), Self.number(Self.margin),
          Self.number(Self.width - Self.margin), Self.number(axis - 5), Self.number(bottom + 17),
          term.map { Self.number($0.lowerBound) } ?? .absent,
          term.map { Self.number($0.upperBound - $0.lowerBound) } ?? .absent,
          .list(scale.ticks.map(tick)), .list(marks), .list(labels.map { label($0, axis) }),
          turning.map(Self.number) ?? .absent, .text(description),
        ]))
  }

  /// The part of the axis on which the contract ran.
  private var termRange: ClosedRange<Double>? {
    guard account.startDate != nil || account.churnDate != nil else { return nil }
    let start = account.startDate.map { scale.clamped($0.firstDay) } ?? Self.margin
    let end = account.churnDate.map { scale.clamped($0.lastDay) } ?? Self.width - Self.margin
    return end > start ? start...end : nil
  }

  private var description: String {
    let first = events.first.map { Wording.date($0.date) } ?? ""
    let last = events.last.map { Wording.date($0.date) } ?? ""
    return "\(events.count) events from \(first) to \(last); the list below has them all"
  }

  private func tick(_ tick: TimeScale.Tick) -> TemplateValue {
    .record(
      TemplateRecord(
        ChartShapes.tick, [Self.number(tick.position), .text(tick.label)]))
  }

  private var marks: [TemplateValue] {
    events.map { event in
      let range = scale.range(of: event.date)
      let isSpan = event.date.precision != .day
      return .record(
        TemplateRecord(
          ChartShapes.mark,
          [
            Self.number(isSpan ? range.lowerBound : scale.middle(of: event.date)),
            Self.number(max(6, range.upperBound - range.lowerBound)), .flag(isSpan),
            .text(event.kind.rawValue), .flag(event.isTurningPoint),
          ]))
    }
  }

  private func label(_ label: Label, _ axis: Double) -> TemplateValue {
    let top = axis + label.top
    let far = label.isAbove ? top + 2 : top + Self.boxHeight - 2
    return .record(
      TemplateRecord(
        ChartShapes.label,
        [
          Self.number(label.leader), Self.number(min(axis, far)), Self.number(max(axis, far)),
          Self.number(label.leader + (label.endsAtLeader ? -7 : 7)),
          .text(label.endsAtLeader ? "end" : "start"), Self.number(top + 13),
          .text(label.text.0), Self.number(top + 28), .text(label.text.1),
          Self.number(top + 43), .text(label.text.2),
          .flag(events[label.event].isTurningPoint),
        ]))
  }

  /// A coordinate with one digit after the point.
  private static func number(_ value: Double) -> TemplateValue {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let whole = "\(sign)\(tenths.magnitude / 10)"
    return .text(tenths % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)")
  }
}
