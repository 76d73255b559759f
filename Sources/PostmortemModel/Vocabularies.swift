/// What became of the account.
public enum Outcome: String, Codable, CaseIterable, Sendable {
  case lost
  case partlyLost = "partly-lost"
  case atRisk = "at-risk"
  case recovered
}

/// Whether we could have prevented the loss.
public enum Controllable: String, Codable, CaseIterable, Sendable {
  case yes, partly, no
}

/// How far the account had come with us.
public enum JourneyStage: String, Codable, CaseIterable, Sendable {
  case onboarding, adoption, value, expansion, renewal
}

/// What kind of event a line of the timeline is.
public enum EventKind: String, Codable, CaseIterable, Sendable {
  case contract, meeting, incident, people, usage, support, commercial, decision, other
}

/// What kind of warning came before the loss.
public enum SignalKind: String, Codable, CaseIterable, Sendable {
  case usageDecline = "usage-decline"
  case unresolvedIssue = "unresolved-issue"
  case missedTouchpoint = "missed-touchpoint"
  case championLeft = "champion-left"
  case sentimentDrop = "sentiment-drop"
  case escalation
  case billingFriction = "billing-friction"
  case competitorEvaluation = "competitor-evaluation"
  case orgChange = "org-change"
  case scopeReduction = "scope-reduction"
}

/// Whether an attempt to keep the customer worked.
public enum SaveOutcome: String, Codable, CaseIterable, Sendable {
  case successful, unsuccessful, unknown
}

/// Where the record of the risk stands.
public enum RiskStage: String, Codable, CaseIterable, Sendable {
  case identified
  case planInPlace = "plan-in-place"
  case recovering
  case closedSuccessful = "closed-successful"
  case closedUnsuccessful = "closed-unsuccessful"
}

/// Whether the customer would come back.
public enum WinBackLikelihood: String, Codable, CaseIterable, Sendable {
  case likely, possible, unlikely
  case notStated = "not-stated"
}

/// What kind of input a source was.
public enum SourceKind: String, Codable, CaseIterable, Sendable {
  case notes, answers
}
