/// A post-mortem of one account: what `postmortem parse` prints and `postmortem render` takes.
public struct Postmortem: Codable, Equatable, Sendable {
  /// The version of this form.
  public var schemaVersion: Int
  /// A name for files and links, unique within a folder.
  public var id: String
  /// The account's facts.
  public var account: Account
  /// What became of it.
  public var outcome: Outcome
  /// Why they left.
  public var rootCause: RootCause
  /// From where it went the wrong way, where the notes show it.
  public var turningPoint: TurningPoint?
  /// What happened, in order.
  public var timeline: [TimelineEvent]
  /// The warnings before the loss.
  public var signals: [Signal]
  /// What was tried to keep them.
  public var saveAttempts: [SaveAttempt]
  /// What went well.
  public var wentWell: [Strength]
  /// What to do differently.
  public var lessons: [Lesson]
  /// Who does what by when.
  public var actions: [Action]
  /// Whom to notify, and of what.
  public var departments: [DepartmentNotice]
  /// What they moved to or looked at.
  public var competitors: [Competitor]
  /// Their own words.
  public var quotes: [Quote]
  /// The record of the risk.
  public var risk: RiskRecord
  /// How the relationship stands.
  public var relationship: Relationship
  /// The figures of the account's health.
  public var metrics: Metrics
  /// What to ask the customer, most telling first.
  public var openQuestions: [OpenQuestion]
  /// Where the inputs contradict each other.
  public var conflicts: [Conflict]
  /// What it was drafted from.
  public var sources: [SourceRecord]

  /// Creates a value from its parts; what is left out is unknown or empty.
  public init(
    schemaVersion: Int = 1,
    id: String,
    account: Account = Account(),
    outcome: Outcome = .lost,
    rootCause: RootCause = RootCause(primary: Cause(category: .undetermined)),
    turningPoint: TurningPoint? = nil,
    timeline: [TimelineEvent] = [],
    signals: [Signal] = [],
    saveAttempts: [SaveAttempt] = [],
    wentWell: [Strength] = [],
    lessons: [Lesson] = [],
    actions: [Action] = [],
    departments: [DepartmentNotice] = [],
    competitors: [Competitor] = [],
    quotes: [Quote] = [],
    risk: RiskRecord = RiskRecord(),
    relationship: Relationship = Relationship(),
    metrics: Metrics = Metrics(),
    openQuestions: [OpenQuestion] = [],
    conflicts: [Conflict] = [],
    sources: [SourceRecord] = []
  ) {
    self.schemaVersion = schemaVersion
    self.id = id
    self.account = account
    self.outcome = outcome
    self.rootCause = rootCause
    self.turningPoint = turningPoint
    self.timeline = timeline
    self.signals = signals
    self.saveAttempts = saveAttempts
    self.wentWell = wentWell
    self.lessons = lessons
    self.actions = actions
    self.departments = departments
    self.competitors = competitors
    self.quotes = quotes
    self.risk = risk
    self.relationship = relationship
    self.metrics = metrics
    self.openQuestions = openQuestions
    self.conflicts = conflicts
    self.sources = sources
  }

  private enum CodingKeys: String, CodingKey {
    case schemaVersion = "schema_version"
    case id, account, outcome
    case rootCause = "root_cause"
    case turningPoint = "turning_point"
    case timeline, signals
    case saveAttempts = "save_attempts"
    case wentWell = "went_well"
    case lessons, actions, departments, competitors, quotes, risk, relationship, metrics
    case openQuestions = "open_questions"
    case conflicts, sources
  }
}
