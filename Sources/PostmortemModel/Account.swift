public import Evidence

/// The facts about the account that was lost; what the inputs do not state is null.
public struct Account: Codable, Equatable, Sendable {
  /// The fields that evidence can be kept for, by the key that the JSON uses.
  public enum Field: String, CaseIterable, Codable, CodingKey, Sendable {
    case name, segment, industry, region, csm
    case contractValue = "contract_value"
    case startDate = "start_date"
    case noticeDate = "notice_date"
    case renewalDate = "renewal_date"
    case churnDate = "churn_date"
    case journeyStage = "journey_stage"
  }

  /// The customer's name.
  public var name: String?
  /// The customer's size class, in the note's words.
  public var segment: String?
  /// The customer's trade, in the note's words.
  public var industry: String?
  /// Where the customer is.
  public var region: String?
  /// Who looked after the account.
  public var csm: String?
  /// What the customer paid a year.
  public var contractValue: Money?
  /// When the contract began.
  public var startDate: PartialDate?
  /// When the customer gave notice.
  public var noticeDate: PartialDate?
  /// When the contract would have renewed.
  public var renewalDate: PartialDate?
  /// When the contract ended.
  public var churnDate: PartialDate?
  /// Whole months from start to end.
  public var tenureMonths: Int?
  /// How far the account had come.
  public var journeyStage: JourneyStage?
  /// Where each field stands, by the field's JSON key.
  public var evidence: [String: [Excerpt]] = [:]

  /// Creates an account of which nothing is known.
  public init() {}

  private enum CodingKeys: String, CodingKey {
    case name, segment, industry, region, csm
    case contractValue = "contract_value"
    case startDate = "start_date"
    case noticeDate = "notice_date"
    case renewalDate = "renewal_date"
    case churnDate = "churn_date"
    case tenureMonths = "tenure_months"
    case journeyStage = "journey_stage"
    case evidence
  }
}

extension Account.Field {
  /// Puts evidence keys into the order of the account's fields, and others after them by name.
  static func ordered(_ keys: some Collection<String>) -> [String] {
    let fields = allCases.map(\.rawValue).filter(keys.contains)
    return fields + keys.filter { Self(rawValue: $0) == nil }.sorted()
  }
}
