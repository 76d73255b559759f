import Evidence
import PostmortemModel
import Templating

/// Makes what report templates are given out of a post-mortem.
///
/// Values stand in the order of their shape's names in ``ReportShapes``.
struct ReportContext: ~Copyable {
  /// The post-mortem.
  let model: Postmortem
  /// The inputs at hand.
  let texts: [SourceText]
  /// What the company calls categories and departments.
  let labels: CompanyLabels
  /// Which passages are cited, and what they are called.
  var evidence: EvidenceIndex
  /// What was made so far.
  var values: TemplateValues

  /// Prepares the context of a report on `model`, with `values` to add to.
  init(
    _ model: Postmortem, _ texts: [SourceText], _ labels: CompanyLabels,
    _ values: consuming TemplateValues
  ) {
    self.model = model
    self.labels = labels
    self.texts = texts
    evidence = EvidenceIndex(texts, records: model.sources, isPage: values.format == .html)
    self.values = values
  }

  /// Adds all that the report of a format needs.
  mutating func addReport(_ format: ReportFormat, style: PageStyle) {
    let isPage = format == .html
    let facts = taken { $0.addAccountFacts() }
    let verdict = taken { $0.addVerdict() }
    let turningPoint = taken { $0.addTurningPoint() }
    let causes = taken { $0.addCauses(isPage: isPage) }
    let timeline = taken { $0.addTimeline(withChart: isPage) }
    let signals = taken { $0.addSignals(byDate: isPage) }
    let quotes = taken { $0.addQuotes() }
    let saveAttempts = taken { $0.addSaveAttempts() }
    let wentWell = taken { $0.addWentWell() }
    let lessons = taken { $0.addLessons() }
    let actions = taken { $0.addActions() }
    let notices = taken { $0.addNotices(isPage: isPage) }
    let competitors = taken { $0.addCompetitors() }
    let risk = taken { $0.addRisk() }
    let relationship = taken { $0.addRelationship() }
    let metrics = taken { $0.addMetrics() }
    let questions = taken { $0.addOpenQuestions() }
    let conflicts = taken { $0.addConflicts() }
    let missing = taken { $0.addMissing() }
    let weighing = taken { $0.addWeighing(isPage: isPage) }
    let excerpts = taken { $0.evidence.addExcerpts(onlyLoose: isPage, to: &$0.values) }
    let sources = isPage ? taken { $0.addSourceTexts() } : TemplateValues.nothing
    values.open()
    values.add(Wording.title(model))
    values.add(model.id)
    values.add(model.schemaVersion)
    values.add(Labels.label(model.outcome))
    values.add(model.outcome.rawValue)
    if isPage { values.add(style.element) } else { values.addNothing() }
    values.add(style.source)
    addSections(
      isPage
        ? [
          ("causes", "Causes", causes), ("turning-point", "Turning point", turningPoint),
          ("timeline", "Timeline", timeline), ("warnings", "Warnings", signals),
          ("words", "Customer’s words", quotes), ("lessons", "Lessons", lessons),
          ("actions", "Actions", actions), ("notify", "Whom to notify", notices),
          ("save-attempts", "Save attempts", saveAttempts),
          ("went-well", "What went well", wentWell), ("competitors", "Competitors", competitors),
          ("risk", "Risk record", risk), ("figures", "Figures", metrics),
          ("relationship", "Win-back and offboarding", relationship),
          ("open-questions", "Open questions", questions), ("conflicts", "Conflicts", conflicts),
          ("missing", "Not in the sources", missing),
          ("weighing", "How the verdict was weighed", weighing),
          ("evidence", "Evidence", excerpts), ("sources", "Sources", sources),
        ] : [])
    for value in [
      facts, verdict, turningPoint, causes, timeline, signals, quotes, saveAttempts, wentWell,
      lessons, actions, notices, competitors, risk, relationship, metrics, questions, conflicts,
      missing, weighing, excerpts, sources,
    ] { values.add(value) }
    addSourceRecords()
    values.close(ReportShapes.report)
  }

  /// The sections that have something in them.
  private mutating func addSections(_ named: [(String, String, TemplateValues.Taken)]) {
    values.open()
    for (id, title, value) in named where !value.isAbsent {
      values.open()
      values.write("#")
      values.write(id)
      values.addFragment()
      values.add(title)
      values.close(ReportShapes.section)
    }
    values.closeList()
  }

  // MARK: Pieces

  /// What `add` adds, taken to be put elsewhere.
  mutating func taken(_ add: (inout Self) -> Void) -> TemplateValues.Taken {
    add(&self)
    return values.take()
  }

  /// Adds a text, or nothing, as which white space alone counts.
  mutating func add(_ text: String?) {
    guard let text, !Wording.isBlank(text) else { return values.addNothing() }
    values.add(text)
  }

  /// Adds a date in words, or nothing.
  mutating func add(_ date: PartialDate?) {
    guard let date else { return values.addNothing() }
    values.add(Wording.date(date))
  }

  /// Adds the references to the lines that something rests on.
  mutating func add(_ excerpts: [Excerpt]) { evidence.addReferences(excerpts, to: &values) }

  /// Adds a labelled fact with its evidence.
  mutating func addFact(
    _ label: String, _ value: String, note: String? = nil, _ excerpts: [Excerpt] = []
  ) {
    values.open()
    values.add(label)
    values.add(value)
    add(note)
    add(excerpts)
    values.close(ReportShapes.fact)
  }

  /// Adds a statement with its evidence.
  mutating func addStatement(_ text: String, _ excerpts: [Excerpt]) {
    values.open()
    values.add(text)
    add(excerpts)
    values.close(ReportShapes.statement)
  }
}
