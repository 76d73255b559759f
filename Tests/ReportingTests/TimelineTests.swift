import PostmortemModel
import Reporting
import TestSupport
import Testing

@Suite("The timeline's drawing")
struct TimelineTests {
  @Test("Labels keep their order, stay inside and never overlap", arguments: 0..<200)
  func labels(seed: UInt64) throws {
    let model = Self.model(seed: seed)
    let chart = try #require(TimelineChart(model))
    for row in [chart.above, chart.below] {
      for label in row.labels {
        #expect(label.left >= -0.001)
        #expect(label.left + label.width <= TimelineChart.width + 0.001)
      }
      for (label, next) in zip(row.labels, row.labels.dropFirst()) {
        #expect(label.left + label.width <= next.left + 0.001)
        // The line from a mark to its label crosses no other.
        #expect(label.mark <= next.mark)
      }
    }
  }

  @Test("Where there is room every event has a label, and it stands at its mark")
  func room() throws {
    var model = Postmortem(id: "x")
    model.timeline = ["2025-01-01", "2025-05-01", "2025-09-01"].compactMap { text in
      PartialDate(text).map { TimelineEvent(date: $0, what: "Something") }
    }
    let chart = try #require(TimelineChart(model))
    let labels = chart.above.labels + chart.below.labels
    #expect(labels.map(\.event).sorted() == [0, 1, 2])
    #expect(labels.filter { $0.left == $0.mark }.count >= 2)
  }

  @Test(
    "Less than two different days are not drawn",
    arguments: [[], ["2025-03-04"], ["2025-03-04", "2025-03-04"]])
  func tooFew(dates: [String]) {
    var model = Postmortem(id: "x")
    model.timeline = dates.compactMap { PartialDate($0).map { TimelineEvent(date: $0) } }
    #expect(TimelineChart(model) == nil)
  }

  @Test("Partial dates are spans, days are points, and the turning point is marked once")
  func marks() throws {
    let page = PageReading(
      try Reporter().report(SampleAccount.postmortem, sources: [], as: .html))
    let classes = page.attributes["class"] ?? []
    let partial = SampleAccount.postmortem.timeline.filter { $0.date.precision != .day }
    let marks = classes.filter { $0.hasPrefix("mark ") }
    #expect(marks.filter { $0.hasPrefix("mark span") }.count == partial.count)
    #expect(marks.count == SampleAccount.postmortem.timeline.count)
    #expect(marks.filter { $0.hasSuffix(" turn") }.count == 1)
    #expect(classes.filter { $0 == "is-turning" }.count == 1)
  }

  @Test("A turning point that is no event joins the list at its date")
  func ownEntry() throws {
    var model = SampleAccount.postmortem
    model.turningPoint?.date = PartialDate("2024-12-24")
    let page = try Reporter().report(model, sources: [], as: .html)
    let reading = PageReading(page)
    #expect(reading.attributes["class"]?.filter { $0 == "is-turning" }.count == 1)
    #expect(reading.text.contains("24 December 2024"))
  }

  private static func model(seed: UInt64) -> Postmortem {
    var generator = SeededGenerator(seed: seed)
    var model = Postmortem(id: "random")
    let count = Int.random(in: 2...200, using: &generator)
    let spread = [2, 30, 400, 4000, 400_000].randomElement(using: &generator) ?? 2
    let start = Int.random(in: 0...20_000, using: &generator)
    model.timeline = (0..<count).map { index in
      let day = PartialDate(
        dayNumber: start + (index == 0 ? 0 : Int.random(in: 1...spread, using: &generator)))
      let partial = PartialDate(year: day.year, month: day.month ?? 1) ?? day
      return TimelineEvent(
        date: Bool.random(using: &generator) ? day : partial,
        what: String(
          repeating: ["Wide ", "i ", "MMMM", "漢字", ""].randomElement(using: &generator) ?? "",
          count: Int.random(in: 0...60, using: &generator)),
        kind: EventKind.allCases.randomElement(using: &generator) ?? .other)
    }
    model.timeline.sort { $0.date < $1.date }
    if model.timeline.allSatisfy({ $0.date == model.timeline[0].date }) {
      model.timeline.append(TimelineEvent(date: PartialDate(dayNumber: start + 1000)))
    }
    return model
  }
}
