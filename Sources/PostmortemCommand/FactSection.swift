import Evidence
import PostmortemModel
import Reporting

/// Facts of one kind, each in a line, with what they rest on.
struct FactSection: Sendable {
  /// One fact.
  struct Fact: Sendable {
    let text: String
    let evidence: [Excerpt]
  }

  let title: String
  let facts: [Fact]

  /// All facts of a post-mortem but those of the verdict itself.
  static func sections(of postmortem: Postmortem, _ labels: CompanyLabels) -> [FactSection] {
    [
      Self(title: "The account", facts: account(postmortem.account)),
      Self(
        title: "Timeline",
        facts: postmortem.timeline.map {
          Fact(text: "\($0.date): \($0.what)", evidence: $0.evidence)
        }),
      Self(
        title: "Warnings",
        facts: postmortem.signals.map {
          Fact(text: "\(dated($0.date))\($0.what) [\($0.kind.rawValue)]", evidence: $0.evidence)
        }),
      Self(
        title: "What was tried to keep them",
        facts: postmortem.saveAttempts.map {
          Fact(text: "\(dated($0.date))\($0.what) [\($0.outcome.rawValue)]", evidence: $0.evidence)
        }),
      Self(
        title: "What went well",
        facts: postmortem.wentWell.map { Fact(text: $0.statement, evidence: $0.evidence) }),
      Self(
        title: "Lessons",
        facts: postmortem.lessons.map { Fact(text: $0.statement, evidence: $0.evidence) }),
      Self(
        title: "Actions",
        facts: postmortem.actions.map { Fact(text: action($0), evidence: $0.evidence) }),
      Self(
        title: "Competitors",
        facts: postmortem.competitors.map { Fact(text: $0.name, evidence: $0.evidence) }),
      Self(
        title: "Whom to tell",
        facts: postmortem.departments.map {
          Fact(text: "\(labels.label($0.department)): \($0.why)", evidence: $0.evidence)
        }),
      Self(title: "Coming back", facts: winBack(postmortem.relationship.winBack)),
    ]
  }

  private static func account(_ account: Account) -> [Fact] {
    let values: [(Account.Field, String?)] = [
      (.name, account.name), (.segment, account.segment), (.industry, account.industry),
      (.region, account.region), (.csm, account.csm),
      (.contractValue, account.contractValue.map(money)),
      (.startDate, account.startDate?.description), (.noticeDate, account.noticeDate?.description),
      (.renewalDate, account.renewalDate?.description),
      (.churnDate, account.churnDate?.description),
      (.journeyStage, account.journeyStage?.rawValue),
    ]
    return values.compactMap { field, value in
      value.map {
        let label = field.rawValue.split(separator: "_").joined(separator: " ")
        return Fact(text: "\(label): \($0)", evidence: account.evidence[field.rawValue] ?? [])
      }
    }
  }

  private static func action(_ action: Action) -> String {
    let owner = action.owner.map { ", by \($0)" } ?? ""
    let due = action.due.map { ", until \($0)" } ?? ""
    return "\(action.task)\(owner)\(due)\(action.done ? ", done" : "")"
  }

  private static func winBack(_ winBack: WinBack) -> [Fact] {
    guard winBack.likelihood != .notStated || winBack.condition != nil else { return [] }
    let condition = winBack.condition.map { ": \($0)" } ?? ""
    return [Fact(text: "\(winBack.likelihood.rawValue)\(condition)", evidence: winBack.evidence)]
  }

  private static func money(_ money: Money) -> String {
    let whole = Int(exactly: money.amount.rounded()) ?? 0
    let amount = Double(whole) == money.amount ? "\(whole)" : "\(money.amount)"
    return "\(money.currency.map { "\($0) " } ?? "")\(amount) a year"
  }

  private static func dated(_ date: PartialDate?) -> String { date.map { "\($0): " } ?? "" }
}
