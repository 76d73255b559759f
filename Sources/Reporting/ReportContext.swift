import Evidence
import PostmortemModel
import Templating

/// Makes what report templates are given out of a post-mortem.
///
/// Values stand in the order of their shape's names in ``ReportShapes``.
struct ReportContext {
  /// The post-mortem.
  let model: Postmortem
  /// The inputs at hand.
  let texts: [SourceText]
  /// Which passages are cited, and what they are called.
  var evidence: EvidenceIndex

  /// Prepares the context of a report on `model`.
  init(_ model: Postmortem, _ texts: [SourceText]) {
    self.model = model
    self.texts = texts
    evidence = EvidenceIndex(texts, records: model.sources)
  }

  /// Returns all that the report of a format needs.
  mutating func report(_ format: ReportFormat, style: PageStyle) -> TemplateRecord {
    let isPage = format == .html
    let facts = accountFacts()
    let verdict = verdict()
    let turningPoint = turningPoint()
    let causes = causes()
    let timeline = timeline(withChart: isPage)
    let signals = signals()
    let quotes = quotes()
    let saveAttempts = saveAttempts()
    let wentWell = statements(model.wentWell.map { ($0.statement, $0.evidence) })
    let lessons = lessons()
    let actions = actions()
    let notices = notices()
    let competitors = statements(model.competitors.map { ($0.name, $0.evidence) })
    let risk = risk()
    let relationship = relationship()
    let metrics = metrics()
    let questions = openQuestions()
    let conflicts = conflicts()
    let missing = missing()
    let weighing = weighing()
    let excerpts = items(ReportShapes.excerpts, evidence.excerpts(onlyLoose: isPage))
    let sources = isPage ? sourceTexts() : .absent
    let named: [(String, String, TemplateValue)] = [
      ("causes", "Causes", causes), ("turning-point", "Turning point", turningPoint),
      ("timeline", "Timeline", timeline), ("warnings", "Warnings", signals),
      ("words", "Customer’s words", quotes), ("lessons", "Lessons", lessons),
      ("actions", "Actions", actions), ("notify", "Whom to notify", notices),
      ("save-attempts", "Save attempts", saveAttempts), ("went-well", "What went well", wentWell),
      ("competitors", "Competitors", competitors), ("risk", "Risk record", risk),
      ("figures", "Figures", metrics), ("relationship", "Win-back and offboarding", relationship),
      ("open-questions", "Open questions", questions), ("conflicts", "Conflicts", conflicts),
      ("missing", "Not in the sources", missing),
      ("weighing", "How the verdict was weighed", weighing), ("evidence", "Evidence", excerpts),
      ("sources", "Sources", sources),
    ]
    return TemplateRecord(
      ReportShapes.report,
      [
        .text(model.account.name ?? model.id), .text(model.id), .text("\(model.schemaVersion)"),
        .text(Labels.label(model.outcome)), .text(model.outcome.rawValue),
        isPage ? style.value : .absent, .text(style.source),
        isPage ? Self.sections(named) : .absent, facts, verdict,
        turningPoint, causes, timeline, signals, quotes, saveAttempts, wentWell, lessons, actions,
        notices, competitors, risk, relationship, metrics, questions, conflicts, missing,
        weighing, excerpts, sources, sourceRecords(),
      ])
  }

  private static func sections(_ named: [(String, String, TemplateValue)]) -> TemplateValue {
    let present = named.compactMap { id, title, value -> TemplateValue? in
      if case .absent = value { return nil }
      return .record(
        TemplateRecord(ReportShapes.section, [EvidenceIndex.link(to: id), .text(title)]))
    }
    return .list(present)
  }

  // MARK: Pieces

  /// A record that holds a list, or nothing where the list is empty.
  func items(_ shape: TemplateShape, _ values: [TemplateValue]) -> TemplateValue {
    values.isEmpty ? .absent : .record(TemplateRecord(shape, [.list(values)]))
  }

  /// A text, or nothing, as which white space alone counts.
  func text(_ text: String?) -> TemplateValue {
    guard let text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return .absent
    }
    return .text(text)
  }

  /// A date in words, or nothing.
  func text(_ date: PartialDate?) -> TemplateValue {
    date.map { .text(Wording.date($0)) } ?? .absent
  }

  /// A labelled fact with its evidence.
  mutating func fact(
    _ label: String, _ value: String, note: String? = nil, _ excerpts: [Excerpt] = []
  ) -> TemplateValue {
    .record(
      TemplateRecord(
        ReportShapes.fact,
        [.text(label), .text(value), text(note), evidence.references(excerpts)]))
  }

  /// Statements with their evidence.
  mutating func statements(_ statements: [(String, [Excerpt])]) -> TemplateValue {
    var values: [TemplateValue] = []
    for (text, excerpts) in statements {
      values.append(
        .record(
          TemplateRecord(
            ReportShapes.statement, [.text(text), evidence.references(excerpts)])))
    }
    return items(ReportShapes.statements, values)
  }
}
