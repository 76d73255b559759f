import Evidence

/// A piece of an input that belongs together, with its place in the note's structure.
struct Passage: Sendable {
  /// What the piece is in the note's form.
  enum Form: Equatable, Sendable {
    case heading(level: Int)
    case paragraph
    case item(task: TaskBox?)
    /// A cell of a table's body; the header cells are kept in the table.
    case cell(table: Int, row: Int, column: Int)
    /// The value of a `key: value` line, of a two-column table, of the front matter.
    case value(key: String)
    /// An answer of the answers file to `question`.
    case answer(question: String)
    /// One turn of a transcript or a chat.
    case turn
    case code
  }

  /// Whether a task's box is ticked.
  enum TaskBox: Sendable { case open, done }

  var form: Form
  var text: PassageText
  /// The input it stands in: the note or the answers file.
  var source: String
  /// The innermost section, as an index into the note's sections.
  var section: Int
  /// Who speaks or writes, as an index into the note's participants; nil for the note's own writer.
  var speaker: Int?
  /// The question that this passage answers, as an index into the note's questions.
  var question: Int?
  /// How many quotation levels (`>`) it stands in.
  var quoteDepth = 0

  /// The excerpt of a part of this passage, at most 60 words of it.
  func excerpt(_ range: Range<Int>) -> Excerpt {
    let clipped = clip(range)
    let lines = text.lines(of: clipped)
    return Excerpt(
      source: source, line: lines.lowerBound, endLine: lines.upperBound,
      quote: text.folded(clipped))
  }

  /// Whether an excerpt holds all of a part of this passage.
  func excerptHolds(_ range: Range<Int>) -> Bool {
    clip(range) == Bytes.trimmed(range, in: text.utf8)
  }

  /// The excerpt of the whole passage, at most 60 words of it.
  var excerpt: Excerpt { excerpt(Bytes.trimmed(0..<text.utf8.count, in: text.utf8)) }

  /// Two fewer than evidence may have, as words are counted in more than one way.
  private static let mostWords = 58

  /// Evidence quotes at most 60 words (MODEL.md); white space is what separates them here, so that hyphens count less.
  private func clip(_ range: Range<Int>) -> Range<Int> {
    let trimmed = Bytes.trimmed(range, in: text.utf8)
    // A word takes a byte, and another that parts it from the next.
    if trimmed.count < 2 * Self.mostWords { return trimmed }
    var words = 0
    var isInside = false
    for index in trimmed {
      let byte = text.utf8[index]
      let isPart = Bytes.isWord(byte)
      if isPart, !isInside {
        words += 1
        if words > Self.mostWords {
          return Bytes.trimmed(trimmed.lowerBound..<index, in: text.utf8)
        }
      }
      isInside = isPart
    }
    return trimmed
  }
}

extension Passage {
  /// Whether nobody is named whose words it holds, and it quotes nobody.
  var isWriters: Bool { speaker == nil && quoteDepth == 0 }

  /// Whether it is a heading.
  var isHeading: Bool {
    if case .heading = form { true } else { false }
  }
}
