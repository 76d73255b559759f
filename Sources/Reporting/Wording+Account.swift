package import PostmortemModel

extension Wording {
  /// A fact about an account in words, or nil where it is not known.
  package static func fact(_ field: Account.Field, of account: Account) -> String? {
    switch field {
    case .name: account.name
    case .segment: account.segment
    case .industry: account.industry
    case .region: account.region
    case .csm: account.csm
    case .contractValue: account.contractValue.map { "\(money($0)) a year" }
    case .startDate: account.startDate.map(date)
    case .noticeDate: account.noticeDate.map(date)
    case .renewalDate: account.renewalDate.map(date)
    case .churnDate: account.churnDate.map(date)
    case .journeyStage: account.journeyStage.map { Labels.label($0) }
    }
  }
}
