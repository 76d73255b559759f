package import Templating

/// The names that report templates can use: `docs/templates.md` says what each means, and a test holds the two equal.
package enum ReportShapes {
  /// A pointer to the lines that a statement rests on.
  static let reference = TemplateShape(
    "reference", ["label": .text, "lines": .text, "name": .text, "url": .url])
  private static let references = TemplateShape.Kind.list(of: reference)

  /// A fact with a label.
  static let fact = TemplateShape(
    "fact", ["label": .text, "value": .text, "note": .text, "evidence": references])
  /// A list of facts.
  static let facts = TemplateShape("facts", ["items": .list(of: fact)])

  /// A cause with its verdict.
  static let cause = TemplateShape(
    "cause",
    [
      "category": .text, "summary": .text, "controllable": .text, "confidence": .text,
      "share": .text, "number": .text, "evidence": references,
    ])
  /// A list of causes.
  static let contributing = TemplateShape("contributing", ["items": .list(of: cause)])
  /// The verdict.
  static let verdict = TemplateShape(
    "verdict",
    [
      "headline": .text, "headline_evidence": references, "is_determined": .flag,
      "cause": .record(cause), "tiles": .record(facts),
    ])
  /// Something that happened, perhaps on a known date.
  static let moment = TemplateShape(
    "moment", ["summary": .text, "date": .text, "evidence": references])
  /// A list of moments.
  static let moments = TemplateShape("moments", ["items": .list(of: moment)])
  /// The turning point.
  static let turningPoint = TemplateShape(
    "turning_point",
    [
      "summary": .text, "date": .text, "journey_stage": .text, "confidence": .text,
      "share": .text, "number": .text, "evidence": references, "alternatives": .record(moments),
    ])
  /// A cause that was given or ruled out.
  static let reason = TemplateShape(
    "reason", ["category": .text, "summary": .text, "evidence": references])
  /// A list of reasons.
  static let reasons = TemplateShape("reasons", ["items": .list(of: reason)])
  /// How the causes hang together.
  static let causes = TemplateShape(
    "causes",
    [
      "stated_reason": .record(reason), "trigger": .record(moment),
      "contributing": .record(contributing), "root": .record(cause), "ruled_out": .record(reasons),
    ])

  /// A dated line of the timeline, of the warnings or of the save attempts.
  static let entry = TemplateShape(
    "entry",
    [
      "date": .text, "kind": .text, "key": .text, "what": .text, "is_turning_point": .flag,
      "evidence": references,
    ])
  /// A list of dated lines.
  static let entries = TemplateShape("entries", ["items": .list(of: entry)])
  /// The timeline.
  static let timeline = TemplateShape(
    "timeline", ["chart": .record(ChartShapes.chart), "items": .list(of: entry)])

  /// A statement with its evidence.
  static let statement = TemplateShape("statement", ["text": .text, "evidence": references])
  /// A list of statements.
  static let statements = TemplateShape("statements", ["items": .list(of: statement)])
  /// A quotation.
  static let quote = TemplateShape(
    "quote", ["text": .text, "speaker": .text, "evidence": references])
  /// A list of quotations.
  static let quotes = TemplateShape("quotes", ["items": .list(of: quote)])
  /// A lesson.
  static let lesson = TemplateShape(
    "lesson", ["text": .text, "department": .text, "evidence": references])
  /// The lessons of a department.
  static let lessonGroup = TemplateShape(
    "lesson_group", ["department": .text, "items": .list(of: lesson)])
  /// All lessons, in the model's order and by department.
  static let lessons = TemplateShape(
    "lessons", ["items": .list(of: lesson), "groups": .list(of: lessonGroup)])
  /// An action.
  static let action = TemplateShape(
    "action",
    [
      "task": .text, "owner": .text, "due": .text, "is_done": .flag, "department": .text,
      "evidence": references,
    ])
  /// All actions.
  static let actions = TemplateShape("actions", ["items": .list(of: action)])
  /// What is asked of a department.
  static let asks = TemplateShape("asks", ["items": .texts])
  /// What a department must hear.
  static let notice = TemplateShape(
    "notice",
    [
      "department": .text, "why": .text, "message": .text, "asks": .record(asks),
      "evidence": references,
    ])
  /// All notices.
  static let notices = TemplateShape(
    "notices", ["items": .list(of: notice), "message": .text])

  /// A step of the offboarding.
  static let step = TemplateShape(
    "step", ["text": .text, "is_done": .flag, "evidence": references])
  /// The steps of the offboarding.
  static let steps = TemplateShape("steps", ["items": .list(of: step)])
  /// What remains of the relationship.
  static let relationship = TemplateShape(
    "relationship",
    ["facts": .list(of: fact), "offboarding": .record(steps)])

  /// A question about a field.
  static let question = TemplateShape("question", ["field": .text, "question": .text])
  /// All open questions.
  static let questions = TemplateShape("questions", ["items": .list(of: question)])
  /// Two values of one field that contradict each other.
  static let conflict = TemplateShape(
    "conflict", ["field": .text, "kept": .text, "other": .text, "evidence": references])
  /// All conflicts.
  static let conflicts = TemplateShape("conflicts", ["items": .list(of: conflict)])
  /// What the sources do not say.
  static let missing = TemplateShape("missing", ["items": .texts, "sentence": .text])

  /// What spoke for or against a cause.
  static let point = TemplateShape(
    "point", ["what": .text, "points": .text, "is_against": .flag, "evidence": references])
  /// All that spoke for or against a cause.
  static let points = TemplateShape("points", ["items": .list(of: point)])
  /// A cause that was weighed.
  static let candidate = TemplateShape(
    "candidate",
    ["category": .text, "points": .text, "width": .text, "because": .record(points)])
  /// All causes that were weighed.
  static let weighing = TemplateShape(
    "weighing", ["items": .list(of: candidate), "others": .text])

  /// A quoted passage.
  static let excerpt = TemplateShape(
    "excerpt",
    ["label": .text, "anchor": .text, "source": .text, "lines": .text, "quote": .text])
  /// Quoted passages.
  static let excerpts = TemplateShape("excerpts", ["items": .list(of: excerpt)])
  /// A line of a source.
  static let line = TemplateShape(
    "line", ["anchor": .text, "number": .text, "text": .text, "is_cited": .flag])
  /// A source with its text.
  static let source = TemplateShape(
    "source",
    ["id": .text, "name": .text, "kind": .text, "is_partial": .flag, "lines": .list(of: line)])
  /// All sources with their text.
  static let sources = TemplateShape("sources", ["items": .list(of: source)])
  /// What is recorded of a source.
  static let record = TemplateShape(
    "source_record", ["file": .text, "kind": .text, "lines": .text, "sha256": .text])
  /// What is recorded of all sources.
  static let records = TemplateShape("source_records", ["items": .list(of: record)])

  /// A link to a section.
  static let section = TemplateShape("section", ["url": .url, "title": .text])

  /// What `report.html.mustache` and `report.md.mustache` are given.
  package static let report = TemplateShape(
    "report",
    [
      "title": .text, "id": .text, "schema_version": .text, "outcome": .text,
      "outcome_key": .text, "style": .trusted, "style_source": .text,
      "sections": .list(of: section), "facts": .record(facts), "verdict": .record(verdict),
      "turning_point": .record(turningPoint), "causes": .record(causes),
      "timeline": .record(timeline), "signals": .record(entries), "quotes": .record(quotes),
      "save_attempts": .record(entries), "went_well": .record(statements),
      "lessons": .record(lessons), "actions": .record(actions), "notices": .record(notices),
      "competitors": .record(statements), "risk": .record(facts),
      "relationship": .record(relationship), "metrics": .record(facts),
      "open_questions": .record(questions), "conflicts": .record(conflicts),
      "missing": .record(missing), "weighing": .record(weighing), "excerpts": .record(excerpts),
      "sources": .record(sources), "source_records": .record(records),
    ])

  /// A line of the index page.
  static let indexRow = TemplateShape(
    "index_row",
    [
      "account": .text, "link": .trusted, "file": .text, "root_cause": .text, "outcome": .text,
      "outcome_key": .text, "churn_date": .text, "value": .text, "failure": .text,
    ])
  /// Lines of the index page.
  static let indexRows = TemplateShape("index_rows", ["items": .list(of: indexRow)])
  /// What `index.html.mustache` is given.
  package static let index = TemplateShape(
    "index",
    [
      "style": .trusted, "style_source": .text, "summary": .text, "rows": .record(indexRows),
      "failures": .record(indexRows),
    ])
}
