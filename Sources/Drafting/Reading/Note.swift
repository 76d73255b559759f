import Answers
import Chronology
import Evidence
import Language
import Markup
import PostmortemModel

/// A note and its answers, read: everything that the rules look at, and nothing that they decide.
final class Note: Sendable {
  /// The note's name.
  let name: String
  /// What stands where.
  let layout: NoteLayout
  /// The words of each passage.
  let texts: [TokenizedText]
  /// The pieces that can carry facts, in reading order, the answers last.
  let units: [Unit]
  /// The dates, over all passages.
  let chronology: Chronology
  /// Words by which names are known for what they are.
  let knownNames: KnownNames
  /// What was wrong with the inputs.
  let findings: [Finding]
  /// The name of the field whose value a passage is, by the passage; the first counts.
  private let fieldNames: [Int: String?]
  /// What each passage is about by its place.
  private let topics: [[String]]

  /// Reads `source` and `answers`.
  init(_ source: SourceText, answers: [AnswerRecord], lexicon: Lexicon) {
    let document = MarkupDocument(parsing: source)
    var layout = NoteReader.layout(of: document, lexicon: lexicon)
    for record in answers { layout.append(record, lexicon: lexicon) }
    let texts = layout.passages.map { TokenizedText($0.text.utf8) }
    Introductions.read(&layout, texts: texts, lexicon: lexicon)
    layout.writer = WriterFinder.find(in: layout, texts: texts, lexicon: lexicon)
    if let writer = layout.writer { layout.introduce(writer.name, alias: nil, role: writer.role) }
    Sides.assign(in: &layout)
    AnswerVoice.assign(in: &layout, texts: texts)
    name = source.name
    knownNames = lexicon.knownNames
    findings = source.findings + document.findings + layout.findings
    let fieldNames = [Int: String?](
      layout.fields.map { ($0.passage, $0.name) }, uniquingKeysWith: { first, _ in first })
    self.fieldNames = fieldNames
    chronology = Chronology(
      of: layout.passages.indices.map {
        layout.datedPassage($0, field: fieldNames[$0] ?? nil)
      }, known: layout.knownDates, custom: DayOrder.ofPlace(texts))
    units = UnitReader.units(of: layout, texts: texts, chronology: chronology, lexicon: lexicon)
    topics = Self.topics(in: layout)
    self.texts = texts
    self.layout = layout
  }

  private static func topics(in layout: NoteLayout) -> [[String]] {
    let ofSections = layout.sections.indices.map { section in
      layout.path(of: section).flatMap { layout.sections[$0].kinds }
    }
    return layout.passages.map { passage in
      let above = ofSections[passage.section]
      return passage.question.map { layout.questions[$0].asks + above } ?? above
    }
  }

  /// The passage that `unit` is part of.
  func passage(of unit: Unit) -> Passage { layout.passages[unit.passage] }

  /// The unit as evidence.
  func excerpt(of unit: Unit) -> Excerpt { passage(of: unit).excerpt(unit.range) }

  /// Whether the unit ends with a question mark.
  func isQuestion(_ unit: Unit) -> Bool { texts[unit.passage].utf8[unit.range].last == 0x3F }

  /// The unit's words on one line.
  func text(of unit: Unit) -> String { passage(of: unit).text.folded(unit.range) }

  /// Who says it: the passage's speaker, or the writer.
  func side(of unit: Unit) -> Participant.Side { side(of: passage(of: unit)) }

  /// Who says it: the passage's speaker, or the writer.
  func side(of passage: Passage) -> Participant.Side {
    if let speaker = passage.speaker { return layout.participants[speaker].side }
    if case .answer = passage.form { return .customer }
    return passage.quoteDepth > 0 ? .customer : .us
  }

  /// The first date that the unit names as the time of something that happened.
  func date(of unit: Unit) -> PartialDate? {
    chronology.mentions[unit.dates].first { $0.role == .event }?.date
  }
}

extension Note {
  /// A passage's words on one line.
  func text(ofPassage index: Int) -> String {
    let text = layout.passages[index].text
    return text.folded(0..<text.utf8.count)
  }
}

extension Note {
  /// What the unit is about by its place: the question that it answers and the headings above it.
  func topics(of unit: Unit) -> [String] { topics[unit.passage] }

  /// Whether the unit only announces what others tell: a heading, or a question.
  func announces(_ unit: Unit) -> Bool {
    isHeading(unit) || layout.questionPassages.contains(unit.passage)
  }

  /// Whether the unit is a heading.
  func isHeading(_ unit: Unit) -> Bool { layout.passages[unit.passage].isHeading }

  /// The name of the field whose value the passage is.
  func fieldName(ofPassage index: Int) -> String? { fieldNames[index] ?? nil }
}
