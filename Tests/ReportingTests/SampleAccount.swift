import Evidence
import PostmortemModel

/// An invented account with something in every field of the model, and the note and answers that it rests on.
enum SampleAccount {
  private static func at(_ line: Int, _ quote: String, to end: Int? = nil) -> Excerpt {
    Excerpt(source: note.name, line: line, endLine: end ?? line, quote: quote)
  }

  private static func answer(_ line: Int, _ quote: String) -> Excerpt {
    Excerpt(source: answers.name, line: line, endLine: line, quote: quote)
  }

  private static func day(_ text: String) -> PartialDate? { PartialDate(text) }

  private static let naval = at(
    24,
    "On 11 February 2025 the export lost 214 order lines of a naval contract and Halden paid a penalty of EUR 31k."
  )
  private static let firstTicket = at(
    23, "First ticket 18 November 2024, closed as \"cannot reproduce\".")
  private static let spreadsheets = at(25, "That was the day my team went back to spreadsheets.")
  private static let logins = at(26, "Logins fell from 38 to 11 a week in Q1 2025.")
  private static let reply = at(27, "Our reply to the escalation of 13 Feb took nine days.")
  private static let leaver = at(
    29, "Tom Reyes, our champion, had left on 6 January 2025; we noticed in March.")
  private static let newCFO = at(
    28, "In March 2025 a new CFO, Mr Aasen, asked every department what it could do without.")
  private static let signed = at(
    31,
    "They looked at Shipwise and Portline in April and signed with Shipwise on 2 May 2025.")
  private static let ended = at(32, "Contract ended 30 June 2025.")
  private static let price = at(18, "Price was never the issue, Piet says.")

  /// The account.
  static var account: Account {
    var account = Account()
    account.name = "Halden Marine Supply"
    account.segment = "Mid-market"
    account.industry = "Ship chandlery"
    account.csm = "Ines Okafor"
    account.contractValue = Money(amount: 84_000, currency: "USD")
    account.startDate = day("2022-04-01")
    account.noticeDate = day("2025-03-28")
    account.renewalDate = day("2025-07-01")
    account.churnDate = day("2025-06-30")
    account.tenureMonths = 38
    account.journeyStage = .renewal
    account.evidence = [
      "name": [at(2, "Halden Marine Supply")], "segment": [at(3, "Mid-market")],
      "industry": [at(4, "Ship chandlery")], "csm": [at(5, "Ines Okafor")],
      "contract_value": [at(6, "$84,000")], "start_date": [at(7, "2022-04-01")],
      "notice_date": [
        at(16, "Official line in the notice of 28 March 2025: the budget for 2026 was cut.")
      ],
      "renewal_date": [at(32, "Renewal would have been 1 July 2025.")],
      "churn_date": [ended, answer(2, "2025-06-30")], "journey_stage": [ended],
    ]
    return account
  }

  /// The post-mortem.
  static var postmortem: Postmortem {
    Postmortem(
      id: "halden-marine", account: account, outcome: .lost, rootCause: rootCause,
      turningPoint: TurningPoint(
        summary:
          "The stock export lost 214 order lines of a naval contract, and Halden’s team went back to spreadsheets.",
        date: day("2025-02-11"), journeyStage: .value, confidence: 0.8,
        evidence: [naval, spreadsheets],
        alternatives: [
          Moment(
            summary: "The champion, Tom Reyes, left and nobody noticed for two months.",
            date: day("2025-01-06"), evidence: [leaver])
        ]),
      timeline: timeline, signals: signals,
      saveAttempts: [
        SaveAttempt(
          what: "A discount of 20 % was offered.", date: day("2025-04-01"),
          outcome: .unsuccessful, evidence: [at(36, "1 April 2025: we offered 20 % off.")]),
        SaveAttempt(
          what: "A fix by September was offered, without a date in writing.",
          date: day("2025-05"), outcome: .unknown,
          evidence: [at(37, "In May we offered a fix by September, without a date in writing.")]),
      ],
      wentWell: [
        Strength(
          statement: "The roll-out went well: 40 desks live in six weeks.",
          evidence: [at(22, "40 desks live in six weeks")]),
        Strength(
          statement: "Piet still praises the training.",
          evidence: [at(22, "Piet still praises the training")]),
      ],
      lessons: lessons, actions: actions, departments: notices,
      competitors: [
        Competitor(name: "Shipwise", evidence: [signed]),
        Competitor(name: "Portline", evidence: [signed]),
      ],
      quotes: quotes,
      risk: RiskRecord(
        stage: .closedUnsuccessful, departmentOwner: "Ines Okafor", leadershipOwner: "M. Brandt",
        actionOwner: "Priya Nair", identifiedOn: day("2025-02-13"), closedOn: day("2025-06-30"),
        daysAtRisk: 137, incidents: 2),
      relationship: relationship, metrics: metrics,
      openQuestions: [
        OpenQuestion(
          field: "root_cause.trigger.date", question: "On which day did Mr Aasen begin as CFO?"),
        OpenQuestion(field: "account.region", question: "Where is the customer?"),
      ],
      conflicts: [
        Conflict(
          field: "account.churn_date", kept: "30 June 2025", other: "1 July 2025",
          evidence: [answer(5, "2025-07-01")])
      ],
      sources: [
        SourceRecord(
          file: note.name, kind: .notes,
          sha256: "3f0a4f6d1c2b98e7a6d5c4b3a29180706f5e4d3c2b1a09f8e7d6c5b4a3928170",
          lines: note.lineCount),
        SourceRecord(
          file: answers.name, kind: .answers,
          sha256: "b1946ac92492d2347c6235b4d2611184c9f6d5c4b3a29180706f5e4d3c2b1a09",
          lines: answers.lineCount),
      ])
  }

  private static var rootCause: RootCause {
    RootCause(
      primary: Cause(
        category: .productQuality,
        summary:
          "The stock export lost rows from November 2024 on, the fault was never reproduced, and it cost the customer a penalty.",
        controllable: .yes, confidence: 0.86,
        evidence: [
          at(22, "From November 2024 the stock export dropped rows.", to: 23), naval,
          answer(3, "product-quality"),
        ]),
      contributing: [
        Cause(
          category: .support,
          summary: "The escalation waited nine days for a reply, and product never called.",
          controllable: .yes, confidence: 0.6, evidence: [reply]),
        Cause(
          category: .championLoss, summary: "The champion left and we noticed two months later.",
          controllable: .partly, confidence: 0.45, evidence: [leaver]),
      ],
      ruledOut: [RuledOutCause(category: .pricing, evidence: [price])],
      statedReason: StatedReason(
        category: .budget, summary: "The budget for 2026 was cut.",
        evidence: [at(16, "the budget for 2026 was cut")]),
      trigger: Trigger(
        summary: "A new CFO asked every department what it could do without.",
        date: day("2025-03"), evidence: [newCFO]),
      candidates: [
        CauseCandidate(
          category: .productQuality, points: 9.5,
          because: [
            CausePoint(
              what: "A failure that cost the customer money", points: 4, evidence: [naval]),
            CausePoint(
              what: "A defect that came up again and again", points: 3.5, evidence: [firstTicket]),
            CausePoint(
              what: "The answers name it", points: 2, evidence: [answer(3, "product-quality")]),
          ]),
        CauseCandidate(
          category: .support, points: 3,
          because: [CausePoint(what: "A late reply", points: 3, evidence: [reply])]),
        CauseCandidate(
          category: .budget, points: 0.5,
          because: [
            CausePoint(
              what: "The stated reason", points: 2,
              evidence: [at(16, "the budget for 2026 was cut")]),
            CausePoint(
              what: "The customer plays it down", points: -1.5,
              evidence: [
                at(
                  17,
                  "Honestly, the budget was the door we walked out of, not the reason we stood up.")
              ]),
          ]),
        CauseCandidate(
          category: .pricing, points: -2,
          because: [CausePoint(what: "Ruled out", points: -2, evidence: [price])]),
      ])
  }

  private static var timeline: [TimelineEvent] {
    let events: [(String, String, EventKind, Excerpt)] = [
      ("2022-04-01", "The contract began.", .contract, at(7, "2022-04-01")),
      (
        "2022-Q2", "40 desks went live in six weeks.", .usage,
        at(22, "The roll-out in spring 2022 went well")
      ),
      (
        "2024-11-18", "First ticket about lost rows, closed as “cannot reproduce”.", .support,
        firstTicket
      ),
      (
        "2024-Q4", "The QBR was skipped and not booked again.", .meeting,
        at(30, "QBR of Q4 2024 was skipped and not booked again.")
      ),
      ("2025-01-06", "Tom Reyes, the champion, left.", .people, leaver),
      ("2025-Q1", "Logins fell from 38 to 11 a week.", .usage, logins),
      (
        "2025-02-11", "The export lost 214 order lines of a naval contract; Halden paid a penalty.",
        .incident, naval
      ),
      ("2025-02-13", "Dana Wu escalated; the reply took nine days.", .support, reply),
      ("2025-03", "A new CFO asked what each department could do without.", .people, newCFO),
      ("2025-03-28", "Halden gave notice.", .decision, at(16, "the notice of 28 March 2025")),
      (
        "2025-04-01", "We offered a discount of 20 %.", .commercial,
        at(36, "1 April 2025: we offered 20 % off.")
      ),
      ("2025-05-02", "Halden signed with Shipwise.", .decision, signed),
      ("2025-06-30", "The contract ended.", .contract, ended),
      (
        "2025-07-09", "Exit interview with Dana Wu and Piet Maas.", .meeting,
        at(12, "Call on 9 July 2025 with Dana Wu (VP Operations) and Piet Maas (Finance).")
      ),
    ]
    return events.compactMap { date, what, kind, excerpt in
      day(date).map { TimelineEvent(date: $0, what: what, kind: kind, evidence: [excerpt]) }
    }.sorted { $0.date < $1.date }
  }

  private static var signals: [Signal] {
    [
      Signal(
        kind: .unresolvedIssue, what: "A ticket about lost rows was closed as “cannot reproduce”.",
        date: day("2024-11-18"), evidence: [firstTicket]),
      Signal(
        kind: .missedTouchpoint, what: "The QBR of Q4 2024 was skipped and not booked again.",
        date: day("2024-Q4"),
        evidence: [at(30, "QBR of Q4 2024 was skipped and not booked again.")]),
      Signal(
        kind: .championLeft, what: "Tom Reyes left; we noticed in March.",
        date: day("2025-01-06"), evidence: [leaver]),
      Signal(
        kind: .usageDecline, what: "Logins fell from 38 to 11 a week.", date: day("2025-Q1"),
        evidence: [logins]),
      Signal(
        kind: .sentimentDrop, what: "The team went back to spreadsheets.", evidence: [spreadsheets]),
    ]
  }

  private static var lessons: [Lesson] {
    [
      Lesson(
        statement:
          "A ticket about lost data must never be closed without a reproduction on the customer's own file.",
        department: .support,
        evidence: [
          at(
            41,
            "A ticket about lost data must never be closed without a reproduction on the customer's own file."
          )
        ]),
      Lesson(
        statement: "CS must know within a week when a champion leaves.",
        department: .customerSuccess,
        evidence: [at(42, "CS must know within a week when a champion leaves.")]),
      Lesson(
        statement: "Stop offering discounts before we have asked what is broken.",
        evidence: [at(43, "Stop offering discounts before we have asked what is broken.")]),
    ]
  }

  private static var actions: [Action] {
    [
      Action(
        task: "Root-cause report on the export", owner: "Priya", due: day("2025-08-01"),
        department: .engineering,
        evidence: [at(47, "Priya: root-cause report on the export, by 1 August 2025")]),
      Action(
        task: "Send the data export to Piet", owner: "Ines", due: day("2025-07-15"), done: true,
        department: .customerSuccess,
        evidence: [at(48, "Ines sends the data export to Piet by 15 July")]),
      Action(
        task: "Add a leaver alert", due: day("2025-Q3"),
        evidence: [at(49, "Sales ops to add a leaver alert (Q3 2025)")]),
    ]
  }

  private static var notices: [DepartmentNotice] {
    [
      DepartmentNotice(
        department: .engineering, why: "The primary cause is a defect in the stock export.",
        message:
          "Halden Marine Supply left because the export lost rows over three months; the fault was never reproduced.",
        asks: [
          "Reproduce the fault on the customer’s file.",
          "Say which other accounts use the same export.",
        ], evidence: [firstTicket, naval]),
      DepartmentNotice(
        department: .support, why: "A lesson concerns how tickets are closed.",
        message: "The first report of lost data was closed as “cannot reproduce”.",
        asks: ["Agree on a rule for tickets about lost data."], evidence: [firstTicket, reply]),
      DepartmentNotice(
        department: .customerSuccess, why: "The champion’s leaving went unnoticed.",
        message: "Tom Reyes left on 6 January 2025 and we noticed in March.",
        asks: ["Watch for leavers in all accounts with one champion."], evidence: [leaver]),
    ]
  }

  private static var quotes: [Quote] {
    let quotes = [
      (17, "Honestly, the budget was the door we walked out of, not the reason we stood up."),
      (
        25, "That was the day my team went back to spreadsheets. You do not forget a day like that."
      ),
      (36, "A discount on a broken export is still a broken export."),
      (53, "Show me twelve months without a lost row and I will take the call."),
    ]
    return quotes.map { line, text in
      Quote(text: text, speaker: line == 36 ? nil : "Dana Wu", evidence: [at(line, text)])
    }
  }

  private static var relationship: Relationship {
    Relationship(
      winBack: WinBack(
        likelihood: .possible, condition: "Twelve months without a lost row",
        revisitOn: day("2026-07"),
        evidence: [
          at(53, "Show me twelve months without a lost row and I will take the call.")
        ]), csmRelated: true, csmStayed: true, goodwill: true,
      offboarding: [
        OffboardingStep(
          step: "Data export delivered", done: true,
          evidence: [at(48, "Ines sends the data export to Piet by 15 July")]),
        OffboardingStep(
          step: "Access removed", done: true, evidence: [at(55, "Access was removed on 4 July")]),
        OffboardingStep(
          step: "Final invoice settled", evidence: [at(55, "the final invoice is still open")]),
      ])
  }

  private static var metrics: Metrics {
    let figures = at(56, "NPS went from 9 to 3 (March 2025). 40 seats, 11 active, 6 open tickets.")
    return Metrics(
      nps: Metric(value: 3, date: day("2025-03"), evidence: [figures]),
      healthScore: Metric(value: 41, evidence: [answer(4, "41")]),
      touchpointsPerMonth: Metric(value: 0.5, evidence: [figures]),
      responseTimeHours: Metric(value: 216, evidence: [reply]),
      seats: Metric(value: 40, evidence: [figures]),
      activeUsers: Metric(value: 11, evidence: [figures]),
      usageChangePercent: Metric(value: -71, date: day("2025-Q1"), evidence: [logins]),
      openTickets: Metric(value: 6, evidence: [figures]))
  }
}
