/// The figures of the account's health that the inputs give.
public struct Metrics: Codable, Equatable, Sendable {
  /// Net promoter score, or the answer to its question (0 to 10).
  public var nps: Metric?
  /// The health score, on the company's own scale.
  public var healthScore: Metric?
  /// Meaningful touchpoints a month.
  public var touchpointsPerMonth: Metric?
  /// How long an answer took, in hours.
  public var responseTimeHours: Metric?
  /// Seats bought.
  public var seats: Metric?
  /// People who used it.
  public var activeUsers: Metric?
  /// Change of use, in per cent; negative for a decline.
  public var usageChangePercent: Metric?
  /// Tickets open at the end.
  public var openTickets: Metric?

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    nps: Metric? = nil,
    healthScore: Metric? = nil,
    touchpointsPerMonth: Metric? = nil,
    responseTimeHours: Metric? = nil,
    seats: Metric? = nil,
    activeUsers: Metric? = nil,
    usageChangePercent: Metric? = nil,
    openTickets: Metric? = nil
  ) {
    self.nps = nps
    self.healthScore = healthScore
    self.touchpointsPerMonth = touchpointsPerMonth
    self.responseTimeHours = responseTimeHours
    self.seats = seats
    self.activeUsers = activeUsers
    self.usageChangePercent = usageChangePercent
    self.openTickets = openTickets
  }

  private enum CodingKeys: String, CodingKey {
    case nps
    case healthScore = "health_score"
    case touchpointsPerMonth = "touchpoints_per_month"
    case responseTimeHours = "response_time_hours"
    case seats
    case activeUsers = "active_users"
    case usageChangePercent = "usage_change_percent"
    case openTickets = "open_tickets"
  }
}
