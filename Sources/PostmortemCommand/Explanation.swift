import Evidence
package import PostmortemModel
package import Reporting
package import Workspace

/// How a verdict came about, in plain text for the person who has to stand by it.
///
/// Made of the post-mortem and of what came of reading the note a little changed: what is in neither is not in the
/// explanation.
package struct Explanation: Sendable {
  private let postmortem: Postmortem
  private let labels: CompanyLabels
  private let weighing: CauseWeighing
  private let trials: [VerdictTrial]
  private var lines: [String] = []

  /// Explains `postmortem`, in a company's words, with what would change its verdict.
  package init(
    of postmortem: Postmortem, labels: CompanyLabels = CompanyLabels(), trials: [VerdictTrial] = []
  ) {
    self.postmortem = postmortem
    self.labels = labels
    self.trials = trials
    weighing = CauseWeighing(postmortem.rootCause)
    verdict()
    why()
    change()
    turningPoint()
    facts()
    doubts()
  }

  /// The explanation, ending in a line break.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  // MARK: The verdict

  private var root: RootCause { postmortem.rootCause }
  private var isDetermined: Bool { root.primary.category != .undetermined }

  private mutating func verdict() {
    let cause = root.primary
    heading(postmortem.account.name ?? postmortem.id)
    if isDetermined {
      lines.append(
        "Verdict: \(labels.label(cause.category)), \(percent(cause.confidence)) sure; \(controllable(cause.controllable))"
      )
    } else {
      lines.append("Verdict: none. The notes do not carry one.")
    }
    if !cause.evidence.contains(where: { $0.quote == cause.summary }), !cause.summary.isEmpty {
      lines.append("  \(cause.summary)")
    }
    // What else it rests on follows with its points.
    cite(Array(cause.evidence.prefix(1)), indent: 2)
    for cause in root.contributing {
      lines.append("Also played a part: \(labelled(cause.category, cause.summary))")
      cite(Array(cause.evidence.prefix(1)), indent: 2)
    }
    if let stated = root.statedReason {
      lines.append("The reason they gave: \(labelled(stated.category, stated.summary))")
      cite(stated.evidence, indent: 2)
    }
    if let trigger = root.trigger {
      lines.append("What opened the question: \(dated(trigger.date, trigger.summary))")
      cite(trigger.evidence, indent: 2)
    }
    for cause in root.ruledOut {
      lines.append("Ruled out: \(labels.label(cause.category))")
      cite(cause.evidence, indent: 2)
    }
  }

  private mutating func why() {
    guard !weighing.isEmpty else { return }
    heading("Why")
    lines.append(
      "Every sentence that speaks of a cause gives it points: more where the note gives the reason, less elsewhere. \(lead)"
    )
    for item in weighing.items {
      lines += [
        "", "\(labels.label(item.category)): \(points(item.points)) points\(standing(item))",
      ]
      for reason in item.reasons {
        lines.append("  \(signed(reason.points))  \(Self.place(reason.what))")
        cite(reason.parts.flatMap(\.evidence), indent: 9, most: 3)
      }
    }
    if let others = weighing.sentence({ "\(labels.label($0.category)) (\(points($0.points)))" }) {
      lines += ["", "Less speaks for \(others)."]
    }
  }

  /// Where a reason stands: that it speaks for the cause is said already.
  private static func place(_ what: String) -> String {
    let prefix = "speaks for it "
    return what.hasPrefix(prefix) ? String(what.dropFirst(prefix.count)) : what
  }

  /// Who is ahead, and by how much.
  private var lead: String {
    guard isDetermined else { return "Here no cause has enough of them." }
    guard let contest = VerdictContest(root, weighing) else {
      return "Here one cause alone has any."
    }
    let (first, next) = (
      labels.label(root.primary.category), labels.label(contest.runnerUp.category)
    )
    if contest.margin < 0 {
      return
        "\(next) has \(points(-contest.margin)) more than \(first) and yet is not the verdict: too little of what the notes say speaks for it."
    }
    let closeness = contest.isClose ? " That is close." : ""
    return "\(first) leads by \(points(contest.margin)), before \(next).\(closeness)"
  }

  /// What came of a cause, behind its points.
  private func standing(_ item: CauseWeighing.Item) -> String {
    if item.category == root.primary.category { return ", the verdict" }
    if root.contributing.contains(where: { $0.category == item.category }) {
      return ", played a part"
    }
    if root.ruledOut.contains(where: { $0.category == item.category }) {
      return ", ruled out by the note"
    }
    if root.statedReason?.category == item.category { return ", the reason they gave" }
    return isDetermined ? ", next in line" : ", the strongest"
  }

  private mutating func change() {
    guard isDetermined, let contest = VerdictContest(root, weighing) else { return }
    heading("What would change the verdict")
    let isSingle = trials.contains {
      if case .without(let lines) = $0.change { lines.count == 1 } else { false }
    }
    if trials.isEmpty {
      lines.append("Left out one by one or together, the note's weightiest lines change nothing.")
    } else if !isSingle {
      lines.append("No single line decides it.")
    }
    for trial in trials { tell(trial) }
    if contest.margin >= 0 {
      lines.append(
        "\(labels.label(contest.runnerUp.category)) is short of \(points(contest.margin)) points; no sentence here is worth more than \(points(weightiest))."
      )
    }
  }

  /// The points of the sentence that counts most.
  private var weightiest: Double {
    root.candidates.flatMap(\.because).filter { !$0.evidence.isEmpty }.map(\.points).max() ?? 0
  }

  /// What a changed note led to.
  private mutating func tell(_ trial: VerdictTrial) {
    let leader =
      trial.leader == .undetermined
      ? "nothing would carry a verdict" : "\(labels.label(trial.leader)) would lead"
    switch trial.change {
    case .without(let numbers):
      let noun = numbers.count > 1 ? "lines" : "line"
      lines.append("Without \(noun) \(Self.runs(of: numbers)) \(leader).")
      if let number = numbers.first, numbers.count == 1 { quote(number, root.primary.category) }
    case .asReason(let number):
      lines.append("\(leader) if what line \(number) says were given as the reason.")
      quote(number, trial.leader)
    }
  }

  /// The words of a line that points of a cause rest on.
  private mutating func quote(_ number: Int, _ category: CauseCategory) {
    let points = root.candidates.first { $0.category == category }?.because ?? []
    let excerpt = points.sorted { $0.points > $1.points }.compactMap(\.evidence.first)
      .first { ($0.line...max($0.line, $0.endLine)).contains(number) }
    if let excerpt { cite([excerpt], indent: 2) }
  }

  private mutating func turningPoint() {
    heading("Turning point")
    guard let point = postmortem.turningPoint else {
      lines.append("The notes show none.")
      return
    }
    lines.append("The sentence that reads most like the moment from which it went wrong:")
    let stage = point.journeyStage.map { ", stage: \(Labels.label($0))" } ?? ""
    lines.append("\(dated(point.date, point.summary)) (\(percent(point.confidence)) sure\(stage))")
    cite(point.evidence, indent: 2)
    for other in point.alternatives {
      lines.append("Could also have been: \(dated(other.date, other.summary))")
      cite(other.evidence, indent: 2)
    }
  }

  // MARK: The rest

  private mutating func facts() {
    for section in FactSection.sections(of: postmortem, labels) where !section.facts.isEmpty {
      heading(section.title)
      if let rule = section.rule { lines.append(rule) }
      for fact in section.facts {
        lines.append("- \(fact.text)")
        cite(fact.evidence, indent: 2)
      }
    }
  }

  private mutating func doubts() {
    if !postmortem.conflicts.isEmpty {
      heading("Contradictions")
      for conflict in postmortem.conflicts {
        lines.append(
          "- \(Labels.label(ofField: conflict.field)): kept “\(conflict.kept)”, not “\(conflict.other)”"
        )
        cite(conflict.evidence, indent: 2)
      }
    }
    if !postmortem.openQuestions.isEmpty {
      heading("What to ask still")
      for question in postmortem.openQuestions { lines.append("- \(question.question)") }
    }
  }

  private mutating func heading(_ title: String) {
    if !lines.isEmpty { lines.append("") }
    lines += [title, String(repeating: "-", count: max(3, title.unicodeScalars.count))]
  }

  /// Adds where a fact stands; the words themselves only where the line above does not hold them already.
  private mutating func cite(_ evidence: [Excerpt], indent: Int, most: Int = .max) {
    let fact = Array((lines.last ?? "").utf8)
    let space = String(repeating: " ", count: indent)
    let first = lines.count
    for excerpt in evidence.prefix(most) {
      let end = excerpt.endLine > excerpt.line ? "-\(excerpt.endLine)" : ""
      let isSaid = fact.contains(Array(excerpt.quote.utf8))
      let quote = isSaid ? "" : "  “\(excerpt.quote)”"
      let line = "\(space)\(excerpt.source):\(excerpt.line)\(end)\(quote)"
      if !lines[first...].contains(line) { lines.append(line) }
    }
    if evidence.count > most {
      let left = evidence.count - most
      lines.append("\(space)and \(left) \(left == 1 ? "line" : "lines") more")
    }
  }

  // MARK: Words

  private func labelled(_ category: CauseCategory, _ summary: String) -> String {
    summary.isEmpty ? labels.label(category) : "\(labels.label(category)): \(summary)"
  }

  private func dated(_ date: PartialDate?, _ text: String) -> String {
    date.map { "\(Wording.date($0)): \(text)" } ?? text
  }

  /// Line numbers, with those that follow each other as one: `3, 7-9 and 12`.
  private static func runs(of numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return Wording.list(
      runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" })
  }

  private func controllable(_ value: Controllable) -> String {
    switch value {
    case .yes: "we could have prevented it"
    case .partly: "we could have prevented it in part"
    case .no: "we could not have prevented it"
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func signed(_ value: Double) -> String {
    padded((value < 0 ? "-" : "+") + points(abs(value)), 5)
  }

  /// Points with one digit after the point: `7.5`.
  private func points(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return "\(value < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
