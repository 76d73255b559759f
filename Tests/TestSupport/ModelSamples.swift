import Evidence
public import PostmortemModel

extension Postmortem {
  /// A post-mortem in which every field is filled and every list has an item.
  public static var full: Postmortem {
    var generator = FullGenerator()
    return Postmortem.made(&generator)
  }
}

/// Chooses the values of a made-up post-mortem.
package protocol ModelGenerator {
  /// Whether a field that may be unknown is known.
  mutating func isKnown() -> Bool
  /// How many items a list has.
  mutating func count() -> Int
  /// A number below `limit`.
  mutating func number(below limit: Int) -> Int
  /// Some text.
  mutating func text() -> String
}

/// Fills everything.
package struct FullGenerator: ModelGenerator {
  private var counter = 0

  /// Starts anew.
  package init() {}

  package mutating func isKnown() -> Bool { true }
  package mutating func count() -> Int { 1 }
  package mutating func number(below limit: Int) -> Int {
    counter += 1
    return counter % limit
  }
  package mutating func text() -> String {
    counter += 1
    return "text \(counter)"
  }
}

/// Chooses by chance, and texts that need escapes.
package struct ChanceGenerator<Source: RandomNumberGenerator>: ModelGenerator {
  var source: Source

  /// Chooses by `source`.
  package init(source: Source) { self.source = source }

  package mutating func isKnown() -> Bool { .random(using: &source) }
  package mutating func count() -> Int { .random(in: 0...3, using: &source) }
  package mutating func number(below limit: Int) -> Int { .random(in: 0..<limit, using: &source) }
  package mutating func text() -> String {
    let pieces = [
      "price", "\"", "\\", "/", "</script>", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "\u{2028}",
      "\u{2029}", "â€", "😀", "e\u{301}", "\t", " ", "0",
    ]
    return (0..<number(below: 8)).map { _ in pieces[number(below: pieces.count)] }.joined()
  }
}

extension ModelGenerator {
  mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

  mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    isKnown() ? make(&self) : nil
  }

  mutating func list<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<count()).map { _ in make(&self) }
  }

  mutating func evidence() -> [Excerpt] {
    list {
      Excerpt(source: $0.text(), line: 1 + $0.number(below: 99), endLine: 99, quote: $0.text())
    }
  }

  mutating func date() -> PartialDate {
    let year = 2000 + number(below: 40)
    let dates = [
      PartialDate(year: year), PartialDate(year: year, quarter: 1 + number(below: 4)),
      PartialDate(year: year, month: 1 + number(below: 12)),
      PartialDate(year: year, month: 1 + number(below: 12), day: 1 + number(below: 28)),
    ]
    return dates[number(below: 4)] ?? PartialDate(year: year)
  }

  mutating func amount() -> Double {
    one(of: [0, 1, -3, 0.1, 84_000, 1e21, 0.82, 1.0 / 3, .leastNonzeroMagnitude, -0.5, 0x1p53])
  }

  mutating func share() -> Double { Double(number(below: 101)) / 100 }

  mutating func category() -> CauseCategory {
    one(of: CauseCategory.standard + [CauseCategory(rawValue: "own-word")])
  }

  mutating func department() -> Department {
    one(of: Department.standard + [Department(rawValue: "field-service")])
  }

  mutating func cause() -> Cause {
    Cause(
      category: category(), summary: text(), controllable: one(of: Controllable.allCases),
      confidence: share(), evidence: evidence())
  }

  mutating func metric() -> Metric? {
    maybe { Metric(value: $0.amount(), date: $0.maybe { $0.date() }, evidence: $0.evidence()) }
  }
}

extension Postmortem {
  /// A post-mortem made of what `generator` chooses.
  package static func made(_ generator: inout some ModelGenerator) -> Postmortem {
    Postmortem(
      id: generator.text(),
      account: account(&generator),
      outcome: generator.one(of: Outcome.allCases),
      rootCause: RootCause(
        primary: generator.cause(),
        contributing: generator.list { $0.cause() },
        ruledOut: generator.list {
          RuledOutCause(category: $0.category(), evidence: $0.evidence())
        },
        statedReason: generator.maybe {
          StatedReason(category: $0.category(), summary: $0.text(), evidence: $0.evidence())
        },
        trigger: generator.maybe {
          Trigger(summary: $0.text(), date: $0.maybe { $0.date() }, evidence: $0.evidence())
        },
        candidates: generator.list {
          CauseCandidate(
            category: $0.category(), points: $0.amount(),
            because: $0.list {
              CausePoint(what: $0.text(), points: $0.amount(), evidence: $0.evidence())
            })
        }),
      turningPoint: generator.maybe {
        TurningPoint(
          summary: $0.text(), date: $0.maybe { $0.date() },
          journeyStage: $0.maybe { $0.one(of: JourneyStage.allCases) }, confidence: $0.share(),
          evidence: $0.evidence(),
          alternatives: $0.list {
            Moment(summary: $0.text(), date: $0.maybe { $0.date() }, evidence: $0.evidence())
          })
      },
      timeline: generator.list {
        TimelineEvent(
          date: $0.date(), what: $0.text(), kind: $0.one(of: EventKind.allCases),
          evidence: $0.evidence())
      },
      signals: generator.list {
        Signal(
          kind: $0.one(of: SignalKind.allCases), what: $0.text(), date: $0.maybe { $0.date() },
          evidence: $0.evidence())
      },
      saveAttempts: generator.list {
        SaveAttempt(
          what: $0.text(), date: $0.maybe { $0.date() }, outcome: $0.one(of: SaveOutcome.allCases),
          evidence: $0.evidence())
      },
      wentWell: generator.list { Strength(statement: $0.text(), evidence: $0.evidence()) },
      lessons: generator.list {
        Lesson(
          statement: $0.text(), department: $0.maybe { $0.department() }, evidence: $0.evidence())
      },
      actions: generator.list {
        Action(
          task: $0.text(), owner: $0.maybe { $0.text() }, due: $0.maybe { $0.date() },
          done: $0.isKnown(), department: $0.maybe { $0.department() }, evidence: $0.evidence())
      },
      departments: generator.list {
        DepartmentNotice(
          department: $0.department(), why: $0.text(), message: $0.text(),
          asks: $0.list { $0.text() }, evidence: $0.evidence())
      },
      competitors: generator.list { Competitor(name: $0.text(), evidence: $0.evidence()) },
      quotes: generator.list {
        Quote(text: $0.text(), speaker: $0.maybe { $0.text() }, evidence: $0.evidence())
      },
      risk: RiskRecord(
        stage: generator.one(of: RiskStage.allCases),
        departmentOwner: generator.maybe { $0.text() },
        leadershipOwner: generator.maybe { $0.text() }, actionOwner: generator.maybe { $0.text() },
        identifiedOn: generator.maybe { $0.date() }, closedOn: generator.maybe { $0.date() },
        daysAtRisk: generator.maybe { $0.number(below: 400) },
        incidents: generator.number(below: 9)),
      relationship: Relationship(
        winBack: WinBack(
          likelihood: generator.one(of: WinBackLikelihood.allCases),
          condition: generator.maybe { $0.text() }, revisitOn: generator.maybe { $0.date() },
          evidence: generator.evidence()),
        csmRelated: generator.isKnown(), csmStayed: generator.maybe { $0.isKnown() },
        goodwill: generator.maybe { $0.isKnown() },
        offboarding: generator.list {
          OffboardingStep(step: $0.text(), done: $0.isKnown(), evidence: $0.evidence())
        }),
      metrics: Metrics(
        nps: generator.metric(), healthScore: generator.metric(),
        touchpointsPerMonth: generator.metric(), responseTimeHours: generator.metric(),
        seats: generator.metric(), activeUsers: generator.metric(),
        usageChangePercent: generator.metric(), openTickets: generator.metric()),
      openQuestions: generator.list { OpenQuestion(field: $0.text(), question: $0.text()) },
      conflicts: generator.list {
        Conflict(field: $0.text(), kept: $0.text(), other: $0.text(), evidence: $0.evidence())
      },
      sources: generator.list {
        SourceRecord(
          file: $0.text(), kind: $0.one(of: SourceKind.allCases),
          sha256: String(repeating: "a", count: 64), lines: $0.number(below: 999))
      })
  }

  private static func account(_ generator: inout some ModelGenerator) -> Account {
    var account = Account()
    account.name = generator.maybe { $0.text() }
    account.segment = generator.maybe { $0.text() }
    account.industry = generator.maybe { $0.text() }
    account.region = generator.maybe { $0.text() }
    account.csm = generator.maybe { $0.text() }
    account.contractValue = generator.maybe {
      Money(amount: $0.amount(), currency: $0.maybe { _ in "EUR" })
    }
    account.startDate = generator.maybe { $0.date() }
    account.noticeDate = generator.maybe { $0.date() }
    account.renewalDate = generator.maybe { $0.date() }
    account.churnDate = generator.maybe { $0.date() }
    let tenure = generator.maybe { $0.number(below: 100) }
    account.tenureMonths = account.tenureOfDates ?? tenure
    account.journeyStage = generator.maybe { $0.one(of: JourneyStage.allCases) }
    for field in Account.Field.allCases where generator.isKnown() {
      account.evidence[field.rawValue] = generator.evidence()
    }
    return account
  }
}
