public import PostmortemModel

/// What the page that leads to a folder's reports says of a post-mortem: little, as there may be many.
public struct IndexLine: Equatable, Sendable {
  /// The customer's name, where it is known.
  public var account: String?
  /// The post-mortem's id.
  public var id: String
  /// The root cause.
  public var cause: CauseCategory
  /// What became of the account.
  public var outcome: Outcome
  /// When the contract ended.
  public var churnDate: PartialDate?
  /// What the customer paid a year.
  public var contractValue: Money?

  /// Creates a line from its parts.
  public init(
    account: String?, id: String, cause: CauseCategory, outcome: Outcome, churnDate: PartialDate?,
    contractValue: Money?
  ) {
    self.account = account
    self.id = id
    self.cause = cause
    self.outcome = outcome
    self.churnDate = churnDate
    self.contractValue = contractValue
  }

  /// What is to be said of `postmortem`.
  public init(_ postmortem: Postmortem) {
    self.init(
      account: postmortem.account.name, id: postmortem.id,
      cause: postmortem.rootCause.primary.category, outcome: postmortem.outcome,
      churnDate: postmortem.account.churnDate, contractValue: postmortem.account.contractValue)
  }
}
