import Chronology
import Language

/// Cuts passages into units and finds the vocabulary's phrases in them.
enum UnitReader {
  /// A list item or a cell longer than this is cut into its sentences.
  private static let longestWhole = 45

  static func units(
    of layout: NoteLayout, texts: [TokenizedText], chronology: Chronology, lexicon: Lexicon
  ) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(layout.passages.count * 2)
    var mention = 0
    for (index, passage) in layout.passages.enumerated() {
      let text = texts[index]
      let cues = cues(in: text, lexicon: lexicon)
      var nextCue = 0
      var quotation = 0
      for tokens in pieces(of: passage, text)
      where tokens.contains(where: { text.tokens[$0].isWordLike }) {
        let range = text.bytes(of: tokens)
        var ownCues: [Cue] = []
        var frames: [NameFrame] = []
        while nextCue < cues.count, cues[nextCue].tokens.lowerBound < tokens.upperBound {
          if case .name(let name) = cues[nextCue].topic {
            frames.append(NameFrame(name: name, tokens: cues[nextCue].tokens))
          } else {
            ownCues.append(cues[nextCue])
          }
          nextCue += 1
        }
        while mention < chronology.mentions.count,
          (chronology.mentions[mention].passage, chronology.mentions[mention].range.lowerBound)
            < (index, range.lowerBound)
        {
          mention += 1
        }
        let first = mention
        while mention < chronology.mentions.count,
          chronology.mentions[mention].passage == index,
          chronology.mentions[mention].range.lowerBound < range.upperBound
        {
          mention += 1
        }
        while quotation < text.quotations.count,
          text.quotations[quotation].upperBound <= range.lowerBound
        {
          quotation += 1
        }
        units.append(
          Unit(
            passage: index, range: range, tokens: tokens, cues: ownCues, frames: frames,
            dates: first..<mention,
            quotations: text.quotations[quotation...].prefix { $0.lowerBound < range.upperBound }
              .map { $0.clamped(to: range) }))
      }
    }
    return units
  }

  private static func cues(in text: TokenizedText, lexicon: Lexicon) -> [Cue] {
    let stances = lexicon.modality.read(text)
    return lexicon.cues(in: text).map { topic, match, isOwn in
      Cue(
        topic: topic, weight: match.weight, tokens: match.tokens,
        modality: stances.modality(of: match.tokens), isOwn: isOwn)
    }
  }

  /// The token ranges of a passage's units.
  private static func pieces(of passage: Passage, _ text: TokenizedText) -> [Range<Int>] {
    switch passage.form {
    case .item, .cell, .value, .heading, .code:
      let words = text.tokens.count(where: \.isWordLike)
      return words <= longestWhole ? [0..<text.tokens.count] : text.sentences
    case .paragraph, .turn, .answer:
      return text.sentences
    }
  }

}
