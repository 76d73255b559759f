import Chronology
import Language
import PostmortemModel

/// The smallest piece of a note that can carry a fact: a sentence, a short list item, a cell, a value.
final class Unit: Sendable {
  /// The passage it is part of.
  let passage: Int
  /// Its bytes in the passage.
  let range: Range<Int>
  /// Its tokens in the passage's text.
  let tokens: Range<Int>
  /// The phrases of the vocabulary that it holds.
  let cues: [Cue]
  /// What stands beside names in it.
  let frames: [NameFrame]
  /// The dates that it names, as a range of the chronology's mentions.
  let dates: Range<Int>
  /// The quotations inside it, in bytes of the passage.
  let quotations: [Range<Int>]

  init(
    passage: Int, range: Range<Int>, tokens: Range<Int>, cues: [Cue], frames: [NameFrame],
    dates: Range<Int>, quotations: [Range<Int>]
  ) {
    self.passage = passage
    self.range = range
    self.tokens = tokens
    self.cues = cues
    self.frames = frames
    self.dates = dates
    self.quotations = quotations
  }
}

/// A phrase of the vocabulary at work in a unit.
struct Cue: Sendable {
  var topic: Lexicon.Topic
  var weight: Double
  var tokens: Range<Int>
  /// Whether it is asserted, denied, supposed or hearsay.
  var modality: Modality
  /// Whether it is one of a company's own phrases, of which nothing was learnt.
  var isOwn = false
}

/// A phrase that tells what the name beside it is.
struct NameFrame: Sendable {
  /// What it tells, such as `rival-before`.
  var name: String
  var tokens: Range<Int>
}

extension TokenizedText {
  /// No more words than this are looked at on either side of a date or a name, however long its sentence is.
  static let reach = 400
}
