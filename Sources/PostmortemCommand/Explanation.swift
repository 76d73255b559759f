import Evidence
package import PostmortemModel
package import Reporting

/// How a verdict came about, in plain text for the person who has to stand by it.
///
/// Made of the post-mortem alone: what is not in the model is not in the explanation.
package struct Explanation: Sendable {
  private let postmortem: Postmortem
  private let labels: CompanyLabels
  private var lines: [String] = []

  /// Explains `postmortem`.
  package init(of postmortem: Postmortem, labels: CompanyLabels = CompanyLabels()) {
    self.postmortem = postmortem
    self.labels = labels
    verdict()
    candidates()
    runnerUp()
    turningPoint()
    facts()
    doubts()
  }

  /// The explanation, ending in a line break.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func verdict() {
    let cause = postmortem.rootCause.primary
    heading(postmortem.account.name ?? postmortem.id)
    if cause.category == .undetermined {
      lines.append("Verdict: undetermined. The notes do not carry one.")
    } else {
      lines.append(
        "Verdict: \(labels.label(cause.category)), \(percent(cause.confidence)) sure; \(controllable(cause.controllable))"
      )
    }
    if !cause.evidence.contains(where: { $0.quote == cause.summary }), !cause.summary.isEmpty {
      lines.append("  \(cause.summary)")
    }
    cite(cause.evidence, indent: 2)
    for cause in postmortem.rootCause.contributing {
      lines.append("Also played a part: \(labelled(cause.category, cause.summary))")
      cite(cause.evidence, indent: 2)
    }
    if let stated = postmortem.rootCause.statedReason {
      lines.append("The reason they gave: \(labelled(stated.category, stated.summary))")
      cite(stated.evidence, indent: 2)
    }
    if let trigger = postmortem.rootCause.trigger {
      lines.append("What opened the question: \(dated(trigger.date, trigger.summary))")
      cite(trigger.evidence, indent: 2)
    }
    for cause in postmortem.rootCause.ruledOut {
      lines.append("Ruled out: \(labels.label(cause.category))")
      cite(cause.evidence, indent: 2)
    }
  }

  private mutating func candidates() {
    guard !postmortem.rootCause.candidates.isEmpty else { return }
    heading("How the causes were weighed")
    for candidate in postmortem.rootCause.candidates {
      lines.append("\(padded(points(candidate.points), 6))  \(labels.label(candidate.category))")
      for reason in candidate.because.sorted(by: { abs($0.points) > abs($1.points) }) {
        lines.append("        \(signed(reason.points))  \(reason.what)")
        cite(reason.evidence, indent: 15)
      }
    }
  }

  private mutating func runnerUp() {
    guard let contest = VerdictContest(postmortem.rootCause) else { return }
    heading("What would change the verdict")
    let other = contest.runnerUp
    if contest.margin < 0 {
      lines.append(
        "\(labels.label(other.category)) has \(points(-contest.margin)) points more, and yet it is not the verdict: what the "
          + "note or the answers say outright outweighs points.")
      return
    }
    lines.append(
      "Next is \(labels.label(other.category)) with \(points(other.points)) points, \(points(contest.margin)) behind."
    )
    if contest.decisive.isEmpty {
      lines.append(
        "It would win with evidence of its own worth more than \(points(contest.margin)) points.")
    } else {
      lines.append("It would win if this were not so:")
      for reason in contest.decisive {
        lines.append("        \(signed(reason.points))  \(reason.what)")
        cite(reason.evidence, indent: 15)
      }
      lines.append("or with evidence of its own worth more than \(points(contest.margin)) points.")
    }
  }

  private mutating func turningPoint() {
    heading("Turning point")
    guard let point = postmortem.turningPoint else {
      lines.append("The notes show none.")
      return
    }
    let stage = point.journeyStage.map { ", during \($0.rawValue)" } ?? ""
    lines.append("\(dated(point.date, point.summary)) (\(percent(point.confidence)) sure\(stage))")
    cite(point.evidence, indent: 2)
    for other in point.alternatives {
      lines.append("Could also have been: \(dated(other.date, other.summary))")
      cite(other.evidence, indent: 2)
    }
  }

  private mutating func facts() {
    for section in FactSection.sections(of: postmortem, labels) where !section.facts.isEmpty {
      heading(section.title)
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
        lines.append("- \(conflict.field): kept “\(conflict.kept)”, not “\(conflict.other)”")
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
  private mutating func cite(_ evidence: [Excerpt], indent: Int) {
    let fact = Array((lines.last ?? "").utf8)
    for excerpt in evidence {
      let end = excerpt.endLine > excerpt.line ? "-\(excerpt.endLine)" : ""
      let space = String(repeating: " ", count: indent)
      let isSaid = fact.contains(Array(excerpt.quote.utf8))
      let quote = isSaid ? "" : "  “\(excerpt.quote)”"
      lines.append("\(space)\(excerpt.source):\(excerpt.line)\(end)\(quote)")
    }
  }

  private func labelled(_ category: CauseCategory, _ summary: String) -> String {
    summary.isEmpty ? labels.label(category) : "\(labels.label(category)): \(summary)"
  }

  private func dated(_ date: PartialDate?, _ text: String) -> String {
    date.map { "\($0): \(text)" } ?? text
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
