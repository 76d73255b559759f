import Evidence
import GRDB
import PostmortemModel

/// Writes a post-mortem's facts as rows of their tables, where SQL can ask for them.
struct PostmortemRows {
  private let name: DatabaseValue
  private let db: Database

  /// The tables that hold facts of one note each, all keyed by its name.
  static let tables = [
    "source", "account", "cause", "timeline", "signal", "save_attempt", "lesson", "action",
    "department", "competitor", "quote", "metric", "doubt",
  ]

  init(_ name: String, _ db: Database) {
    self.name = .text(name)
    self.db = db
  }

  func insert(_ postmortem: Postmortem) throws {
    try insert(account: postmortem)
    try insert(postmortem.sources, "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)") {
      [.text($0.file), .text($0.kind.rawValue), .text($0.sha256), .int($0.lines)]
    }
    try insert(causes(postmortem.rootCause), "INSERT INTO cause VALUES (?, ?, ?, ?, ?, ?, ?, ?)") {
      $0
    }
    try insert(postmortem.timeline, "INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?)") {
      [date($0.date), .text($0.kind.rawValue), .text($0.what)] + place($0.evidence)
    }
    try insert(postmortem.signals, "INSERT INTO signal VALUES (?, ?, ?, ?, ?, ?, ?)") {
      [.text($0.kind.rawValue), date($0.date), .text($0.what)] + place($0.evidence)
    }
    try insert(postmortem.saveAttempts, "INSERT INTO save_attempt VALUES (?, ?, ?, ?, ?, ?, ?)") {
      [date($0.date), .text($0.outcome.rawValue), .text($0.what)] + place($0.evidence)
    }
    try insert(lessons(postmortem), "INSERT INTO lesson VALUES (?, ?, ?, ?, ?, ?, ?)") { $0 }
    try insert(postmortem.actions, "INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)") {
      [
        .text($0.task), .text($0.owner), date($0.due), .flag($0.done),
        .text($0.department?.rawValue),
      ] + place($0.evidence)
    }
    try insert(postmortem.departments, "INSERT INTO department VALUES (?, ?, ?, ?, ?, ?, ?, ?)") {
      [
        .text($0.department.rawValue), .text($0.why), .text($0.message),
        .text($0.asks.joined(separator: "\n")),
      ] + place($0.evidence)
    }
    try insert(postmortem.competitors, "INSERT INTO competitor VALUES (?, ?, ?, ?, ?)") {
      [.text($0.name)] + place($0.evidence)
    }
    try insert(postmortem.quotes, "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?)") {
      [.text($0.text), .text($0.speaker)] + place($0.evidence)
    }
    try insert(postmortem.metrics)
    try insert(doubts(postmortem), "INSERT INTO doubt VALUES (?, ?, ?, ?, ?)") { $0 }
  }

  private func insert<Fact>(
    _ facts: [Fact], _ sql: String, _ values: (Fact) -> [DatabaseValue]
  ) throws {
    guard !facts.isEmpty else { return }
    let statement = try db.cachedStatement(sql: sql)
    for (position, fact) in facts.enumerated() {
      statement.setUncheckedArguments(
        StatementArguments([name, .int(position)] + values(fact)))
      try statement.execute()
    }
  }

  private func insert(account postmortem: Postmortem) throws {
    let account = postmortem.account
    let cause = postmortem.rootCause
    let winBack = postmortem.relationship.winBack
    let values: [DatabaseValue] = [
      name, .text(account.name), .text(account.segment), .text(account.industry),
      .text(account.region), .text(account.csm), .real(account.contractValue?.amount),
      .text(account.contractValue?.currency), date(account.startDate), date(account.noticeDate),
      date(account.renewalDate), date(account.churnDate),
      .text(account.churnDate.flatMap(Self.quarter)), .int(account.tenureMonths),
      .text(account.journeyStage?.rawValue), .text(postmortem.outcome.rawValue),
      .text(cause.primary.category.rawValue), .text(cause.primary.summary),
      .text(cause.primary.controllable.rawValue), .real(cause.primary.confidence),
      .text(cause.statedReason?.category.rawValue), .text(cause.trigger?.summary),
      .text(postmortem.turningPoint?.summary), date(postmortem.turningPoint?.date),
      .text(postmortem.turningPoint?.journeyStage?.rawValue), .text(winBack.likelihood.rawValue),
      .text(winBack.condition), date(winBack.revisitOn), .text(postmortem.risk.stage.rawValue),
      .flag(postmortem.relationship.csmRelated), .flag(postmortem.relationship.goodwill),
    ]
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try db.run("INSERT INTO account VALUES (\(marks))", values)
  }

  private func insert(_ metrics: Metrics) throws {
    let all: [(String, Metric?)] = [
      ("nps", metrics.nps), ("health_score", metrics.healthScore),
      ("touchpoints_per_month", metrics.touchpointsPerMonth),
      ("response_time_hours", metrics.responseTimeHours), ("seats", metrics.seats),
      ("active_users", metrics.activeUsers), ("usage_change_percent", metrics.usageChangePercent),
      ("open_tickets", metrics.openTickets),
    ]
    for (key, metric) in all {
      guard let metric else { continue }
      try db.run(
        "INSERT INTO metric VALUES (?, ?, ?, ?, ?, ?)",
        [name, .text(key), .real(metric.value), date(metric.date)] + place(metric.evidence))
    }
  }

  private func causes(_ root: RootCause) -> [[DatabaseValue]] {
    func row(
      _ role: String, _ category: CauseCategory, _ summary: String, _ evidence: [Excerpt]
    ) -> [DatabaseValue] {
      [.text(role), .text(category.rawValue), .text(summary)] + place(evidence)
        + [.text(evidence.first?.quote)]
    }
    let primary = root.primary
    return [row("primary", primary.category, primary.summary, primary.evidence)]
      + root.contributing.map { row("contributing", $0.category, $0.summary, $0.evidence) }
      + root.ruledOut.map { row("ruled-out", $0.category, "", $0.evidence) }
  }

  private func lessons(_ postmortem: Postmortem) -> [[DatabaseValue]] {
    postmortem.lessons.map {
      [.text("lesson"), .text($0.statement), .text($0.department?.rawValue)] + place($0.evidence)
    }
      + postmortem.wentWell.map {
        [.text("went-well"), .text($0.statement), .null] + place($0.evidence)
      }
  }

  private func doubts(_ postmortem: Postmortem) -> [[DatabaseValue]] {
    postmortem.openQuestions.map { [.text("question"), .text($0.field), .text($0.question)] }
      + postmortem.conflicts.map {
        [.text("conflict"), .text($0.field), .text("\($0.kept), not \($0.other)")]
      }
  }

  /// The first place that a fact stands on.
  private func place(_ evidence: [Excerpt]) -> [DatabaseValue] {
    [.text(evidence.first?.source), .int(evidence.first?.line)]
  }

  private func date(_ date: PartialDate?) -> DatabaseValue { .text(date?.description) }

  /// The quarter that a date lies in, where it is precise enough to lie in one.
  private static func quarter(_ date: PartialDate) -> String? {
    guard date.precision != .year else { return nil }
    let parts = PartialDate(dayNumber: date.firstDay).description.utf8.split(separator: 0x2D)
    guard parts.count == 3, let month = Int(Substring(parts[1])) else { return nil }
    return "\(Substring(parts[0]))-Q\((month + 2) / 3)"
  }
}
