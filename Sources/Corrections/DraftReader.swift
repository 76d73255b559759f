import Evidence
import PostmortemModel
import Reporting

/// Reads the sections of a draft into a post-mortem, one after the other.
struct DraftReader {
  var model = Postmortem(id: "")
  var findings: [Finding]
  /// What references stand for.
  var passages: [String: Excerpt] = [:]
  var dates = Dates()
  /// The sentence of the verdict that is made of the facts, where it differs from what they give.
  var headline: DraftText?
  let source: SourceText
  private let outline: DraftOutline
  private let notes: [SourceText]

  init(_ source: SourceText, notes: [SourceText]) {
    self.source = source
    self.notes = notes
    outline = DraftOutline(source)
    findings = outline.findings
  }

  /// Reads all sections: first what others refer to.
  mutating func read() throws(DraftError) {
    if let finding = findings.first {
      throw DraftError(finding: refusal(finding.message, at: finding.position))
    }
    try readHead()
    var isSeen: Set<String> = []
    let readers: [(String, (inout Self, [DraftOutline.Block]) -> Void)] = [
      ("evidence", { $0.readEvidence($1) }), ("sources", { $0.readSources($1) }),
      ("account", { $0.readAccount($1) }), ("verdict", { $0.readVerdict($1) }),
      ("turning point", { $0.readTurningPoint($1) }), ("causes", { $0.readCauses($1) }),
      ("timeline", { $0.readTimeline($1) }), ("warnings", { $0.readSignals($1) }),
      ("customer's words", { $0.readQuotes($1) }), ("lessons", { $0.readLessons($1) }),
      ("actions", { $0.readActions($1) }), ("whom to notify", { $0.readNotices($1) }),
      ("save attempts", { $0.readSaveAttempts($1) }), ("what went well", { $0.readWentWell($1) }),
      ("competitors", { $0.readCompetitors($1) }), ("risk record", { $0.readRisk($1) }),
      ("relationship", { $0.readRelationship($1) }), ("figures", { $0.readMetrics($1) }),
      ("open questions", { $0.readOpenQuestions($1) }), ("conflicts", { $0.readConflicts($1) }),
      ("not in the sources", { $0.readMissing($1) }),
      ("how the verdict was weighed", { $0.readWeighing($1) }),
    ]
    for (title, reader) in readers {
      isSeen.insert(title)
      for section in outline.sections.dropFirst() where section.title.whole.folded == title {
        reader(&self, section.blocks)
      }
    }
    for section in outline.sections.dropFirst() where !isSeen.contains(section.title.whole.folded) {
      tell(
        "unread-section",
        "No report has a section “\(section.title.whole.excerpt)”: nothing below it was taken over",
        at: section.title.position)
    }
    checkSentences()
    findings.sort {
      ($0.position ?? SourcePosition(line: 1, column: 1))
        < ($1.position ?? SourcePosition(line: 1, column: 1))
    }
  }

  /// The title and the line that says what this is.
  private mutating func readHead() throws(DraftError) {
    for block in outline.sections[0].blocks {
      guard case .paragraph(let text) = block, let rest = text.whole.without(start: "Report "),
        let (before, _) = rest.cut(atLast: ". A number in brackets"),
        let (id, version) = before.cut(atLast: ", form ")
      else { continue }
      guard let version = Numbers.whole(version) else { continue }
      guard version <= CorrectedDraft.formVersion else {
        throw DraftError(
          finding: refusal(
            "The draft's form is \(version), and this program reads forms up to \(CorrectedDraft.formVersion); use a newer program",
            at: text.position))
      }
      model.id = id
      return
    }
    throw DraftError(
      finding: refusal(
        "This is no report in the built-in form: the line “Report …, form \(CorrectedDraft.formVersion). A number in brackets …” is missing; a draft made with a template of your own is read only where it keeps that form",
        at: nil))
  }

  private func refusal(_ message: String, at position: SourcePosition?) -> Finding {
    Finding("draft-not-readable", .error, message, in: source.name, at: position)
  }

  /// Tells where the sentences that are made of facts say something else than the facts do.
  private mutating func checkSentences() {
    let sentences = Wording.headline(model)?.collapsed ?? ""
    if let headline, headline.whole.collapsed != sentences {
      tell(
        "made-of-facts",
        "This sentence is made of the facts in Account and the Outcome, and will be “\(sentences.excerpt)”",
        at: headline.position, .note)
    }
    for block in outline.sections[0].blocks {
      guard case .heading(let title) = block else { continue }
      let expected = "\(Wording.title(model)): churn post-mortem".collapsed
      guard title.whole.collapsed != expected else { return }
      tell(
        "made-of-facts",
        "The title is made of the customer's name in Account, and will be “\(expected.excerpt)”",
        at: title.position, .note)
      return
    }
  }

  // MARK: Findings

  /// Tells of something that was not read, or not as it was written.
  mutating func tell(
    _ id: String, _ message: String, at position: SourcePosition,
    _ severity: Finding.Severity = .warning
  ) {
    findings.append(Finding(id, severity, message, in: source.name, at: position))
  }

  /// Tells of words that no field takes.
  mutating func leave(_ text: DraftText, because reason: String) {
    if text.isEmpty { return }
    tell("unread-text", "“\(text.whole.excerpt)” was not taken over: \(reason)", at: text.position)
  }

  /// Tells of a block that has no place where it stands.
  mutating func leave(_ block: DraftOutline.Block, because reason: String) {
    switch block {
    case .heading(let text), .paragraph(let text): leave(text, because: reason)
    case .item(let item): leave(item.text, because: reason)
    case .quote(let texts): for text in texts { leave(text, because: reason) }
    case .row(let cells):
      if let cell = cells.first(where: { !$0.cell.isEmpty }) { leave(cell.cell, because: reason) }
    }
  }

  // MARK: Values

  /// The passages that a text refers to.
  mutating func evidence(_ text: DraftText) -> [Excerpt] {
    var excerpts: [Excerpt] = []
    for label in text.references {
      if let excerpt = passages[label] ?? line(label) {
        excerpts.append(excerpt)
      } else {
        tell(
          "unknown-reference",
          "There is no [\(label)] in Evidence, so that the reference was left out; give the note with --note to refer to any of its lines",
          at: text.position)
      }
    }
    return excerpts
  }

  /// The line of an input at hand that a label names.
  private func line(_ label: String) -> Excerpt? {
    let isAnswer = label.utf8.first == UInt8(ascii: "A")
    let digits = isAnswer ? String(label.dropFirst()) : label
    let kind: SourceKind = isAnswer ? .answers : .notes
    guard let number = Int(digits), let record = model.sources.first(where: { $0.kind == kind }),
      let text = notes.first(where: { $0.name == record.file }),
      (1...text.lineCount).contains(number)
    else { return nil }
    return Excerpt(
      source: text.name, line: number, endLine: number,
      quote: text.text(text.range(ofLine: number)).trimmed)
  }

  /// The date that a text names; tells where it names none, or leaves open which.
  mutating func date(_ words: String, in text: DraftText) -> PartialDate? {
    let words = words.trimmed
    guard !words.isEmpty, words.folded != "undated" else { return nil }
    guard let date = dates.date(words) else {
      tell(
        "unread-date", "“\(words.excerpt)” is no date that can be read; write it like 4 March 2025",
        at: text.position)
      return nil
    }
    if Dates.isOpen(words) {
      tell(
        "open-date",
        "“\(words.excerpt)” may be two dates, so that it was read as \(Wording.date(date)); write the month in letters",
        at: text.position)
    }
    return date
  }

  /// The word of a vocabulary that a text is; tells where it is none.
  mutating func word<Word>(
    _ words: String, in text: DraftText, as label: (Word) -> String
  ) -> Word? where Word: CaseIterable & RawRepresentable<String> {
    if let word = Words.word(words, as: label) { return word }
    let labels = Word.allCases.map { label($0) }.joined(separator: ", ")
    tell(
      "unread-word", "“\(words.excerpt)” is none of the words that stand here: \(labels)",
      at: text.position)
    return nil
  }

  /// A category; asks whether one that nobody knows is spelt as it was meant.
  mutating func category(_ words: String, in text: DraftText) -> CauseCategory {
    let category = Words.category(words.trimmed)
    ask(
      words, CauseCategory.standard.contains(category),
      CauseCategory.standard.map { Labels.label($0) }, text)
    return category
  }

  /// A department, or nothing where there are no words; asks as `category` does.
  mutating func department(_ words: String, in text: DraftText) -> Department? {
    guard let words = words.trimmed.orNil else { return nil }
    let department = Words.department(words)
    ask(
      words, Department.standard.contains(department), Department.standard.map { Labels.label($0) },
      text)
    return department
  }

  private mutating func ask(
    _ words: String, _ isKnown: Bool, _ labels: [String], _ text: DraftText
  ) {
    guard !isKnown, let near = NearestName.nearest(to: words.folded, among: labels.map(\.folded)),
      let meant = labels.first(where: { $0.folded == near })
    else { return }
    tell(
      "own-word", "“\(words.excerpt)” was taken for a word of your own; did you mean “\(meant)”?",
      at: text.position)
  }

  /// A number; tells where there is none.
  mutating func number(_ words: String, in text: DraftText) -> Double? {
    let first = words.cut(atFirst: " ")?.before ?? words
    if let number = Numbers.number(words) ?? Numbers.number(first) { return number }
    tell("unread-number", "“\(words.excerpt)” is no number that can be read", at: text.position)
    return nil
  }

  /// A confidence; tells where its words and its number differ, of which the number counts.
  mutating func confidence(_ words: String, in text: DraftText) -> Double? {
    guard let value = Words.confidence(words) else {
      tell(
        "unread-number",
        "“\(words.excerpt)” is no confidence that can be read; write high, moderate, low, very low, or a number from 0 to 1",
        at: text.position)
      return nil
    }
    if let (degree, _) = words.cut(atFirst: " ("), degree.folded != Wording.confidence(value) {
      tell(
        "unread-word",
        "Of “\(words.excerpt)” the number counts, which is called \(Wording.confidence(value))",
        at: text.position)
    }
    return value
  }
}
