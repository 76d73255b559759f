/// The record of the risk: where it stands, who owns it, how long it ran.
public struct RiskRecord: Codable, Equatable, Sendable {
  /// Where it stands.
  public var stage: RiskStage
  /// The department that owns the risk.
  public var departmentOwner: String?
  /// The leader who owns the risk.
  public var leadershipOwner: String?
  /// Who owns what is done about it.
  public var actionOwner: String?
  /// When the risk was seen.
  public var identifiedOn: PartialDate?
  /// When it ended.
  public var closedOn: PartialDate?
  /// Days from the one to the other.
  public var daysAtRisk: Int?
  /// How many incidents the timeline holds.
  public var incidents: Int

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    stage: RiskStage = .closedUnsuccessful,
    departmentOwner: String? = nil,
    leadershipOwner: String? = nil,
    actionOwner: String? = nil,
    identifiedOn: PartialDate? = nil,
    closedOn: PartialDate? = nil,
    daysAtRisk: Int? = nil,
    incidents: Int = 0
  ) {
    self.stage = stage
    self.departmentOwner = departmentOwner
    self.leadershipOwner = leadershipOwner
    self.actionOwner = actionOwner
    self.identifiedOn = identifiedOn
    self.closedOn = closedOn
    self.daysAtRisk = daysAtRisk
    self.incidents = incidents
  }

  private enum CodingKeys: String, CodingKey {
    case stage
    case departmentOwner = "department_owner"
    case leadershipOwner = "leadership_owner"
    case actionOwner = "action_owner"
    case identifiedOn = "identified_on"
    case closedOn = "closed_on"
    case daysAtRisk = "days_at_risk"
    case incidents
  }
}
