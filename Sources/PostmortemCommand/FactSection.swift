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
  /// How such facts are found, in a sentence.
  var rule: String?
  let facts: [Fact]

  /// All facts of a post-mortem but those of the verdict itself.
  static func sections(of postmortem: Postmortem, _ labels: CompanyLabels) -> [FactSection] {
    [
      Self(
        title: "The account",
        rule: "What fields, the title or sentences say of it; a field that you fill in wins.",
        facts: account(postmortem.account)),
      Self(
        title: "Timeline",
        rule: "What is told to have happened on a date.",
        facts: postmortem.timeline.map {
          Fact(text: "\(Wording.date($0.date)): \($0.what)", evidence: $0.evidence)
        }),
      Self(
        title: "Warnings",
        rule: "Sentences that read like a warning, from before the notice or the end.",
        facts: postmortem.signals.map {
          Fact(
            text: "\(dated($0.date))\($0.what) [\(Labels.label($0.kind))]", evidence: $0.evidence)
        }),
      Self(
        title: "What was tried to keep them",
        rule: "Sentences that tell of an attempt; what came of it by what follows.",
        facts: postmortem.saveAttempts.map {
          Fact(
            text: "\(dated($0.date))\($0.what) [\(Labels.label($0.outcome))]", evidence: $0.evidence
          )
        }),
      Self(
        title: "What went well",
        rule: "What stands under such a heading, or is told as such.",
        facts: postmortem.wentWell.map { Fact(text: $0.statement, evidence: $0.evidence) }),
      Self(
        title: "Lessons",
        rule: "Sentences that say what should be otherwise.",
        facts: postmortem.lessons.map { Fact(text: $0.statement, evidence: $0.evidence) }),
      Self(
        title: "Actions",
        rule: "Tasks, and sentences in which somebody commits to one.",
        facts: postmortem.actions.map { Fact(text: action($0), evidence: $0.evidence) }),
      Self(
        title: "Competitors",
        rule: "Names beside words such as “moved to” or “compared with”.",
        facts: postmortem.competitors.map { Fact(text: $0.name, evidence: $0.evidence) }),
      Self(
        title: "Whom to tell",
        rule:
          "By the causes, and by the departments that the note, its lessons and follow-ups name.",
        facts: postmortem.departments.map {
          Fact(text: "\(labels.label($0.department)): \($0.why)", evidence: $0.evidence)
        }),
      Self(
        title: "Coming back",
        rule: "What is said of returning, most of all where the note asks for it.",
        facts: winBack(postmortem.relationship.winBack)),
    ]
  }

  private static func account(_ account: Account) -> [Fact] {
    Account.Field.allCases.compactMap { field in
      Wording.fact(field, of: account).map {
        let label = Labels.label(field)
        return Fact(text: "\(label): \($0)", evidence: account.evidence[field.rawValue] ?? [])
      }
    }
  }

  private static func action(_ action: Action) -> String {
    let owner = action.owner.map { ", by \($0)" } ?? ""
    let due = action.due.map { ", until \(Wording.date($0))" } ?? ""
    return "\(action.task)\(owner)\(due)\(action.done ? ", done" : "")"
  }

  private static func winBack(_ winBack: WinBack) -> [Fact] {
    guard winBack.likelihood != .notStated || winBack.condition != nil else { return [] }
    let condition = winBack.condition.map { ": \($0)" } ?? ""
    return [
      Fact(text: "\(Labels.label(winBack.likelihood))\(condition)", evidence: winBack.evidence)
    ]
  }

  private static func dated(_ date: PartialDate?) -> String {
    date.map { "\(Wording.date($0)): " } ?? ""
  }
}
