public import Answers
public import Evidence
import Markup
import PostmortemModel
public import Settings

/// Reads a note and its answers into a post-mortem, one rule at a time.
public struct Drafter: Sendable {
  private let knowledge: Knowledge

  /// A drafter with the built-in vocabulary and points.
  public init() { knowledge = .standard }

  /// A drafter that knows a company's own words too.
  ///
  /// - Throws: What is wrong with the settings; they are used whole or not at all.
  public init(_ settings: CompanySettings) throws(SettingsError) {
    knowledge = try Knowledge(settings)
  }

  /// A drafter that knows no more than `knowledge`.
  package init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Drafts the post-mortem of `note`; what `answers` say explicitly wins over the note.
  public func draft(_ note: SourceText, answers: AnswerRecord?) -> Draft {
    draft(note, answers: answers.map { [$0] } ?? [])
  }

  /// Drafts the post-mortem of `note`; what `answers` say explicitly wins over the note, and the first of them over the
  /// others.
  public func draft(_ note: SourceText, answers: [AnswerRecord]) -> Draft {
    let read = Note(note, answers: answers, lexicon: knowledge.lexicon)
    let reading = Reading(read, knowledge)
    var draft = Draft(
      postmortem: Postmortem(id: Self.identifier(of: note.name)), findings: read.findings)
    draft.postmortem.sources = [SourceRecord(file: note.name, kind: .notes, lines: note.lineCount)]
    draft.postmortem.sources += answers.map { SourceRecord(file: $0.source, kind: .answers) }
    for rule in Rules.all { rule.apply(reading, &draft) }
    return draft
  }

  /// What `note` may call its account, best first: as it reads, and the parts of its first heading.
  public func accountNames(in note: SourceText) -> [String] {
    let layout = NoteReader.layout(of: MarkupDocument(parsing: note), lexicon: knowledge.lexicon)
    // Most notes say it before they need be read.
    let name =
      AccountName.stated(in: layout)
      ?? AccountNameFinder(Note(note, answers: [], lexicon: knowledge.lexicon), knowledge)
      .account()?.0
    return [name].compactMap(\.self) + AccountName.inHeading(of: layout)
  }

  /// The note's file name without its ending, in lower-case letters, digits and hyphens.
  static func identifier(of name: String) -> String {
    let stem = name.utf8.lastIndex(of: 0x2E).map { name[..<$0] } ?? name[...]
    var bytes: [UInt8] = []
    for byte in stem.utf8 {
      if Bytes.isDigit(byte) || Bytes.isUpper(byte) || (0x61...0x7A).contains(byte) {
        bytes.append(Bytes.lowercased(byte))
      } else if bytes.last != 0x2D, !bytes.isEmpty {
        bytes.append(0x2D)
      }
    }
    while bytes.last == 0x2D { bytes.removeLast() }
    return bytes.isEmpty ? "note" : String(decoding: bytes, as: UTF8.self)
  }
}
