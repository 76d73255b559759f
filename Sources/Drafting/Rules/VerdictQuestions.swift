import Evidence
import PostmortemModel

/// Questions to the customer whose answers could change the verdict or fill what it lacks, each with how much it would.
struct VerdictQuestions {
  /// A question before it is ranked.
  struct Ranked {
    var question: OpenQuestion
    /// How much the answer would change, from 0 to 1: above 0.3 the verdict itself, below it what surrounds it.
    var impact: Double
  }

  private let model: Postmortem
  private let words: CauseWords
  private var found: [Ranked] = []

  /// Looks at a drafted post-mortem.
  init(_ model: Postmortem, _ words: CauseWords) {
    self.model = model
    self.words = words
    askForTheVerdict()
    askForTheReason()
    askForTheTurningPoint()
    askForFacts()
  }

  /// The questions, those first that would change most.
  var ranked: [Ranked] {
    found.enumerated().sorted { ($1.element.impact, $0.offset) < ($0.element.impact, $1.offset) }
      .map(\.element)
  }

  private mutating func ask(
    _ field: String, _ impact: Double, _ question: String, because reason: String
  ) {
    found.append(
      Ranked(
        question: OpenQuestion(field: field, question: "\(question) Asked because \(reason)."),
        impact: impact))
  }

  // MARK: The verdict

  private var root: RootCause { model.rootCause }
  private var primary: CauseCategory { root.primary.category }

  /// The causes that the note speaks of and does not rule out, but for the verdict; strongest first.
  private var rivals: [CauseCandidate] {
    root.candidates.filter { candidate in
      candidate.category != primary && candidate.category != .other
        && candidate.because.contains { !$0.evidence.isEmpty }
        && !root.ruledOut.contains { $0.category == candidate.category }
    }
  }

  /// The cause that comes next, where it is not far behind; one with more points is spoken of too little to be the verdict.
  private var next: CauseCandidate? {
    let top = points(primary)
    return rivals.first { $0.points <= top }.flatMap {
      $0.points > max(0, top - Self.wide) ? $0 : nil
    }
  }

  private func points(_ category: CauseCategory) -> Double {
    root.candidates.first { $0.category == category }?.points ?? 0
  }

  private mutating func askForTheVerdict() {
    guard primary != .undetermined else {
      var reason = "the notes carry no verdict"
      if let first = rivals.first, first.points > 0 {
        reason += "; most speaks for \(words.noun(first.category))\(Self.place(first))"
      }
      return ask(
        "root_cause.primary", 1, "What was the one thing without which you would have stayed?",
        because: reason)
    }
    if let next { askForTheNext(next) }
    if let fact = words.decidingFact(primary, rival: model.competitors.first?.name) {
      // A verdict that is sure asks for less.
      ask(
        "root_cause.primary", 0.3 + 0.3 * (1 - root.primary.confidence), fact.question,
        because: "the verdict is \(words.noun(primary))\(primaryPlace), and \(fact.reason)")
    }
    for ruledOut in root.ruledOut.prefix(1) where points(ruledOut.category) > points(primary) * 0.7
    {
      ask(
        "root_cause.ruled_out", 0.35,
        "Would \(words.remedy(ruledOut.category)) have changed anything?",
        because:
          "the note rules out \(words.noun(ruledOut.category))\(Self.place(ruledOut.evidence)), and yet much in it speaks of it"
      )
    }
  }

  /// Asks which of the two weighed more.
  private mutating func askForTheNext(_ rival: CauseCandidate) {
    let margin = points(primary) - rival.points
    let question: String
    if let circumstance = words.circumstance(primary) ?? words.circumstance(rival.category) {
      question = "Had it not been for \(circumstance), would you have stayed?"
    } else {
      question =
        "Which of the two would have kept you: \(words.remedy(primary)), or \(words.remedy(rival.category))?"
    }
    let lead =
      margin < 0.05
      ? "level with" : "\(margin < 1 ? "only " : "")\(Self.tenths(margin)) points ahead of"
    let given =
      root.statedReason?.category == rival.category ? ", which they gave as the reason" : ""
    ask(
      "root_cause.primary", 0.3 + 0.7 * (1 - margin / Self.wide), question,
      because:
        "\(words.noun(primary))\(primaryPlace) is \(lead) \(words.noun(rival.category))\(Self.place(rival))\(given)"
    )
  }

  /// Where the verdict is spoken of most.
  private var primaryPlace: String {
    root.candidates.first { $0.category == primary }.map(Self.place) ?? ""
  }

  private mutating func askForTheReason() {
    if let stated = root.statedReason, primary != .undetermined,
      stated.category != next?.category,
      !root.ruledOut.contains(where: { $0.category == stated.category })
    {
      let closeness = max(0, min(1, points(stated.category) / max(0.1, points(primary))))
      ask(
        "root_cause.stated_reason", 0.35 + 0.4 * closeness,
        words.circumstance(stated.category).map {
          "Had it not been for \($0), would you have stayed?"
        } ?? "Would \(words.remedy(stated.category)), by itself, have kept you?",
        because:
          "they gave \(words.noun(stated.category)) as the reason, “\(Self.short(stated.summary))”\(Self.place(stated.evidence)), and the note points to \(words.noun(primary))"
      )
    }
    if let trigger = root.trigger, words.circumstance(primary) == nil {
      ask(
        "root_cause.trigger", 0.32,
        "When the question came up, why was ours one of the things to go?",
        because:
          "“\(Self.short(trigger.summary))”\(Self.place(trigger.evidence)) says why the question came up, and not why we lost"
      )
    }
  }

  private mutating func askForTheTurningPoint() {
    guard let point = model.turningPoint else {
      return ask(
        "turning_point", primary == .businessClosure ? 0.15 : 0.4,
        "When did you first think of leaving, and what had happened just before?",
        because: "the notes show no turning point")
    }
    if let other = point.alternatives.first(where: { $0.evidence != point.evidence }) {
      let undated = point.date == nil ? ", and when was that?" : "?"
      ask(
        "turning_point", 0.25 + 0.25 * (1 - point.confidence),
        "When did it turn for you: with “\(Self.short(point.summary))”, or with “\(Self.short(other.summary))”\(undated)",
        because: "either could be the turning point\(Self.place(point.evidence + other.evidence))")
    } else if point.date == nil {
      ask(
        "turning_point.date", 0.2, "When was it that “\(Self.short(point.summary))”?",
        because: "the turning point\(Self.place(point.evidence)) has no date")
    }
  }

  // MARK: What surrounds it

  private mutating func askForFacts() {
    if primary == .competitor, model.competitors.isEmpty {
      ask(
        "competitors", 0.45, "Whom did you choose?",
        because: "a rival is the cause, and none is named")
    }
    if model.account.contractValue == nil {
      ask(
        "account.contract_value", 0.24, "What was the contract worth a year?",
        because: "without it nobody can say what this loss weighs beside others")
    }
    if model.signals.isEmpty {
      ask(
        "signals", 0.22, "When did you first tell somebody that you were unhappy, and whom?",
        because: "the notes show no warning")
    }
    if model.relationship.winBack.likelihood == .notStated, primary != .businessClosure {
      ask(
        "relationship.win_back", 0.18, "What would have to be true for you to come back?",
        because: "the notes do not say whether they might")
    }
    if model.lessons.isEmpty {
      ask(
        "lessons", 0.16, "What should we have done otherwise?", because: "the notes hold no lesson")
    }
    if model.account.churnDate == nil {
      ask(
        "account.churn_date", 0.14, "When does the contract end?",
        because: "no day is named, so tenure and warning time cannot be told")
    }
  }

  /// From so many points on a lead is not close.
  private static let wide = 3.0

  // MARK: Words

  /// Where a cause is spoken of most: ` (line 12)`.
  private static func place(_ candidate: CauseCandidate) -> String {
    let best = candidate.because.max { $0.points < $1.points }
    return place(best?.evidence ?? [])
  }

  private static func place(_ evidence: [Excerpt]) -> String {
    var lines: [Int] = []
    for excerpt in evidence.prefix(2) where !lines.contains(excerpt.line) {
      lines.append(excerpt.line)
    }
    guard !lines.isEmpty else { return "" }
    let noun = lines.count == 1 ? "line" : "lines"
    return " (\(noun) \(lines.map(String.init).joined(separator: " and ")))"
  }

  /// The first words of a sentence, and a dash where there are more.
  private static func short(_ text: String) -> String {
    let words = text.utf8.split(separator: 0x20)
    var result = words.prefix(12).map(Substring.init).joined(separator: " ")
    let marks: Set<Unicode.Scalar> = ["\"", "“", "”", ".", ",", ";", ":"]
    while let last = result.unicodeScalars.last, marks.contains(last) {
      result.unicodeScalars.removeLast()
    }
    result = String(
      String.UnicodeScalarView(result.unicodeScalars.drop { marks.contains($0) }))
    return words.count > 12 ? result + " …" : result
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
