import Evidence
import PostmortemModel
import Testing

/// The figures that a note's fields give, in the ways in which people write them.
@Suite struct MetricTests {
  @Test(
    arguments: [
      ("NPS: 3", "nps", 3), ("NPS: 9/10", "nps", 9), ("NPS: -20", "nps", -20),
      ("Health score: 41/100", "healthScore", 41),
      ("Health score: about 41", "healthScore", 41),
      ("Touchpoints per month: 0,5", "touchpointsPerMonth", 0.5),
      ("Touchpoints per month: 0.125", "touchpointsPerMonth", 0.125),
      ("Seats: 1,200", "seats", 1200), ("Seats: 1.200", "seats", 1200),
      ("Seats: 1 200", "seats", 1200), ("Seats: 12'500", "seats", 12500),
      ("Seats: 12,34,500", "seats", 1_234_500), ("Seats: 1.2k", "seats", 1200),
      ("Active users: ~310 of 1,200", "activeUsers", 310),
      ("Usage change: −35%", "usageChangePercent", -35),
      ("Usage change: down 35 %", "usageChangePercent", -35),
      ("Usage change: +12%", "usageChangePercent", 12),
      ("Open tickets: 6", "openTickets", 6),
      ("Response time: 31 hours", "responseTimeHours", 31),
      ("Response time: 2 days", "responseTimeHours", 48),
      ("Response time: 30 min", "responseTimeHours", 0.5),
    ])
  func reads(field: String, name: String, value: Double) {
    #expect(figures("account: Marlow Bakeries\n\(field)\n\nThey left.") == [name: value])
  }

  /// The figures that are known, by their names.
  private func figures(_ note: String) -> [String: Double] {
    let metrics = draft(note).metrics
    let all = [
      "nps": metrics.nps, "healthScore": metrics.healthScore, "seats": metrics.seats,
      "touchpointsPerMonth": metrics.touchpointsPerMonth, "activeUsers": metrics.activeUsers,
      "responseTimeHours": metrics.responseTimeHours, "openTickets": metrics.openTickets,
      "usageChangePercent": metrics.usageChangePercent,
    ]
    return all.compactMapValues { $0?.value }
  }

  @Test(arguments: [
    "NPS: n/a", "NPS: not asked", "NPS: Q3", "NPS: our rival is 30 cents cheaper",
    "Seats: as many as in the contract of 2021",
    "Seats: 2024-11",
  ])
  func takesNoFigureWhereNoneIsGiven(field: String) {
    let metrics = draft("account: Marlow Bakeries\n\(field)\n\nThey left.").metrics
    #expect(metrics == Metrics())
  }

  @Test func takesTheDateBehindTheFigure() {
    let nps = draft("account: Marlow Bakeries\nNPS: 3 (March 2025)\n\nThey left.").metrics.nps
    #expect(nps?.value == 3 && nps?.date == PartialDate("2025-03"))
    #expect(nps?.evidence.map(\.line) == [2])
  }

  @Test func theFirstFieldCounts() {
    #expect(draft("account: Marlow\nNPS: 3\nNPS: 9\n\nThey left.").metrics.nps?.value == 3)
  }
}
