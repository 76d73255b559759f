import Evidence
import PostmortemModel
import TestSupport

extension Postmortem {
  /// The post-mortem as a draft can carry it: `docs/report-format.md` says what is left out.
  var presentable: Postmortem {
    var model = self
    model.id = id.presentable
    model.account = account.presentable
    var root = rootCause
    root.primary = root.primary.presentable
    root.contributing = root.contributing.map(\.presentable)
    root.ruledOut = root.ruledOut.map {
      RuledOutCause(category: $0.category.presentable, evidence: $0.evidence.presentable)
    }
    root.statedReason = root.statedReason.map {
      StatedReason(
        category: $0.category.presentable, summary: $0.summary.presentable,
        evidence: $0.evidence.presentable)
    }
    root.trigger = root.trigger.map {
      Trigger(summary: $0.summary.presentable, date: $0.date, evidence: $0.evidence.presentable)
    }
    root.candidates = root.candidates.map { candidate in
      CauseCandidate(
        category: candidate.category.presentable, points: candidate.points,
        because: candidate.because.map {
          CausePoint(
            what: $0.what.presentable, points: $0.points, evidence: $0.evidence.presentable)
        })
    }
    model.rootCause = root
    model.turningPoint = turningPoint?.presentable
    model.present()
    return model
  }

  private mutating func present() {
    for index in timeline.indices {
      timeline[index].what = timeline[index].what.presentable
      timeline[index].evidence = timeline[index].evidence.presentable
    }
    for index in signals.indices {
      signals[index].what = signals[index].what.presentable
      signals[index].evidence = signals[index].evidence.presentable
    }
    for index in saveAttempts.indices {
      saveAttempts[index].what = saveAttempts[index].what.presentable
      saveAttempts[index].evidence = saveAttempts[index].evidence.presentable
    }
    wentWell = wentWell.map {
      Strength(statement: $0.statement.presentable, evidence: $0.evidence.presentable)
    }.filter { $0 != Strength() }
    lessons = lessons.map {
      Lesson(
        statement: $0.statement.presentable, department: $0.department?.presentable,
        evidence: $0.evidence.presentable)
    }.filter { $0 != Lesson() }
    for index in actions.indices {
      actions[index].task = actions[index].task.presentable
      actions[index].owner = actions[index].owner.presentable
      actions[index].department = actions[index].department?.presentable
      actions[index].evidence = actions[index].evidence.presentable
    }
    departments = departments.map {
      DepartmentNotice(
        department: $0.department.presentable, why: $0.why.presentable,
        message: $0.message.presentable,
        asks: $0.asks.map(\.presentable).filter { !$0.isEmpty }, evidence: $0.evidence.presentable)
    }
    competitors = competitors.map {
      Competitor(name: $0.name.presentable, evidence: $0.evidence.presentable)
    }.filter { !($0.name.isEmpty && $0.evidence.isEmpty) }
    quotes = quotes.map {
      Quote(
        text: $0.text.presentable, speaker: $0.speaker.presentable,
        evidence: $0.evidence.presentable)
    }.filter { !$0.text.isEmpty }
    risk.departmentOwner = risk.departmentOwner.presentable
    risk.leadershipOwner = risk.leadershipOwner.presentable
    risk.actionOwner = risk.actionOwner.presentable
    relationship.winBack.condition = relationship.winBack.condition.presentable
    relationship.winBack.evidence = relationship.winBack.evidence.presentable
    relationship.offboarding = relationship.offboarding.map {
      OffboardingStep(
        step: $0.step.presentable, done: $0.done, evidence: $0.evidence.presentable)
    }.filter { !($0.step.isEmpty && $0.evidence.isEmpty) }
    for path in [
      \Metrics.nps, \.healthScore, \.touchpointsPerMonth, \.responseTimeHours, \.seats,
      \.activeUsers, \.usageChangePercent, \.openTickets,
    ] as [WritableKeyPath<Metrics, Metric?>] {
      metrics[keyPath: path]?.evidence.present()
    }
    openQuestions = openQuestions.map {
      OpenQuestion(field: $0.field.presentable, question: $0.question.presentable)
    }
    conflicts = conflicts.map {
      Conflict(
        field: $0.field.presentable, kept: $0.kept.presentable, other: $0.other.presentable,
        evidence: $0.evidence.presentable)
    }
    for index in sources.indices { sources[index].file = sources[index].file.presentable }
  }
}

extension Account {
  fileprivate var presentable: Account {
    var account = self
    account.name = name.presentable
    account.segment = segment.presentable
    account.industry = industry.presentable
    account.region = region.presentable
    account.csm = csm.presentable
    let known: [Field: Bool] = [
      .name: account.name != nil, .segment: account.segment != nil,
      .industry: account.industry != nil, .region: account.region != nil,
      .csm: account.csm != nil, .contractValue: contractValue != nil,
      .startDate: startDate != nil, .noticeDate: noticeDate != nil,
      .renewalDate: renewalDate != nil, .churnDate: churnDate != nil,
      .journeyStage: journeyStage != nil,
    ]
    account.evidence = [:]
    for (field, isKnown) in known where isKnown {
      if let excerpts = evidence[field.rawValue], !excerpts.isEmpty {
        account.evidence[field.rawValue] = excerpts.presentable
      }
    }
    return account
  }
}

extension Cause {
  fileprivate var presentable: Cause {
    Cause(
      category: category.presentable, summary: summary.presentable, controllable: controllable,
      confidence: confidence, evidence: evidence.presentable)
  }
}

extension TurningPoint {
  fileprivate var presentable: TurningPoint {
    TurningPoint(
      summary: summary.presentable, date: date, journeyStage: journeyStage, confidence: confidence,
      evidence: evidence.presentable,
      alternatives: alternatives.map {
        Moment(summary: $0.summary.presentable, date: $0.date, evidence: $0.evidence.presentable)
      })
  }
}

extension OpenVocabulary {
  fileprivate var presentable: Self { Self(rawValue: rawValue.presentable) }
}

extension [Excerpt] {
  /// Each passage once, as what refers to it does.
  fileprivate var presentable: [Excerpt] {
    var seen: Set<Excerpt> = []
    return filter { seen.insert($0).inserted }.map {
      Excerpt(
        source: $0.source.presentable, line: $0.line, endLine: $0.endLine,
        quote: $0.quote.presentable)
    }
  }

  fileprivate mutating func present() { self = presentable }
}

extension String {
  /// One line, without white space at its ends, controls shown as escapes.
  fileprivate var presentable: String {
    var scalars: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in HostileText.shown(self).unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\u{9}"..."\u{D}", "\u{2028}", "\u{2029}": scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    var text = scalars[...]
    while text.first?.properties.isWhitespace == true { text.removeFirst() }
    while text.last?.properties.isWhitespace == true { text.removeLast() }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text)
    return String(result)
  }
}

extension String? {
  fileprivate var presentable: String? { map(\.presentable).flatMap { $0.isEmpty ? nil : $0 } }
}
