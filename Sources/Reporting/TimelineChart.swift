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
    let days = events.flatMap { [$0.date.firstDay, $0.end.lastDay] }
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
    let date =
      event.lastDate.map { Wording.shortDates(event.date, $0) } ?? Wording.shortDate(event.date)
    let lines =
      [TextMeasure.line(event.isTurningPoint ? "Turning point, " + date : date)]
      + TextMeasure.lines(
        event.what, limit: Self.labelWidth / Self.textSize, count: Self.labelLines)
    let text = lines.map(\.width).max() ?? 0
    return LabelRow.Label(
      event: index, mark: (scale.middle(of: event.date) + scale.middle(of: event.end)) / 2, left: 0,
      width: text * Self.textSize + 20, lines: lines.map(\.text))
  }

  // MARK: Output

  /// Adds what the drawing's template is given; y is 0 at the top.
  func add(to values: inout TemplateValues) {
    let linesAbove = above.labels.map({ $0.lines.count }).max() ?? 0
    let linesBelow = below.labels.map({ $0.lines.count }).max() ?? 0
    let axis = Double(linesAbove) * Self.lineHeight + (linesAbove > 0 ? Self.band : 12)
    let bottom =
      axis + Double(linesBelow) * Self.lineHeight + (linesBelow > 0 ? Self.band : 12) + 6
    values.open()
    for number in [
      Self.width, bottom + 24, axis, bottom, Self.margin, Self.width - Self.margin, axis - 5,
      bottom + 17,
    ] { Self.add(number, to: &values) }
    if let term = termRange {
      Self.add(term.lowerBound, to: &values)
      Self.add(term.upperBound - term.lowerBound, to: &values)
    } else {
      values.addNothing()
      values.addNothing()
    }
    values.open()
    for tick in scale.ticks {
      values.open()
      Self.add(tick.position, to: &values)
      values.add(tick.label)
      values.close(ChartShapes.tick)
    }
    values.closeList()
    values.open()
    for event in events { addMark(event, to: &values) }
    values.closeList()
    values.open()
    for label in above.labels { add(label, axis: axis, top: 0, to: &values) }
    for label in below.labels { add(label, axis: axis, top: axis + Self.band, to: &values) }
    values.closeList()
    values.add(description)
    values.close(ChartShapes.chart)
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

  private func addMark(_ event: HistoryEvent, to values: inout TemplateValues) {
    let range =
      scale.range(of: event.date).lowerBound...scale.range(of: event.end).upperBound
    let isSpan = event.date.precision != .day || event.lastDate != nil
    values.open()
    Self.add(isSpan ? range.lowerBound : scale.middle(of: event.date), to: &values)
    Self.add(max(6, range.upperBound - range.lowerBound), to: &values)
    values.add(isSpan)
    values.add(event.kind.rawValue)
    values.add(event.isTurningPoint)
    values.close(ChartShapes.mark)
  }

  /// A label whose text starts at height `top`: a pole along the text, and a line from its foot to the mark.
  private func add(
    _ label: LabelRow.Label, axis: Double, top: Double, to values: inout TemplateValues
  ) {
    let height = Double(label.lines.count) * Self.lineHeight
    let isAbove = top < axis
    values.open()
    Self.write(label.left + 1, isAbove ? top + 2 : top + height, to: &values)
    values.write(" ")
    Self.write(label.left + 1, isAbove ? axis - Self.band + 6 : top, to: &values)
    values.write(" ")
    Self.write(label.mark, axis, to: &values)
    values.addWritten()
    Self.add(label.left + 8, to: &values)
    Self.add(top + 12, to: &values)
    values.add(label.lines[0])
    values.open()
    for (index, line) in label.lines.dropFirst().enumerated() {
      values.open()
      Self.add(top + Double(index + 1) * Self.lineHeight + 12, to: &values)
      values.add(line)
      values.close(ChartShapes.row)
    }
    values.closeList()
    values.add(events[label.event].isTurningPoint)
    values.close(ChartShapes.label)
  }

  private static func add(_ number: Double, to values: inout TemplateValues) {
    write(number, to: &values)
    values.addWritten()
  }

  private static func write(_ x: Double, _ y: Double, to values: inout TemplateValues) {
    write(x, to: &values)
    values.write(",")
    write(y, to: &values)
  }

  /// Writes a coordinate with one digit after the point.
  private static func write(_ number: Double, to values: inout TemplateValues) {
    let tenths = Int((number * 10).rounded())
    if tenths < 0 { values.write("-") }
    values.write(Int(tenths.magnitude / 10))
    if tenths % 10 != 0 {
      values.write(".")
      values.write(Int(tenths.magnitude % 10))
    }
  }
}
