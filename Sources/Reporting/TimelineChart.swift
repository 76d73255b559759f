package import PostmortemModel
import Templating

/// The drawing of a timeline: marks to scale, and above and below them as many labels as fit side by side.
///
/// In either row the labels stand in the order of their marks, so no line between the two crosses another.
package struct TimelineChart {
  /// The drawing's width.
  package static let width = 960.0
  private static let margin = 10.0
  private static let textSize = 13.0
  private static let lineHeight = 16.0
  private static let labelWidth = 142.0
  private static let labelLines = 3
  /// The height between the axis and a row of labels, which the joining lines cross.
  private static let band = 38.0

  /// The labels above the axis.
  package private(set) var above = LabelRow(width: width)
  /// The labels below the axis.
  package private(set) var below = LabelRow(width: width)
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
    scale = TimeScale(days: first...last, from: Self.margin, to: Self.width - Self.margin)
    for (rank, index) in Self.order(of: events).enumerated() {
      let label = label(of: index)
      // Sides take turns; where one is full the other may have room.
      let isPlaced = rank % 2 == 0 ? above.add(label) : below.add(label)
      if !isPlaced, !(rank % 2 == 0 ? below.add(label) : above.add(label)) { break }
    }
    above.arrange()
    below.arrange()
  }

  /// Draws the timeline of a post-mortem.
  package init?(_ model: Postmortem) {
    self.init(model.timeline.map { HistoryEvent($0) }, account: model.account)
  }

  /// The events by how much a reader would miss them: the turning point, what frames the story, then by kind.
  private static func order(of events: [HistoryEvent]) -> [Int] {
    func rank(_ index: Int) -> Int {
      if events[index].isTurningPoint { return 0 }
      if index == 0 || index == events.count - 1 { return 1 }
      return switch events[index].kind {
      case .decision, .incident, .contract: 2
      case .people, .commercial, .usage, .support: 3
      case .meeting, .other: 4
      }
    }
    return events.indices.map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private func label(of index: Int) -> LabelRow.Label {
    let event = events[index]
    let date = Wording.shortDate(event.date)
    let lines =
      [event.isTurningPoint ? "Turning point, \(date)" : date]
      + TextMeasure.lines(
        event.what, limit: Self.labelWidth / Self.textSize, count: Self.labelLines)
    let text = lines.map { TextMeasure.width($0.unicodeScalars) }.max() ?? 0
    return LabelRow.Label(
      event: index, mark: scale.middle(of: event.date), left: 0,
      width: text * Self.textSize + 20, lines: lines)
  }

  // MARK: Output

  /// What the drawing's template is given; y is 0 at the top.
  var value: TemplateValue {
    let linesAbove = above.labels.map(\.lines.count).max() ?? 0
    let linesBelow = below.labels.map(\.lines.count).max() ?? 0
    let axis = Double(linesAbove) * Self.lineHeight + (linesAbove > 0 ? Self.band : 12)
    let bottom =
      axis + Double(linesBelow) * Self.lineHeight + (linesBelow > 0 ? Self.band : 12) + 6
    let term = termRange
    let labels =
      above.labels.map { self.label($0, axis: axis, top: 0) }
      + below.labels.map { self.label($0, axis: axis, top: axis + Self.band) }
    return .record(
      TemplateRecord(
        ChartShapes.chart,
        [
          Self.number(Self.width), Self.number(bottom + 24), Self.number(axis),
          Self.number(bottom), Self.number(Self.margin), Self.number(Self.width - Self.margin),
          Self.number(axis - 5), Self.number(bottom + 17),
          term.map { Self.number($0.lowerBound) } ?? .absent,
          term.map { Self.number($0.upperBound - $0.lowerBound) } ?? .absent,
          .list(scale.ticks.map(tick)), .list(marks), .list(labels), .text(description),
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
    .record(TemplateRecord(ChartShapes.tick, [Self.number(tick.position), .text(tick.label)]))
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

  /// A label whose text starts at height `top`: a pole along the text, and a line from its foot to the mark.
  private func label(_ label: LabelRow.Label, axis: Double, top: Double) -> TemplateValue {
    let height = Double(label.lines.count) * Self.lineHeight
    let isAbove = top < axis
    let pole = Self.digits(label.left + 1)
    let far = Self.digits(isAbove ? top + 2 : top + height)
    let near = Self.digits(isAbove ? axis - Self.band + 6 : top)
    let mark = "\(Self.digits(label.mark)),\(Self.digits(axis))"
    let rows = label.lines.dropFirst().enumerated().map { index, line in
      TemplateValue.record(
        TemplateRecord(
          ChartShapes.row,
          [Self.number(top + Double(index + 1) * Self.lineHeight + 12), .text(line)]))
    }
    return .record(
      TemplateRecord(
        ChartShapes.label,
        [
          .text("\(pole),\(far) \(pole),\(near) \(mark)"), Self.number(label.left + 8),
          Self.number(top + 12), .text(label.lines[0]), .list(rows),
          .flag(events[label.event].isTurningPoint),
        ]))
  }

  private static func number(_ value: Double) -> TemplateValue { .text(digits(value)) }

  /// A coordinate with one digit after the point.
  private static func digits(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
    return tenths % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)"
  }
}
