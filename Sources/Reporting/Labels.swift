package import PostmortemModel

/// The words that reports use for the model's vocabularies.
///
/// Within a vocabulary no two labels are alike, so that a report can be read back. A company's own category or
/// department is written as it is.
package enum Labels {
  /// The words for a category of causes.
  package static func label(_ category: CauseCategory) -> String {
    switch category {
    case .productGap: "Missing capability"
    case .productQuality: "Product quality"
    case .onboarding: "Onboarding"
    case .adoption: "Low adoption"
    case .support: "Support"
    case .customerSuccess: "Customer success"
    case .salesFit: "Sales fit"
    case .pricing: "Price"
    case .budget: "Customer’s budget"
    case .championLoss: "Champion left"
    case .competitor: "Competitor"
    case .inHouse: "Built in-house"
    case .restructuring: "Restructuring"
    case .businessClosure: "Business closed"
    case .securityCompliance: "Security and compliance"
    case .other: "Other"
    case .undetermined: "Undetermined"
    default: category.rawValue
    }
  }

  /// The words for a department.
  package static func label(_ department: Department) -> String {
    switch department {
    case .customerSuccess: "Customer success"
    case .accountManagement: "Account management"
    case .product: "Product"
    case .engineering: "Engineering"
    case .support: "Support"
    case .sales: "Sales"
    case .marketing: "Marketing"
    case .finance: "Finance"
    case .implementation: "Implementation"
    case .security: "Security"
    case .legal: "Legal"
    case .leadership: "Leadership"
    default: department.rawValue
    }
  }

  /// The words for what became of an account.
  package static func label(_ outcome: Outcome) -> String {
    switch outcome {
    case .lost: "Lost"
    case .partlyLost: "Partly lost"
    case .atRisk: "At risk"
    case .recovered: "Recovered"
    }
  }

  /// The words for whether the loss could have been prevented.
  package static func label(_ controllable: Controllable) -> String {
    switch controllable {
    case .yes: "Yes"
    case .partly: "Partly"
    case .no: "No"
    }
  }

  /// The words for a stage of the journey.
  package static func label(_ stage: JourneyStage) -> String {
    switch stage {
    case .onboarding: "Onboarding"
    case .adoption: "Adoption"
    case .value: "Value"
    case .expansion: "Expansion"
    case .renewal: "Renewal"
    }
  }

  /// The words for a kind of event.
  package static func label(_ kind: EventKind) -> String {
    switch kind {
    case .contract: "Contract"
    case .meeting: "Meeting"
    case .incident: "Incident"
    case .people: "People"
    case .usage: "Usage"
    case .support: "Support"
    case .commercial: "Commercial"
    case .decision: "Decision"
    case .other: "Other"
    }
  }

  /// The words for a kind of warning.
  package static func label(_ kind: SignalKind) -> String {
    switch kind {
    case .usageDecline: "Usage declined"
    case .unresolvedIssue: "Issue unresolved"
    case .missedTouchpoint: "Touchpoint missed"
    case .championLeft: "Champion left"
    case .sentimentDrop: "Sentiment dropped"
    case .escalation: "Escalation"
    case .billingFriction: "Billing friction"
    case .competitorEvaluation: "Competitor evaluated"
    case .orgChange: "Organisation changed"
    case .scopeReduction: "Scope reduced"
    }
  }

  /// The words for what came of an attempt to keep the customer.
  package static func label(_ outcome: SaveOutcome) -> String {
    switch outcome {
    case .successful: "Successful"
    case .unsuccessful: "Unsuccessful"
    case .unknown: "Outcome unknown"
    }
  }

  /// The words for a stage of the risk record.
  package static func label(_ stage: RiskStage) -> String {
    switch stage {
    case .identified: "Risk identified"
    case .planInPlace: "Plan in place"
    case .recovering: "Recovering"
    case .closedSuccessful: "Closed, successful"
    case .closedUnsuccessful: "Closed, unsuccessful"
    }
  }

  /// The words for the likelihood of winning the customer back.
  package static func label(_ likelihood: WinBackLikelihood) -> String {
    switch likelihood {
    case .likely: "Likely"
    case .possible: "Possible"
    case .unlikely: "Unlikely"
    case .notStated: "Not stated"
    }
  }

  /// The words for a kind of source.
  package static func label(_ kind: SourceKind) -> String {
    switch kind {
    case .notes: "Notes"
    case .answers: "Answers"
    }
  }

  /// The words for a fact about the account.
  package static func label(_ field: Account.Field) -> String {
    switch field {
    case .name: "Customer"
    case .segment: "Segment"
    case .industry: "Industry"
    case .region: "Region"
    case .csm: "CSM"
    case .contractValue: "Contract value"
    case .startDate: "Customer since"
    case .noticeDate: "Notice given"
    case .renewalDate: "Renewal date"
    case .churnDate: "Contract ended"
    case .journeyStage: "Journey stage"
    }
  }

  /// The figures of an account's health in the order of reports: the words for each, where it is, and what follows it.
  package static var figures:
    [(label: String, path: WritableKeyPath<Metrics, Metric?>, unit: String)]
  {
    [
      ("NPS", \.nps, ""), ("Health score", \.healthScore, ""),
      ("Touchpoints a month", \.touchpointsPerMonth, ""),
      ("Response time", \.responseTimeHours, " hours"), ("Seats", \.seats, ""),
      ("Active users", \.activeUsers, ""), ("Change in usage", \.usageChangePercent, "%"),
      ("Open tickets", \.openTickets, ""),
    ]
  }

  /// The words for a field of the model by its path, such as `turning_point.date`; an unknown path stays as it is.
  package static func label(ofField path: String) -> String { fields[path] ?? path }

  /// The words for the fields that questions and conflicts may be about, by path.
  package static let fields: [String: String] = {
    var fields = [
      "account": "Account", "account.tenure_months": "Tenure", "outcome": "Outcome",
      "root_cause": "Root cause", "root_cause.primary": "Root cause (primary)",
      "root_cause.primary.category": "Root cause category",
      "root_cause.primary.controllable": "Controllable",
      "root_cause.contributing": "Contributing causes", "root_cause.ruled_out": "Ruled out",
      "root_cause.stated_reason": "Stated reason", "root_cause.trigger": "Trigger",
      "root_cause.trigger.date": "Date of the trigger", "turning_point": "Turning point",
      "turning_point.date": "Date of the turning point",
      "turning_point.journey_stage": "Stage of the turning point", "timeline": "Timeline",
      "signals": "Warnings", "save_attempts": "Save attempts", "went_well": "What went well",
      "lessons": "Lessons", "actions": "Actions", "departments": "Departments to notify",
      "competitors": "Competitors", "quotes": "Customer’s words", "risk": "Risk record",
      "risk.department_owner": "Department owner", "risk.leadership_owner": "Leadership owner",
      "risk.action_owner": "Action owner", "risk.identified_on": "Risk identified on",
      "risk.closed_on": "Risk closed on", "risk.days_at_risk": "Days at risk",
      "risk.incidents": "Incidents", "relationship": "Relationship",
      "relationship.win_back": "Win-back",
      "relationship.win_back.likelihood": "Win-back likelihood",
      "relationship.win_back.condition": "Win-back condition",
      "relationship.win_back.revisit_on": "Win-back date",
      "relationship.csm_related": "Down to how we looked after them",
      "relationship.csm_stayed": "CSM stayed to the end",
      "relationship.goodwill": "Reference or referral possible",
      "relationship.offboarding": "Offboarding", "metrics": "Figures", "metrics.nps": "NPS",
      "metrics.health_score": "Health score",
      "metrics.touchpoints_per_month": "Touchpoints a month",
      "metrics.response_time_hours": "Response time in hours", "metrics.seats": "Seats",
      "metrics.active_users": "Active users",
      "metrics.usage_change_percent": "Change in usage in percent",
      "metrics.open_tickets": "Open tickets",
    ]
    for field in Account.Field.allCases { fields["account.\(field.rawValue)"] = label(field) }
    return fields
  }()
}
